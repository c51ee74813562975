import { type Period, quarterEnd } from '../../calendar/quarter.ts';
import { type Instant, dayOf } from '../../instant.ts';
import type { DecisionContext } from '../../ledger/book.ts';
import type { Party } from '../issued-subject.ts';
import {
  isReportedOn,
  obligationId,
  quarterObligations,
  stagePlanObligations,
  wholeTaskSubject,
} from '../obligations.ts';
import type { OpenedObligation } from '../task-event.ts';
import type { Obligation, Subject, TaskState } from '../task-state.ts';
import type { AssignmentChanged } from './change-event.ts';
import { dayInForce } from './pending.ts';

/** What another assignment does to what units owe. */
export interface ObligationsAfter {
  readonly ended: readonly string[];
  readonly rowChanges: AssignmentChanged['rowChanges'];
  readonly opened: readonly OpenedObligation[];
}

interface Assigned {
  readonly parties: readonly Party[];
  readonly subjects: readonly Subject[];
}

/**
 * What is owed under the new assignment, compared with what is open: the running quarter and the stage plans follow it, older
 * quarters only lose rows. Nothing new is due before a receipt would be, counted from the change. A row is added to an obligation
 * only while that is untouched and not yet due; afterwards a new item is first reported for the next quarter.
 */
export function obligationsAfter(
  state: TaskState,
  assigned: Assigned,
  at: Instant,
  context: DecisionContext,
): ObligationsAfter {
  const wanted = wantedNow(state, assigned, at, context);
  const byId = new Map(wanted.map((each) => [idOf(each), each]));
  const kept = state.obligations.map((obligation) => ({
    obligation,
    change: rowChange(state, { obligation, assigned, wanted: byId.get(obligation.id) }, dayOf(at)),
  }));
  const ended = kept
    .filter(({ obligation, change }) => isEmptied(obligation, change))
    .map(({ obligation }) => obligation.id);
  const open = new Set(state.obligations.map(({ id }) => id));
  return {
    ended,
    rowChanges: kept
      .filter(({ obligation, change }) => !ended.includes(obligation.id) && change.add.length + change.drop.length > 0)
      .map(({ obligation, change }) => ({ obligationId: obligation.id, ...change })),
    opened: wanted
      .filter((each) => !open.has(idOf(each)))
      .map((each) => ({ ...each, subjectIds: newRows(state, assigned, each), from: at }))
      .filter(({ subjectIds }) => subjectIds.length > 0),
  };
}

function idOf({ kind, unitId, period }: Pick<OpenedObligation, 'kind' | 'unitId' | 'period'>): string {
  return obligationId(kind, unitId, period);
}

function wantedNow(
  state: TaskState,
  { parties, subjects }: Assigned,
  at: Instant,
  context: DecisionContext,
): readonly OpenedObligation[] {
  const duties = { issuedAt: at, parties, subjects };
  const { openedPeriod, lastPeriod } = state;
  const isReported =
    openedPeriod !== null &&
    lastPeriod !== null &&
    isReportedOn(openedPeriod, lastPeriod) &&
    (dayOf(at) <= quarterEnd(openedPeriod) || wasAsked(state, openedPeriod));
  return [
    ...stagePlanObligations(duties, at, context),
    ...(isReported ? quarterObligations(duties, openedPeriod, at, context) : []),
  ];
}

// A quarter that ended while the task stood still was never asked of anybody.
function wasAsked({ obligations, settled }: TaskState, period: Period): boolean {
  return obligations.some((each) => each.period === period) || settled.some(({ id }) => id.endsWith(`/${period}`));
}

interface RowChange {
  readonly add: readonly string[];
  readonly drop: readonly string[];
}

interface Compared {
  readonly obligation: Obligation;
  readonly assigned: Assigned;
  readonly wanted: OpenedObligation | undefined;
}

function rowChange(state: TaskState, { obligation, assigned, wanted }: Compared, on: Obligation['due']): RowChange {
  const have = obligation.rows.map(({ subjectId }) => subjectId);
  const isRunning = obligation.period === 'plan' || obligation.period === state.openedPeriod;
  const right = isRunning ? (wanted?.subjectIds ?? []) : stillOwed(obligation, assigned);
  const isUntouched = obligation.submittedAt === null && !obligation.overdue && dayInForce(obligation) >= on;
  const missing = wanted === undefined || !isUntouched ? [] : newRows(state, assigned, wanted);
  return {
    add: missing.filter((id) => !have.includes(id)),
    drop: have.filter((id) => !right.includes(id)),
  };
}

// Of a quarter that is over a unit goes on owing what it still answers for, and nothing that came to it since.
function stillOwed({ kind, unitId }: Obligation, { parties, subjects }: Assigned): readonly string[] {
  if (kind === 'contribution') {
    return parties.some((party) => party.unitId === unitId) ? [wholeTaskSubject(unitId)] : [];
  }
  const own = subjects.filter((subject) =>
    kind === 'district-figures' ? subject.shares.some((share) => share.unitId === unitId) : subject.unitId === unitId,
  );
  return own.map(({ id }) => id);
}

// What was accepted of an item needs no second report for the same quarter, whoever made the first.
function newRows(
  { subjects: before, settled }: TaskState,
  { subjects }: Assigned,
  { kind, unitId, period, subjectIds }: OpenedObligation,
): readonly string[] {
  const isSettled = settled.some(({ id }) => id === obligationId(kind, unitId, period));
  return subjectIds.filter((id) => {
    const subject = subjects.find((each) => each.id === id);
    const was = before.find((each) => each.id === id);
    if (kind === 'stage-plan') return (subject?.plan ?? null) === null && !(isSettled && was?.unitId === unitId);
    if (kind === 'progress' && subject?.progress?.period === period) return false;
    const wasOwn =
      kind === 'district-figures'
        ? was?.shares.some((share) => share.unitId === unitId) === true
        : kind === 'contribution' || was?.unitId === unitId;
    return !(isSettled && wasOwn);
  });
}

function isEmptied({ rows }: Obligation, { add, drop }: RowChange): boolean {
  return rows.length + add.length === drop.length;
}
