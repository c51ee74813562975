import type { DecisionContext } from '../ledger/book.ts';
import { type Instant, dayOf } from '../instant.ts';
import { undecided } from './finding/decided-light.ts';
import { assessLights } from './lights.ts';
import type { TaskEvent } from './task-event.ts';
import type { Obligation, TaskState } from './task-state.ts';

/** What is noted of obligations whose due day has passed: that they are overdue, and what that does to the lights of their rows. */
export function overdueNotes(
  state: TaskState,
  late: readonly Obligation[],
  at: Instant,
  context: DecisionContext,
): readonly TaskEvent[] {
  if (state.issuedAt === null || late.length === 0) return [];
  const on = dayOf(at);
  const ids = late.map(({ id }) => id);
  const obligations = state.obligations.map((each) => (ids.includes(each.id) ? { ...each, overdue: true } : each));
  const rows = new Set(late.flatMap((each) => each.rows.map(({ subjectId }) => subjectId)));
  const subjects = state.subjects.filter(({ id }) => rows.has(id));
  const assessments = assessLights(undecided(subjects), { on, issuedOn: dayOf(state.issuedAt), obligations }, context);
  return [
    { type: 'obligationsOverdue', at, by: 'system', obligationIds: ids },
    ...(assessments.length === 0 ? [] : [{ type: 'lightsAssessed', at, by: 'system', on, assessments } as const]),
  ];
}
