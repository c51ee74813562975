import { ApplicationFailure } from '@temporalio/common';
import { contentHash } from '../../domain/canonical.ts';
import { RuleViolation, assertNever } from '../../domain/errors.ts';
import { uuid5 } from '../../domain/ids.ts';
import type { ContentRef } from '../../domain/ledger/event.ts';
import type { PlanAct } from '../../domain/plan/plan-command.ts';
import type { FilledRow, PersonAct, PlannedAct, ReturnName } from '../../domain/rehearsal/person-act.ts';
import type { TaskAct } from '../../domain/task/task-command.ts';
import { type NewContent, putContents } from '../../store/content.ts';
import { breakdownVersion, readDrafts } from '../../store/plan/breakdown.ts';
import { type ReturnAsk, actOnReturn } from '../../store/return/act-on-return.ts';
import { pendingDeliveries } from '../../store/return/deliveries.ts';
import type { Store } from '../../store/store.ts';
import type { ActOutcome } from '../../workflows/messages.ts';
import type { EnginePort } from '../engine-port.ts';

/** What performing acts works with; `settle` decides the open points of a plan as its scenario says. */
export interface PerformDeps {
  readonly store: Store;
  readonly engine: EnginePort;
  readonly settle: (planId: string, act: PlannedAct) => Promise<void>;
}

/**
 * Does what a simulated person does, through the same ways as people: texts are kept first, then the act goes to the writer of its
 * chain. Its ids are made of its key, so that a second try is the same act. A refusal is a mistake of the scenario and stops it.
 */
export async function performAct(deps: PerformDeps, planId: string, planned: PlannedAct): Promise<void> {
  try {
    await perform(deps, planId, planned);
  } catch (error) {
    if (!(error instanceof RuleViolation)) throw error;
    throw refused(planned, error);
  }
}

async function perform(deps: PerformDeps, planId: string, planned: PlannedAct): Promise<void> {
  const { act, by } = planned;
  const keep = textKeeper(deps.store, planId, planned.key);
  switch (act.type) {
    case 'settle':
      return deps.settle(planId, planned);
    case 'beginConsultation':
    case 'askApproval':
    case 'issuePlan':
      return onPlan(deps, planId, planned, { type: act.type, by });
    case 'answerConsultation':
      return onPlan(deps, planId, planned, await answer(act, planId, planned, keep));
    case 'reviseItem':
      return onPlan(deps, planId, planned, await revision(deps.store, planId, act, planned));
    case 'decideOpinion': {
      const [reason = null] = await keep([act.reason]);
      return onPlan(deps, planId, planned, {
        type: act.type,
        by,
        opinionId: act.opinionId,
        decision: act.decision,
        reason,
      });
    }
    case 'approveBreakdown':
      return onPlan(deps, planId, planned, { type: act.type, by, ...(await breakdownVersion(deps.store, planId)) });
    case 'receiptNotice': {
      const contacts = await keepOne(keep, act.contacts);
      return onPlan(deps, planId, planned, { type: act.type, by, unitId: act.unitId, contacts });
    }
    case 'saveRows':
      return onReturn(deps, planId, planned, {
        of: act.of,
        ask: { type: act.type, by, rows: await entries(act.rows, keep) },
      });
    case 'askHeadApproval':
      return onReturn(deps, planId, planned, { of: act.of, ask: { type: act.type, by } });
    case 'submitReturn':
      return onReturn(deps, planId, planned, { of: act.of, ask: { type: act.type, by, version: act.version } });
    case 'reviewReturn':
      return onReturn(deps, planId, planned, { of: act.of, ask: await review(act, planned, keep) });
    case 'endTask': {
      const command: TaskAct = { type: 'endTask', ending: 'completed', by };
      return told(
        planned,
        await deps.engine.actOnTask({ taskId: act.taskId, planId }, envelope(planId, planned, command)),
      );
    }
    default:
      return assertNever(act);
  }
}

type Keep = (texts: readonly string[]) => Promise<readonly ContentRef[]>;

// The nth text of an act has the same id and place in every run of the same rehearsal.
function textKeeper({ pool }: Pick<Store, 'pool'>, planId: string, key: string): Keep {
  return (texts) =>
    putContents(
      pool,
      texts.map((text, index): NewContent => {
        const path = `${key}#${index + 1}`;
        return { contentId: uuid5(planId, `text/${path}`), planId, path, text };
      }),
    );
}

async function keepOne(keep: Keep, text: string): Promise<ContentRef> {
  const [ref] = await keep([text]);
  if (ref === undefined) throw new Error('a text that was kept has no reference');
  return ref;
}

type Of<T extends PersonAct['type']> = Extract<PersonAct, { type: T }>;

async function answer(
  act: Of<'answerConsultation'>,
  planId: string,
  { key, by }: PlannedAct,
  keep: Keep,
): Promise<PlanAct> {
  const refs = await keep(act.opinions.map(({ text }) => text));
  const opinions = act.opinions.flatMap(({ taskNumber }, index) => {
    const text = refs[index];
    return text === undefined ? [] : [{ id: uuid5(planId, `opinion/${key}/${taskNumber}`), taskNumber, text }];
  });
  return { type: act.type, by, unitId: act.unitId, opinions };
}

async function revision(store: Store, planId: string, act: Of<'reviseItem'>, { by }: PlannedAct): Promise<PlanAct> {
  const drafts = await readDrafts(store, planId);
  const before = drafts.find(({ number }) => number === act.taskNumber);
  if (before === undefined) throw new RuleViolation('unknown-task', `没有第${act.taskNumber}项任务，请核对演练脚本。`);
  const items = before.items.map((item) => (item.title === act.from ? { ...item, title: act.title } : item));
  const { draftVersion } = await breakdownVersion(store, planId);
  return {
    type: 'reviseTask',
    by,
    draftVersion,
    draft: { ...before, items },
    joins: [],
    leaves: [],
    reason: act.reason,
  };
}

async function entries(rows: readonly FilledRow[], keep: Keep) {
  const named = rows.flatMap(({ texts }) => Object.values(texts));
  const refs = [...(await keep(named))];
  return rows.map(({ taskId, texts, ...entry }) => {
    const kept = Object.keys(texts).map((name) => [name, refs.shift()] as const);
    return { taskId, entry: { ...entry, texts: Object.fromEntries(kept) } };
  });
}

async function review(act: Of<'reviewReturn'>, { by }: PlannedAct, keep: Keep): Promise<ReturnAsk> {
  const refs = await keep(act.sendBack.map(({ reason }) => reason));
  const sendBack = act.sendBack.flatMap(({ taskId, subjectId }, index) => {
    const reason = refs[index];
    return reason === undefined ? [] : [{ taskId, subjectId, reason }];
  });
  return { type: act.type, by, version: act.version, sendBack };
}

async function onPlan({ engine }: PerformDeps, planId: string, planned: PlannedAct, command: PlanAct): Promise<void> {
  told(planned, await engine.actOnPlan(planId, envelope(planId, planned, command)));
}

async function onReturn(
  { store, engine }: PerformDeps,
  planId: string,
  planned: PlannedAct,
  { of, ask }: { readonly of: ReturnName; readonly ask: ReturnAsk },
): Promise<void> {
  const { commandId, contentHash: hash } = envelope(planId, planned, ask);
  const { at } = planned;
  const request = {
    planId,
    owed: of,
    command: ask,
    at,
    commandId,
    contentHash: hash,
    recordedAt: at,
    transport: 'rehearsal',
  };
  const acted = await actOnReturn(store, request);
  if (acted.outcome === 'other-content') throw new RuleViolation('other-content', '同一编号的办理已按其他内容记录。');
  for (const { act } of await pendingDeliveries(store, { planId })) await engine.startDelivery({ act, planId });
}

function envelope<C>(planId: string, { key, at }: PlannedAct, command: C) {
  return { commandId: uuid5(planId, `act/${key}`), contentHash: contentHash(command), receivedAt: at, command };
}

function told(planned: PlannedAct, outcome: ActOutcome): void {
  switch (outcome.outcome) {
    case 'recorded':
      return;
    case 'unconfirmed':
      throw new Error(`${planned.key} has no answer yet`);
    case 'refused':
      throw refused(planned, new RuleViolation(outcome.code, outcome.message));
    default:
      assertNever(outcome);
  }
}

function refused({ key, at }: PlannedAct, { code, message }: RuleViolation): ApplicationFailure {
  return ApplicationFailure.nonRetryable(`演练中的办理“${key}”（${at}）被拒绝：${message}`, `refused/${code}`);
}
