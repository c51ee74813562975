import { fc } from '../../support/drawn.ts';
import type { Seat } from '../../../domain/actor.ts';
import { type Period, period } from '../../../domain/calendar/quarter.ts';
import { type Instant, dayOf, epochOf, instantOfEpoch } from '../../../domain/instant.ts';
import { addDays } from '../../../domain/plain-date.ts';
import type { TaskCommand, TaskStart } from '../../../domain/task/task-command.ts';
import type { Obligation, RowPlan, SubmittedRow, TaskState } from '../../../domain/task/task-state.ts';
import { findingCommand } from './finding/random-finding.ts';
import { randomDecision, randomInstruction, randomRequest, randomWithdrawal } from './change/random-change.ts';
import { endingFault } from '../../../domain/task/ending/ending-fault.ts';
import { type RowEnding, isDone, isFinal, rowEndings } from '../../../domain/task/ending/row-ending.ts';
import { text } from './task-play.ts';
import { urging } from './urging/random-urging.ts';

/** What somebody tries next: plain numbers, made into a command against the state that is met. */
export interface Attempt {
  readonly hoursLater: number;
  readonly what:
    | 'submit'
    | 'review'
    | 'statement'
    | 'summary'
    | 'end'
    | 'change'
    | 'decision'
    | 'withdrawal'
    | 'instruction'
    | 'endings'
    | 'close'
    | 'failure'
    | 'retime'
    | 'wake'
    | 'issue'
    | 'finding'
    | 'urge';
  readonly which: number;
  readonly person: number;
  /** The seat in which it is done; null for the right one. */
  readonly seat: Seat | null;
  readonly hoursBefore: number;
  readonly value: number;
  readonly bits: number;
  /** 0 leaves the command sound; other numbers spoil one thing of it. */
  readonly spoil: number;
}

const mostly = <T>(usual: T, ...others: readonly T[]): fc.Arbitrary<T> =>
  fc.oneof({ weight: 9, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(usual, ...others) });

/** One attempt; most are sound, so that years go deep. */
export const randomAttempt: fc.Arbitrary<Attempt> = fc.record({
  hoursLater: fc.oneof(fc.nat(12), fc.nat(24 * 12)),
  what: fc.oneof(
    { weight: 8, arbitrary: fc.constant('submit' as const) },
    { weight: 7, arbitrary: fc.constant('review' as const) },
    { weight: 3, arbitrary: fc.constantFrom('statement' as const, 'summary' as const, 'end' as const) },
    { weight: 4, arbitrary: fc.constant('finding' as const) },
    { weight: 3, arbitrary: fc.constantFrom('change' as const, 'change' as const, 'decision' as const) },
    { weight: 1, arbitrary: fc.constantFrom('withdrawal' as const, 'instruction' as const) },
    { weight: 2, arbitrary: fc.constant('urge' as const) },
    { weight: 6, arbitrary: fc.constantFrom('endings' as const, 'endings' as const, 'close' as const) },
    { weight: 1, arbitrary: fc.constantFrom('failure' as const, 'retime' as const, 'wake' as const, 'issue' as const) },
  ),
  which: fc.nat(40),
  person: fc.nat(5),
  seat: mostly<Seat | null>(null, 'office', 'officer', 'writer', 'head', 'supervisor', 'leader', 'admin'),
  hoursBefore: fc.oneof(fc.constant(0), fc.nat(100)),
  value: fc.oneof(
    fc.nat(1500),
    fc.integer({ min: -1000, max: 150_000 }).map((cents) => cents / 100),
  ),
  bits: fc.nat(15),
  spoil: mostly(0, 1, 2, 3, 4),
});

/** The command that the attempt makes of what it meets; null where there is nothing that it could be about. */
export function commandOf(attempt: Attempt, state: TaskState, start: TaskStart, at: Instant): TaskCommand | null {
  switch (attempt.what) {
    case 'submit':
      return submission(attempt, state, at);
    case 'review':
      return review(attempt, state);
    case 'statement':
      return statement(attempt, state);
    case 'summary':
      return summary(attempt, state);
    case 'end':
      return { type: 'endTask', ending: 'completed', by: person(attempt, 'office', 'dev-reform') };
    case 'change':
      return randomRequest(attempt, state, at);
    case 'decision':
      return randomDecision(attempt, state, at);
    case 'withdrawal':
      return randomWithdrawal(attempt, state);
    case 'instruction':
      return randomInstruction(attempt);
    case 'close':
      return { type: 'closeOut', summaryHash: 'h', approvedBy: person(attempt, 'leader', 'city') };
    case 'endings':
      return endings(attempt, state, at);
    case 'failure':
      return {
        type: 'noteDeliveryFailure',
        letterId: 'letter',
        key: pick(state.obligations, attempt)?.id ?? 'key',
        failureClass: 'mailbox',
      };
    case 'retime':
      return { type: 'retime' };
    case 'wake':
      return { type: 'wake' };
    case 'finding': {
      const right = (seat: Seat, unitId: string) => person(attempt, seat, unitId);
      return findingCommand({ ...attempt, person: right }, state, at);
    }
    case 'urge':
      return urging({ ...attempt, person: (seat, unitId) => person(attempt, seat, unitId) }, state, at);
    case 'issue':
      return { type: 'issueTask', start };
  }
}

function person({ person: number, seat }: Attempt, right: Seat, unitId: string) {
  return { personId: `person-${number}`, seat: seat ?? right, unitId };
}

function pick<T>(from: readonly T[], { which }: Attempt): T | null {
  return from[which % Math.max(1, from.length)] ?? null;
}

function hasRows(obligation: Obligation, ...wanted: readonly string[]): boolean {
  return obligation.rows.some(({ state }) => wanted.includes(state));
}

function submission(attempt: Attempt, state: TaskState, at: Instant): TaskCommand | null {
  const { spoil, bits, hoursBefore } = attempt;
  const owed = state.obligations.filter((each) => spoil === 1 || hasRows(each, 'open', 'sent-back'));
  const obligation = pick(owed, attempt);
  if (obligation === null) return null;
  const { kind, unitId, period: quarter } = obligation;
  const wanted = obligation.rows.filter((each) => spoil === 2 || each.state === 'open' || each.state === 'sent-back');
  const rows = wanted.map(({ subjectId }) =>
    withEnding(attempt, { state, obligation, at }, submittedRow(attempt, obligation, subjectId, at)),
  );
  const owner = spoil === 3 ? 'culture' : unitId;
  const right: Seat = kind === 'contribution' || kind === 'district-figures' ? 'officer' : 'head';
  return {
    type: 'takeRows',
    kind,
    unitId: owner,
    period: quarter,
    act: `${obligation.id}/${(obligation.act ?? '').length}/${at}`,
    rows: spoil === 4 ? rows.slice(1) : rows,
    submittedAt: earlierOf(at, hoursBefore, state),
    submittedBy: person(attempt, right, owner),
    makers: [`person-${bits % 6}`],
  };
}

function earlierOf(at: Instant, hours: number, { issuedAt }: TaskState): Instant {
  const earlier = instantOfEpoch(epochOf(at) - hours * 3_600_000);
  return issuedAt !== null && earlier < issuedAt ? issuedAt : earlier;
}

function submittedRow({ value, bits }: Attempt, { kind }: Obligation, subjectId: string, at: Instant): SubmittedRow {
  const isNumber = kind === 'progress' || kind === 'district-figures';
  return {
    subjectId,
    value: isNumber && bits !== 15 ? value : null,
    milestonesDone: bits % 2 === 0 ? [] : ['a'],
    complete: bits > 9,
    plan: kind === 'stage-plan' ? rowPlan(value, bits, at) : null,
    texts: bits === 14 ? {} : { done: text('done'), reason: text('reason') },
  };
}

interface Reporting {
  readonly state: TaskState;
  readonly obligation: Obligation;
  readonly at: Instant;
}

// The last return asks for an ending that fits the row; one in sixteen leaves it out.
function withEnding({ bits, which }: Attempt, { state, obligation, at }: Reporting, row: SubmittedRow): SubmittedRow {
  const subject = state.subjects.find(({ id }) => id === row.subjectId);
  if (obligation.kind !== 'progress' || obligation.period !== state.lastPeriod || subject === undefined) return row;
  const until = addDays(dayOf(at), 30 + bits);
  const fitting = rowEndings
    .map((ending) => ({ ending, until: ending === 'completed' || ending === 'exceeded' ? null : until }))
    .filter((claim) => endingFault(claim, { subject, value: row.value, on: dayOf(at) }) === null);
  const claim = fitting[which % Math.max(1, fitting.length)];
  return claim === undefined || bits === 13 ? row : { ...row, ending: claim, complete: isDone(claim) };
}

function endings(attempt: Attempt, state: TaskState, at: Instant): TaskCommand | null {
  const { spoil, bits, value } = attempt;
  const open = state.subjects.filter(({ ending }) => spoil === 1 || !isFinal(ending));
  if (open.length === 0) return null;
  const until = addDays(dayOf(at), 10 + bits);
  const rows = open.map(({ id: subjectId, claim, target }) => {
    const said = claim ?? { ending: 'unfinished', until };
    const named = spoil === 2 ? { ending: 'exceeded', until: null } : { ending: said.ending, until: said.until };
    const isStale = named.until !== null && named.until <= dayOf(at);
    const figure = spoil === 3 && target !== null ? value : null;
    return {
      subjectId,
      ending: named.ending as RowEnding,
      until: isStale ? until : named.until,
      value: figure,
      reason: text('r'),
    };
  });
  return {
    type: 'decideEndings',
    rows: spoil === 4 ? rows.slice(1) : rows,
    by: person(attempt, 'office', 'dev-reform'),
  };
}

function rowPlan(value: number, bits: number, at: Instant): RowPlan {
  const day = addDays(dayOf(at), Math.abs(Math.round(value)) % 120);
  return {
    baseline: bits % 3 === 0 ? null : value / 4,
    curve: bits % 2 === 0 ? [] : [{ day, value: value / 2 }],
    milestones:
      bits > 4
        ? [
            { id: 'a', title: '开工', due: day },
            { id: 'b', title: '完工', due: addDays(day, 40) },
          ]
        : [],
    statisticsOn: bits % 5 === 0 ? day : null,
  };
}

function review(attempt: Attempt, state: TaskState): TaskCommand | null {
  const { spoil, bits } = attempt;
  const obligation = pick(
    state.obligations.filter((each) => spoil === 1 || hasRows(each, 'submitted')),
    attempt,
  );
  if (obligation === null) return null;
  const { kind, unitId, period: quarter, act } = obligation;
  const rows = obligation.rows
    .filter((each) => spoil === 2 || each.state === 'submitted')
    .map((each) => each.subjectId);
  const isBack = (index: number) => (bits >> index) % 2 === 1;
  return {
    type: 'reviewRows',
    kind,
    unitId,
    period: quarter,
    act: spoil === 3 ? 'older' : (act ?? ''),
    accept: rows.filter((_, index) => !isBack(index)),
    sendBack: rows.filter((_, index) => isBack(index)).map((subjectId) => ({ subjectId, reason: text('why') })),
    ownUnit: false,
    by: person(attempt, 'office', 'dev-reform'),
  };
}

const quarters: readonly Period[] = ['2021Q4', '2022Q1', '2022Q2', '2022Q3', '2022Q4', '2023Q1'].map(period);

function statement(attempt: Attempt, state: TaskState): TaskCommand | null {
  const about = pick(Object.keys(state.statementsUntil), attempt);
  const [, unitId = 'industry', name = '2022Q4'] = about?.split('/') ?? [];
  const files = state.parties[attempt.bits % Math.max(1, state.parties.length)]?.unitId ?? 'industry';
  const by = person(attempt, 'officer', files);
  return { type: 'fileStatement', aboutUnitId: unitId, period: period(name), text: text('differs'), by };
}

function summary(attempt: Attempt, state: TaskState): TaskCommand | null {
  const quarter = attempt.spoil === 0 ? (state.openedPeriod ?? null) : pick(quarters, attempt);
  const lead = state.parties[attempt.spoil]?.unitId ?? 'industry';
  if (quarter === null) return null;
  return { type: 'writeSummary', period: quarter, text: text('summary'), by: person(attempt, 'officer', lead) };
}
