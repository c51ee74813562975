import type { Instant } from '../../../../domain/instant.ts';
import { plainDate } from '../../../../domain/plain-date.ts';
import type { DecideChange, RequestChange } from '../../../../domain/task/change/change-command.ts';
import type { TaskChange } from '../../../../domain/task/change/task-change.ts';
import { type Played, act, actor, text } from '../task-play.ts';

/** The leader in every test that does not name one. */
export const leader = actor('leader', 'leadership');
/** The person of the office who decides on changes. */
export const office = actor('office', 'dev-reform');

/** A unit's head asks for a change. */
export function asking(unitId: string, change: TaskChange, changes: Partial<RequestChange> = {}): RequestChange {
  const by = actor('head', unitId);
  return {
    type: 'requestChange',
    changeId: 'c',
    change,
    reason: text('why'),
    leadershipUnitId: 'leadership',
    by,
    ...changes,
  };
}

/** The office proposes a change. */
export function proposing(change: TaskChange, changes: Partial<RequestChange> = {}): RequestChange {
  return asking('', change, { by: actor('office', 'dev-reform', 'proposer'), ...changes });
}

/** The request is granted by a leader, unless told otherwise. */
export function granting(changes: Partial<DecideChange> = {}): DecideChange {
  const basis = { reason: text('basis'), replacementId: null };
  return { type: 'decideChange', changeId: 'c', outcome: 'granted', ...basis, by: leader, ...changes };
}

/** An extension of a unit's report on a quarter. */
export function laterReport(unitId: string, quarter: string, to: string): TaskChange {
  const of = { kind: 'obligation', obligationId: `progress/${unitId}/${quarter}` } as const;
  return { kind: 'extension', of, to: plainDate(to) };
}

/** A change that is asked for and granted by a leader an hour apart. */
export function changed(played: Played, at: Instant, request: RequestChange, decision = granting()): Played {
  return act(act(played, at, request), at, decision);
}

/** Types of the events of the last step. */
export function typesOf({ last }: Played): readonly string[] {
  return last.map(({ type }) => type);
}
