import type { DecisionContext } from '../ledger/book.ts';
import { type Period, period as periodOf, quarterEnd, quarterOf, quarterStart } from '../calendar/quarter.ts';
import { type ComputedDate, nthWorkingDayAfter, shiftWorkingDays } from '../calendar/working-calendar.ts';
import { type Instant, dayOf } from '../instant.ts';
import { addDays } from '../plain-date.ts';
import { ladderFor } from './ladder.ts';
import type { IssuedSubject, Party } from './issued-subject.ts';
import type { OpenedObligation } from './task-event.ts';
import type { Obligation, ObligationKind } from './task-state.ts';

/** What of a task decides who owes what. */
export interface Duties {
  readonly issuedAt: Instant;
  readonly parties: readonly Party[];
  readonly subjects: readonly Pick<IssuedSubject, 'id' | 'unitId' | 'shares'>[];
}

/** The id of an obligation within its task. */
export function obligationId(kind: ObligationKind, unitId: string, period: Period | 'plan'): string {
  return `${kind}/${unitId}/${period}`;
}

/** The row subject of a unit that answers for the task as a whole, or that contributes to it. */
export function wholeTaskSubject(unitId: string): string {
  return `whole/${unitId}`;
}

/** Whether the office reviews what is submitted of this kind; the others are accepted as they arrive. */
export function isReviewed(kind: ObligationKind): boolean {
  return kind === 'progress' || kind === 'stage-plan';
}

/** Stage plans 阶段计划: one for each unit that answers for rows, due after the receipt limit. */
export function stagePlanObligations(
  duties: Duties,
  at: Instant,
  context: DecisionContext,
): readonly OpenedObligation[] {
  return accountableUnits(duties).map((unitId) =>
    opened({ kind: 'stage-plan', unitId, period: 'plan', subjectIds: subjectsOf(duties, unitId) }, duties, at, context),
  );
}

/** All that units owe for one quarter: reports of the accountable, contributions of the others, figures of those with a share. */
export function quarterObligations(
  duties: Duties,
  period: Period,
  at: Instant,
  context: DecisionContext,
): readonly OpenedObligation[] {
  const accountable = accountableUnits(duties);
  const open = (kind: ObligationKind, unitId: string, subjectIds: readonly string[]) =>
    opened({ kind, unitId, period, subjectIds }, duties, at, context);
  const contributors = duties.parties
    .filter(({ role }) => role === 'support' || (role === 'district' && context.rules.districtsReportText))
    .map(({ unitId }) => unitId)
    .filter((unitId) => !accountable.includes(unitId));
  return [
    ...accountable.map((unitId) => open('progress', unitId, subjectsOf(duties, unitId))),
    ...[...new Set(contributors)].map((unitId) => open('contribution', unitId, [wholeTaskSubject(unitId)])),
    ...sharers(duties).map((unitId) => open('district-figures', unitId, sharedSubjects(duties, unitId))),
  ];
}

/**
 * The due day of an obligation, counted anew: what a changed calendar is compared with. Where the notice comes late in a quarter,
 * nothing is due before its receipt is.
 */
export function dueOf(
  obligation: Pick<Obligation, 'kind' | 'period'>,
  issuedAt: Instant,
  { rules, calendar }: DecisionContext,
): ComputedDate {
  const { kind, period } = obligation;
  const receiptDue = shiftWorkingDays(calendar, dayOf(issuedAt), rules.receiptWorkingDays);
  if (kind === 'stage-plan' || period === 'plan') {
    return shiftWorkingDays(calendar, receiptDue.date, rules.stagePlanWorkingDaysAfterReceipt);
  }
  const returnDue = nthWorkingDayAfter(calendar, quarterEnd(period), rules.returnWorkingDayAfterQuarter);
  const due =
    kind === 'progress' ? returnDue : shiftWorkingDays(calendar, returnDue.date, -rules.contributionWorkingDaysBefore);
  return due.date < receiptDue.date ? receiptDue : due;
}

/**
 * The period that opens with the issue: the running quarter, because quarters that had ended before owe nothing; for a plan that is
 * issued before its year begins, the last quarter of the year before, on which nothing is reported.
 */
export function firstPeriod(issuedAt: Instant, lastPeriod: Period): Period {
  const running = quarterOf(dayOf(issuedAt));
  return isReportedOn(running, lastPeriod) ? running : quarterOf(addDays(quarterStart(firstOfYear(lastPeriod)), -1));
}

/** Whether `period` is not before the year of the plan, whose last quarter is `lastPeriod`. */
export function isReportedOn(period: Period, lastPeriod: Period): boolean {
  return period >= firstOfYear(lastPeriod);
}

function firstOfYear(lastPeriod: Period): Period {
  return periodOf(`${lastPeriod.slice(0, 4)}Q1`);
}

function opened(
  obligation: Pick<OpenedObligation, 'kind' | 'unitId' | 'period' | 'subjectIds'>,
  duties: Duties,
  at: Instant,
  context: DecisionContext,
): OpenedObligation {
  const due = dueOf(obligation, duties.issuedAt, context);
  return { ...obligation, due, ladder: ladderFor(context.calendar, due.date, context.rules.reminderOffsets, at) };
}

// Every lead owes a report for each of its tasks; a unit that is no lead owes one where it is accountable for an item.
function accountableUnits({ parties, subjects }: Duties): readonly string[] {
  const leads = parties.filter(({ role }) => role === 'lead').map(({ unitId }) => unitId);
  return [...new Set([...leads, ...subjects.map(({ unitId }) => unitId)])];
}

function subjectsOf({ subjects }: Duties, unitId: string): readonly string[] {
  return subjects.filter((subject) => subject.unitId === unitId).map(({ id }) => id);
}

function sharers({ subjects }: Duties): readonly string[] {
  return [...new Set(subjects.flatMap(({ shares }) => shares.map(({ unitId }) => unitId)))];
}

function sharedSubjects({ subjects }: Duties, unitId: string): readonly string[] {
  return subjects.filter(({ shares }) => shares.some((share) => share.unitId === unitId)).map(({ id }) => id);
}
