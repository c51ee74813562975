import { contentHash } from '../../domain/canonical.ts';
import { RuleViolation, assertNever } from '../../domain/errors.ts';
import { uuid5 } from '../../domain/ids.ts';
import { isOnPlan, isOnReturn, isOnTask } from '../../domain/act/act-chain.ts';
import type { PlannedAct } from '../../domain/act/person-act.ts';
import type { ReturnAct } from '../../domain/act/return-act.ts';
import { actOnReturn } from '../../store/return/act-on-return.ts';
import { pendingDeliveries } from '../../store/return/deliveries.ts';
import type { Store } from '../../store/store.ts';
import type { ActOutcome } from '../../workflows/messages.ts';
import type { Engine } from '../engine/engine.ts';
import { type ActTexts, actTexts } from './act-texts.ts';
import { planCommand } from './plan-commands.ts';
import { returnAsk } from './return-asks.ts';
import { taskCommand } from './task-commands.ts';

/** What performing acts works with; `settle` decides the open points of a plan. */
export interface PerformDeps {
  readonly store: Store;
  readonly engine: Pick<Engine, 'actOnPlan' | 'actOnTask' | 'startDelivery'>;
  readonly settle: (planId: string, act: PlannedAct) => Promise<void>;
}

/**
 * Does what a person does, a simulated one too: texts are kept first, then the act goes to the writer of its chain. All its ids are
 * made of its key, so that a second try is the same act. Throws `RuleViolation` where it is refused, and any other error where
 * nobody knows whether it was recorded: then the same act may be sent again.
 */
export async function performAct(deps: PerformDeps, planId: string, planned: PlannedAct): Promise<void> {
  const { act, by, key } = planned;
  const texts = actTexts(deps.store, planId, key);
  if (act.type === 'settle') return deps.settle(planId, planned);
  if (isOnReturn(act)) return onReturn(deps, planId, { planned, act, texts });
  if (isOnTask(act)) {
    const command = await taskCommand(act, by, texts);
    return told(await deps.engine.actOnTask({ taskId: act.taskId, planId }, envelope(planId, planned, command)));
  }
  if (isOnPlan(act)) {
    const command = await planCommand(act, { by, key, store: deps.store, planId, texts });
    return told(await deps.engine.actOnPlan(planId, envelope(planId, planned, command)));
  }
  return assertNever(act);
}

async function onReturn(
  { store, engine }: PerformDeps,
  planId: string,
  { planned, act, texts }: { readonly planned: PlannedAct; readonly act: ReturnAct; readonly texts: ActTexts },
): Promise<void> {
  const { at, by } = planned;
  const command = await returnAsk(act, by, texts);
  const { commandId, contentHash: hash } = envelope(planId, planned, command);
  const request = { planId, owed: act.of, command, at, commandId, contentHash: hash, recordedAt: at, transport: 'act' };
  const acted = await actOnReturn(store, request);
  if (acted.outcome === 'other-content')
    throw new RuleViolation('other-content', '同一编号的办理已按其他内容记录，请刷新后重试。');
  // What a crash keeps from being started here is started by the post office's next round.
  for (const pending of await pendingDeliveries(store, { planId }))
    await engine.startDelivery({ act: pending.act, planId });
}

function envelope<C>(planId: string, { key, at }: PlannedAct, command: C) {
  return { commandId: uuid5(planId, `act/${key}`), contentHash: contentHash(command), receivedAt: at, command };
}

function told(outcome: ActOutcome): void {
  switch (outcome.outcome) {
    case 'recorded':
      return;
    case 'unconfirmed':
      throw new Error('办理尚未得到确认，请用同一编号重新提交，不会重复记录');
    case 'refused':
      throw new RuleViolation(outcome.code, outcome.message);
    default:
      assertNever(outcome);
  }
}
