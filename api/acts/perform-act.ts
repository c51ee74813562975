import { actCheckCode } from '../../domain/act/act-check-code.ts';
import {
  isOnObjection,
  isOnOrder,
  isOnPlan,
  isOnRegistry,
  isOnReturn,
  isOnSheet,
  isOnTask,
  isOnTasks,
} from '../../domain/act/act-chain.ts';
import { approverOfAct, isPrintedItself } from '../../domain/act/approved-act.ts';
import type { PlannedAct } from '../../domain/act/person-act.ts';
import type { UrgeAct } from '../../domain/act/order-act.ts';
import type { ReturnAct } from '../../domain/act/return-act.ts';
import { RuleViolation, assertNever } from '../../domain/errors.ts';
import { uuid5 } from '../../domain/ids.ts';
import { dayOf } from '../../domain/instant.ts';
import { assertNotVoid, assertSigned } from '../../domain/paper-approval.ts';
import { readPlan } from '../../store/plan/plans.ts';
import { isOfDraft, reviseDraft } from '../../store/plan/revise-draft.ts';
import { assertScanKept } from '../../store/files/read-file.ts';
import type { Acted } from '../../store/ledger/act-on-chain.ts';
import { assertActs } from '../../store/registry/actors.ts';
import { actOnRegistry } from '../../store/registry/act-on-registry.ts';
import { actOnReturn } from '../../store/return/act-on-return.ts';
import { pendingDeliveries } from '../../store/return/deliveries.ts';
import type { Store } from '../../store/store.ts';
import type { Engine } from '../engine/engine.ts';
import { type ActTexts, actTexts } from './act-texts.ts';
import { carryOutSheets } from './carry-out-sheets.ts';
import { approvalOf, envelope, recordOf } from './envelope.ts';
import { objectionAsk } from './objection-commands.ts';
import { orderCommand, urgingCommands } from './order-commands.ts';
import { orderPath, planCommand } from './plan-commands.ts';
import { isRecorded, isRevision } from './revision-command.ts';
import { registryCommand } from './registry-commands.ts';
import { returnAsk } from './return-asks.ts';
import { performSheetAct } from './sheet-acts.ts';
import { taskCommand } from './task-commands.ts';
import { told } from './told.ts';

/** What performing acts works with; `settle` decides the open points of a plan. */
export interface PerformDeps {
  readonly store: Store;
  readonly engine: Pick<
    Engine,
    'actOnPlan' | 'actOnTask' | 'actOnOrder' | 'actOnObjection' | 'startDelivery' | 'startOrder'
  >;
  readonly settle: (planId: string, act: PlannedAct) => Promise<void>;
}

/**
 * Does what a person does, a simulated one too: texts are kept first, then the act goes to the writer of its chain. All its ids are
 * made of its key, so that a second try is the same act. Throws `RuleViolation` where it is refused, and any other error where
 * nobody knows whether it was recorded: then the same act may be sent again.
 */
export async function performAct(deps: PerformDeps, planId: string, planned: PlannedAct): Promise<void> {
  const { store, engine } = deps;
  const { act, key } = planned;
  const texts = actTexts(store, planId, key);
  await assertPaperCounts(store, planId, planned);
  if (act.type === 'settle') return deps.settle(planId, planned);
  if (isOnReturn(act)) return onReturn(deps, planId, { planned, act, texts });
  if (isOnSheet(act)) {
    await performSheetAct(store, planId, { planned, act, texts });
    return carryOutSheets(store, planId, (approved) => performAct(deps, planId, approved));
  }
  if (isOnRegistry(act)) {
    const command = await registryCommand(act, planned, { planId, texts });
    return assertSame(await actOnRegistry(store, recordOf(planId, planned, command)));
  }
  if (isOnTask(act)) {
    const command = await taskCommand(act, approvalOf(planned), { store, planId, texts });
    return told(await engine.actOnTask({ taskId: act.taskId, planId }, envelope(planId, planned, command)));
  }
  if (isOnTasks(act)) return onTasks(deps, planId, { planned, act, texts });
  if (isOnOrder(act)) {
    const command = await orderCommand(act, approvalOf(planned), texts);
    return told(await engine.actOnOrder({ orderId: act.orderId, planId }, envelope(planId, planned, command)));
  }
  if (isOnObjection(act)) {
    const { objectionId, command } = await objectionAsk(act, approvalOf(planned), { store, planId, texts });
    return told(await engine.actOnObjection({ objectionId, planId }, envelope(planId, planned, command)));
  }
  if (isOnPlan(act)) {
    if (isRevision(act) && (await isRecorded(store, planId, key))) return;
    const command = await planCommand(act, { ...approvalOf(planned), at: planned.at, key, store, planId, texts });
    // Until the consultation begins a draft is the store's.
    if (isOfDraft(command) && (await readPlan(store, planId)).phase === 'draft') {
      await reviseDraft(store, { ...recordOf(planId, planned, command), command });
      return;
    }
    told(await engine.actOnPlan(planId, envelope(planId, planned, command)));
    // What a crash keeps from being started here is started by the post office's next round.
    if (act.type === 'proposeOrder') await engine.startOrder({ planId, orderId: uuid5(planId, orderPath(key)) });
    return;
  }
  return assertNever(act);
}

// What was signed is what is done: a print that carries its own check code is compared by the chain that it goes to.
async function assertPaperCounts(store: Store, planId: string, planned: PlannedAct): Promise<void> {
  const { act, at, paper } = planned;
  if (paper === undefined) return;
  assertSigned(planned, dayOf(at));
  if (paper.signer.seat !== 'head' && paper.signer.seat !== 'leader') {
    throw new RuleViolation('paper-not-taken', '纸质审签由单位负责人或者市领导签批，其他岗位的事项请本人直接办理');
  }
  await assertActs(store, { planId, day: paper.signedOn }, paper.signer);
  await assertScanKept(store, planId, paper.scanHash);
  if (isPrintedItself(act)) return;
  if (act.type === 'settle' || isOnSheet(act)) throw new RuleViolation('paper-not-taken', '该事项不通过纸质审签办理');
  approverOfAct(act);
  assertNotVoid(planned, actCheckCode(planId, act));
}

// Each task gets its own record of the same urging, under an id of its own: what was cut short is done again as a whole.
async function onTasks(
  { engine }: PerformDeps,
  planId: string,
  { planned, act, texts }: { readonly planned: PlannedAct; readonly act: UrgeAct; readonly texts: ActTexts },
): Promise<void> {
  const { by, key } = planned;
  const urgingId = uuid5(planId, `urging/${key}`);
  for (const { taskId, command } of await urgingCommands(act, { by, urgingId }, texts)) {
    told(
      await engine.actOnTask({ taskId, planId }, envelope(planId, { ...planned, key: `${key}/${taskId}` }, command)),
    );
  }
}

async function onReturn(
  { store, engine }: PerformDeps,
  planId: string,
  { planned, act, texts }: { readonly planned: PlannedAct; readonly act: ReturnAct; readonly texts: ActTexts },
): Promise<void> {
  const command = await returnAsk(act, approvalOf(planned), texts);
  assertSame(await actOnReturn(store, { ...recordOf(planId, planned, command), owed: act.of }));
  // What a crash keeps from being started here is started by the post office's next round.
  for (const pending of await pendingDeliveries(store, { planId }))
    await engine.startDelivery({ act: pending.act, planId });
}

function assertSame({ outcome }: Acted): void {
  if (outcome !== 'other-content') return;
  throw new RuleViolation('other-content', '同一编号的办理已按其他内容记录，请刷新后重试。');
}
