import { RuleViolation } from '../../errors.ts';
import type { PlainDate } from '../../plain-date.ts';
import type { Obligation, TaskState } from '../task-state.ts';
import type { ChangeState, PendingChange } from './change-state.ts';
import { type TaskChange, changeNames, thingKey } from './task-change.ts';

/** The change that waits for its decision; refuses an id that does not, or no longer. */
export function pendingChange({ number, changes }: TaskState, changeId: string): PendingChange {
  const pending = changes.pending.find((each) => each.changeId === changeId);
  if (pending !== undefined) return pending;
  throw new RuleViolation(
    'change-not-pending',
    `第${number}项任务没有待决定的该项变更申请，可能已经决定或者撤回，请刷新后查看`,
  );
}

/** The same without this change waiting. */
export function withoutPending(changes: ChangeState, changeId: string): ChangeState {
  return { ...changes, pending: changes.pending.filter((each) => each.changeId !== changeId) };
}

/** The extension of this obligation that is being decided; while there is one, its due day makes nobody overdue. */
export function extensionAsked({ pending }: ChangeState, obligationId: string): PendingChange | null {
  const thing = thingKey({ kind: 'obligation', obligationId });
  return pending.find(({ change }) => change.kind === 'extension' && thingKey(change.of) === thing) ?? null;
}

/** The same without the moves of an obligation that is settled. */
export function withoutMoves(changes: ChangeState, obligationId: string): ChangeState {
  const thing = thingKey({ kind: 'obligation', obligationId });
  if (!changes.dueMoves.some((move) => move.thing === thing)) return changes;
  return { ...changes, dueMoves: changes.dueMoves.filter((move) => move.thing !== thing) };
}

/** The day in force: by which sent-back rows are due again, else by which the obligation is due. */
export function dayInForce({ due, resubmitDue }: Pick<Obligation, 'due' | 'resubmitDue'>): PlainDate {
  return resubmitDue ?? due;
}

/** What a change is about, as refusals and letters name it, 「延期」 of 「第3项任务」. */
export function changeTitle(number: string, { kind }: TaskChange): string {
  return `第${number}项任务的${changeNames[kind]}申请`;
}
