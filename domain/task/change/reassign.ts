import { canonicalText } from '../../canonical.ts';
import { type Instant, dayOf } from '../../instant.ts';
import type { Actor } from '../../actor.ts';
import type { DecisionContext } from '../../ledger/book.ts';
import type { IssuedSubject } from '../issued-subject.ts';
import { newSubject } from '../issue.ts';
import { undecided } from '../finding/decided-light.ts';
import { lightDays } from '../light-days.ts';
import { assessLights } from '../lights.ts';
import type { TaskEvent } from '../task-event.ts';
import type { Subject, TaskState } from '../task-state.ts';
import { type Assignment, issuedTerms } from './assignment.ts';
import type { AssignmentChanged } from './change-event.ts';
import { obligationsAfter } from './obligations-after.ts';
import { lapsesOf } from './lapses.ts';
import { rowsMoved } from './rows-moved.ts';

/** Which change makes the assignment, by whom and when. */
export interface ChangeMade {
  readonly changeId: string;
  readonly by: Actor;
  readonly at: Instant;
}

/**
 * Gives the task another assignment: obligations of the running quarter and stage plans follow it, what nobody owes any more ends,
 * and what waits for a decision about something that is gone lapses.
 */
export function reassign(
  state: TaskState,
  assignment: Assignment,
  { changeId, by, at }: ChangeMade,
  context: DecisionContext,
): readonly TaskEvent[] {
  const on = dayOf(at);
  const subjects = assignment.subjects.map((terms) => subjectWith(state, terms));
  const owed = obligationsAfter(state, { parties: assignment.parties, subjects }, at, context);
  const changed: AssignmentChanged = {
    type: 'assignmentChanged',
    at,
    by,
    changeId,
    ...unitChanges(state, assignment),
    ...itemChanges(state, assignment.subjects),
    endedObligations: owed.ended,
    rowChanges: owed.rowChanges,
    lightDays: lightDays(subjects, on, context),
  };
  const touched = new Set(changed.put.map(({ id }) => id));
  const inputs = { on, issuedOn: dayOf(state.issuedAt ?? at), obligations: rowsMoved(state.obligations, changed) };
  const assessments = assessLights(undecided(subjects.filter(({ id }) => touched.has(id))), inputs, context);
  const { openedPeriod: period } = state;
  const headOffsets = context.rules.headReminderOffsets;
  return [
    changed,
    ...lapsesOf(state, changed, at),
    ...(owed.opened.length === 0 || period === null
      ? []
      : [{ type: 'obligationsOpened', at, by, period, obligations: owed.opened, headOffsets } as const]),
    ...(assessments.length === 0 ? [] : [{ type: 'lightsAssessed', at, by, on, assessments } as const]),
  ];
}

/** The subject with other terms: what was planned and reported of it stays. */
export function subjectWith({ subjects }: TaskState, terms: IssuedSubject): Subject {
  const known = subjects.find(({ id }) => id === terms.id);
  return known === undefined ? newSubject(terms) : { ...known, ...terms };
}

function unitChanges(
  { parties }: TaskState,
  after: Assignment,
): Pick<AssignmentChanged, 'parties' | 'left' | 'joined'> {
  const before = new Set(parties.map(({ unitId }) => unitId));
  const now = new Set(after.parties.map(({ unitId }) => unitId));
  return {
    parties: after.parties,
    left: [...before].filter((unitId) => !now.has(unitId)),
    joined: [...now].filter((unitId) => !before.has(unitId)),
  };
}

function itemChanges(
  { subjects }: TaskState,
  after: readonly IssuedSubject[],
): Pick<AssignmentChanged, 'put' | 'removed' | 'before'> {
  const known = new Map(subjects.map((subject) => [subject.id, issuedTerms(subject)]));
  const put = after.filter((terms) => {
    const before = known.get(terms.id);
    return before === undefined || canonicalText(before) !== canonicalText(terms);
  });
  const remaining = new Set(after.map(({ id }) => id));
  const removed = subjects.map(({ id }) => id).filter((id) => !remaining.has(id));
  const touched = new Set([...removed, ...put.map(({ id }) => id)]);
  return { put, removed, before: [...known.values()].filter(({ id }) => touched.has(id)) };
}
