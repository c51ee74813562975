import { assertNever } from '../errors.ts';
import { type Instant, dayOf } from '../instant.ts';
import { type PlainDate, addDays } from '../plain-date.ts';
import { evolveEndings } from './ending/evolve-endings.ts';
import { acceptRows } from './accept-rows.ts';
import { evolveFinding } from './finding/evolve-finding.ts';
import { isChangeEvent } from './change/change-event.ts';
import { nothingChanged } from './change/change-state.ts';
import { evolveChange } from './change/evolve-change.ts';
import { extensionAsked, withoutMoves } from './change/pending.ts';
import { newSubject } from './issue.ts';
import { daysAfter } from './light-days.ts';
import { obligationId } from './obligations.ts';
import type { OpenedObligation, RowsSentBack, RowsTaken, TaskEvent, TaskIssued } from './task-event.ts';
import { letterLost, stillOwed, urged } from './urging/evolve-urging.ts';
import type { KeptRow, Obligation, ObligationRow, Subject, SubmittedRow, TaskState } from './task-state.ts';

/** The state after an event of the chain; never refuses, because what is in the ledger has happened. */
export function evolveTask(state: TaskState, event: TaskEvent): TaskState {
  const after = applied(state, event);
  const urging = after.obligations === state.obligations ? after.urging : stillOwed(after);
  return { ...after, urging, lastAt: event.at };
}

function applied(state: TaskState, event: TaskEvent): TaskState {
  if (isChangeEvent(event)) return evolveChange(state, event, settled);
  switch (event.type) {
    case 'taskIssued':
      return issued(state, event);
    case 'obligationsOpened':
      return {
        ...state,
        openedPeriod: event.period,
        obligations: [...state.obligations, ...event.obligations.map((each) => opened(state, each))],
      };
    case 'rowsTaken':
      return rowsTaken(state, event);
    case 'rowsAccepted':
      return rowsAccepted(state, event.obligationId, event.subjectIds, event.at);
    case 'rowsSentBack':
      return withObligation(state, event.obligationId, (obligation) => sentBack(obligation, event));
    case 'obligationsOverdue':
      return withObligations(state, event.obligationIds, (obligation) => ({ ...obligation, overdue: true }));
    case 'overdueLifted':
      return withObligations(state, event.obligationIds, (obligation) => ({ ...obligation, overdue: false }));
    case 'reviewsOverdue':
      return withObligations(state, event.obligationIds, (obligation) => ({ ...obligation, reviewOverdue: true }));
    case 'lightsAssessed':
      return { ...state, ...assessed(state, event) };
    case 'statementFiled':
      return { ...state, statements: [...state.statements, `${event.obligationId} ${event.unitId}`] };
    case 'obligationsRetimed':
      return retimed(state, event);
    case 'findingOpened':
    case 'findingRetimed':
    case 'findingStated':
    case 'findingConcluded':
    case 'findingWithdrawn':
    case 'lightDecided':
    case 'objectionNoted':
    case 'objectionEnded':
    case 'rowsReopened':
      return evolveFinding(state, event);
    case 'taskEnded':
      return { ...state, phase: 'ended', obligations: [], lightDays: [], changes: nothingChanged };
    case 'urged':
    case 'promiseDue':
      return { ...state, urging: urged(state.urging, event) };
    case 'endingsDecided':
    case 'statisticsDue':
    case 'yearClosed':
      return evolveEndings(state, event);
    case 'deliveryFailed':
      return { ...state, urging: letterLost(state, event.key) };
    case 'summaryWritten':
      return state;
    default:
      return assertNever(event);
  }
}

function issued(state: TaskState, event: TaskIssued): TaskState {
  const { taskId, planId, number, title, parties, lastPeriod, rulesVersion, calendarVersions, lightDays } = event;
  const head = { taskId, planId, number, title, parties, lastPeriod, rulesVersion, calendarVersions, lightDays };
  return {
    ...state,
    ...head,
    phase: 'open',
    issuedAt: event.at,
    officeUnitId: event.by.unitId,
    subjects: event.subjects.map(newSubject),
  };
}

function opened(state: TaskState, { kind, unitId, period, subjectIds, due, from }: OpenedObligation): Obligation {
  const id = obligationId(kind, unitId, period);
  return {
    id,
    kind,
    unitId,
    period,
    due: due.date,
    ...(from === undefined ? {} : { from }),
    rows: subjectIds.map((subjectId): ObligationRow => ({ subjectId, state: 'open', submitted: null })),
    submittedAt: null,
    // What a change opens a second time stays late where it was late once.
    late: state.settled.some((each) => each.id === id && each.late),
    overdue: false,
    reviewDue: null,
    reviewOverdue: false,
    resubmitDue: null,
    makers: [],
    act: null,
  };
}

function rowsTaken(state: TaskState, event: RowsTaken): TaskState {
  const { obligationId: id, act, late, makers, reviewDue } = event;
  const taken = withObligation(state, id, (obligation) => ({
    ...obligation,
    rows: obligation.rows.map((row): ObligationRow => {
      const submitted = event.rows.find(({ subjectId }) => subjectId === row.subjectId);
      return submitted === undefined ? row : { ...row, state: 'submitted', submitted: withoutTexts(submitted) };
    }),
    // The first submission is the one that lateness is judged by.
    submittedAt: obligation.submittedAt ?? event.submittedAt,
    late,
    reviewDue,
    reviewOverdue: false,
    resubmitDue: null,
    makers: [...new Set([...obligation.makers, ...makers])],
    act,
  }));
  const noted = { ...taken, statementsUntil: windows(state, event) };
  return reviewDue === null
    ? rowsAccepted(
        noted,
        id,
        event.rows.map(({ subjectId }) => subjectId),
        event.at,
      )
    : noted;
}

function withoutTexts({ texts: _texts, ...kept }: SubmittedRow): KeptRow {
  return kept;
}

// Windows that closed last month are forgotten, so that a long year does not carry all that it had; a statement that reached
// duban in time and was held up meanwhile still finds its own.
function windows({ statementsUntil }: TaskState, event: RowsTaken): TaskState['statementsUntil'] {
  const { obligationId: id, statementUntil, at } = event;
  if (statementUntil === null) return statementsUntil;
  const open = Object.entries(statementsUntil).filter(([, until]) => addDays(until, 30) >= dayOf(at));
  return { ...Object.fromEntries(open), [id]: statementUntil };
}

function rowsAccepted(state: TaskState, id: string, subjectIds: readonly string[], at: Instant): TaskState {
  const before = state.obligations.find((each) => each.id === id);
  if (before === undefined) return state;
  const rows = before.rows.map((row): ObligationRow =>
    subjectIds.includes(row.subjectId) ? { ...row, state: 'accepted' } : row,
  );
  const subjects = acceptRows(state.subjects, before, subjectIds);
  const shareValues = [...state.shareValues, ...shareValuesOf(before, subjectIds)];
  const next = { ...state, subjects, shareValues, lightDays: lightDaysWith(state, subjects, at) };
  return rows.every((row) => row.state === 'accepted')
    ? settled(next, before)
    : withObligation(next, id, (each) => ({ ...each, rows }));
}

// A stage plan that names the day of an annual statistic makes that day one on which a light changes.
function lightDaysWith(state: TaskState, subjects: readonly Subject[], at: Instant): readonly PlainDate[] {
  const named = subjects.filter((subject, index) => !subject.tracked && subject.plan !== state.subjects[index]?.plan);
  const days = named.map(({ plan }) => plan?.statisticsOn ?? null);
  return [...new Set([...state.lightDays, ...daysAfter(days, dayOf(at))])].toSorted();
}

function shareValuesOf(
  { kind, period, unitId, rows }: Obligation,
  subjectIds: readonly string[],
): TaskState['shareValues'] {
  if (kind !== 'district-figures' || period === 'plan') return [];
  return rows.flatMap(({ subjectId, submitted }) => {
    const value = submitted?.value ?? null;
    return value === null || !subjectIds.includes(subjectId) ? [] : [{ unitId, subjectId, period, value }];
  });
}

// A finished obligation leaves only what later rules read, so that the state of a long year stays small.
function settled(state: TaskState, { id, late, due, submittedAt }: Obligation): TaskState {
  const obligations = state.obligations.filter((each) => each.id !== id);
  // What a change of the task opened a second time stays late where it was late once.
  const before = state.settled.find((each) => each.id === id);
  const others = before === undefined ? state.settled : state.settled.filter((each) => each !== before);
  const isAsked = late && submittedAt !== null && extensionAsked(state.changes, id) !== null;
  const lateFrom = isAsked ? { lateFrom: { due, on: dayOf(submittedAt) } } : {};
  const changes = withoutMoves(state.changes, id);
  return {
    ...state,
    obligations,
    settled: [...others, { id, late: late || before?.late === true, ...lateFrom }],
    changes,
  };
}

function sentBack(obligation: Obligation, { rows, resubmitDue }: RowsSentBack): Obligation {
  const back = new Set(rows.map(({ subjectId }) => subjectId));
  return {
    ...obligation,
    rows: obligation.rows.map((row): ObligationRow => (back.has(row.subjectId) ? { ...row, state: 'sent-back' } : row)),
    resubmitDue: resubmitDue.date,
    reviewDue: null,
    overdue: false,
  };
}

function assessed(
  state: TaskState,
  event: Extract<TaskEvent, { type: 'lightsAssessed' }>,
): Pick<TaskState, 'subjects' | 'lightDays'> {
  const subjects = state.subjects.map((subject): Subject => {
    const row = event.assessments.find(({ subjectId }) => subjectId === subject.id);
    return row === undefined
      ? subject
      : { ...subject, light: row.assessment, behindPeriods: row.behindPeriods, recoveredIn: row.recoveredIn };
  });
  return { subjects, lightDays: state.lightDays.filter((day) => day > event.on) };
}

function retimed(state: TaskState, event: Extract<TaskEvent, { type: 'obligationsRetimed' }>): TaskState {
  const due = new Map(event.changes.map((change) => [change.obligationId, change.due.date]));
  const obligations = state.obligations.map((each) => ({ ...each, due: due.get(each.id) ?? each.due }));
  return { ...state, obligations, calendarVersions: event.calendarVersions, lightDays: event.lightDays };
}

function withObligation(state: TaskState, id: string, change: (obligation: Obligation) => Obligation): TaskState {
  return withObligations(state, [id], change);
}

function withObligations(
  state: TaskState,
  ids: readonly string[],
  change: (obligation: Obligation) => Obligation,
): TaskState {
  return { ...state, obligations: state.obligations.map((each) => (ids.includes(each.id) ? change(each) : each)) };
}
