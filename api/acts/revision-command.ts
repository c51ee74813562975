import type { PersonActor } from '../../domain/actor.ts';
import type { PlanPersonAct } from '../../domain/act/plan-act.ts';
import { RuleViolation, assertNever } from '../../domain/errors.ts';
import { uuid5 } from '../../domain/ids.ts';
import type { ReviseTask } from '../../domain/plan/plan-command.ts';
import { withItemSaid, withTaskSaid } from '../../domain/plan/revise-draft.ts';
import { partyChanges } from '../../domain/plan/settle.ts';
import type { TaskDraft } from '../../domain/plan/task-draft.ts';
import { breakdownVersion, readDrafts } from '../../store/plan/breakdown.ts';
import { noticeTextOf } from '../../store/plan/settle-plan.ts';
import { answerOf } from '../../store/ledger/load.ts';
import type { Store } from '../../store/store.ts';

type Revision = Extract<PlanPersonAct, { type: 'reviseItem' | 'reviseTask' | 'draftItem' }>;

const revisions: readonly PlanPersonAct['type'][] = [
  'reviseItem',
  'reviseTask',
  'draftItem',
  'splitTask',
  'mergeTasks',
  'addTask',
  'dropTask',
];

/** Whether an act writes on the breakdown: its command is made of the breakdown as it stands, so a second try would be another. */
export function isRevision(act: PlanPersonAct): boolean {
  return revisions.includes(act.type);
}

/** Whether the act of that key is in the plan's chain already. */
export async function isRecorded(store: Store, planId: string, key: string): Promise<boolean> {
  return (await answerOf(store, `plan/${planId}`, uuid5(planId, `act/${key}`))) !== null;
}

/** The next version of a task of the breakdown as the office wrote it by hand. */
export async function revisionCommand(
  act: Revision,
  { by, store, planId }: { readonly by: PersonActor; readonly store: Store; readonly planId: string },
): Promise<ReviseTask> {
  const before = (await readDrafts(store, planId)).find(({ number }) => number === act.taskNumber);
  if (before === undefined) throw new RuleViolation('unknown-task', `没有第${act.taskNumber}项任务，请核对任务序号。`);
  const text = act.type === 'draftItem' ? await noticeTextOf(store, planId) : '';
  const draft = revised(act, before, text);
  const seen = act.type === 'reviseItem' ? undefined : act.draftVersion;
  const draftVersion = seen ?? (await breakdownVersion(store, planId)).draftVersion;
  return { type: 'reviseTask', by, draftVersion, draft, ...partyChanges(before, draft), reason: act.reason };
}

function revised(act: Revision, before: TaskDraft, text: string): TaskDraft {
  switch (act.type) {
    case 'reviseItem':
      return retitled(act, before);
    case 'reviseTask':
      return withTaskSaid(before, act.task);
    case 'draftItem':
      return withItemSaid(before, act, text);
    default:
      return assertNever(act);
  }
}

function retitled({ from, title }: Extract<Revision, { type: 'reviseItem' }>, before: TaskDraft): TaskDraft {
  if (!before.items.some((item) => item.title === from)) {
    throw new RuleViolation('unknown-item', `第${before.number}项任务没有具体事项“${from}”，请核对。`);
  }
  return { ...before, items: before.items.map((item) => (item.title === from ? { ...item, title } : item)) };
}
