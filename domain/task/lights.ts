import type { DecisionContext } from '../ledger/book.ts';
import { type Period, quarterEnd } from '../calendar/quarter.ts';
import { shiftWorkingDays, workingDaysBetween } from '../calendar/working-calendar.ts';
import type { PlainDate } from '../plain-date.ts';
import type { LightRules } from '../rules.ts';
import { expectedValue } from './expected-value.ts';
import type { RowAssessment } from './task-event.ts';
import type { Light, LightAssessment, LightCause, Obligation, RowPlan, RowProgress, Subject } from './task-state.ts';

/** What is looked at to assess rows, besides the rules: the day of the look, the day of issue, and what is still owed. */
export interface LightInputs {
  readonly on: PlainDate;
  readonly issuedOn: PlainDate;
  readonly obligations: readonly Obligation[];
}

interface Verdict {
  readonly light: Light;
  readonly cause: LightCause;
}

/** How bad a light is, worst highest; a task shows the worst of its rows. */
const severity: Readonly<Record<Light, number>> = {
  'on-track': 0,
  recovered: 1,
  'awaiting-statistics': 2,
  'near-due': 3,
  'no-plan': 4,
  behind: 5,
  'far-behind': 6,
};

/** The lights of `subjects` that differ from what they show now; tracked rows have none. */
export function assessLights(
  subjects: readonly Subject[],
  inputs: LightInputs,
  context: DecisionContext,
): readonly RowAssessment[] {
  return subjects
    .filter(({ tracked }) => !tracked)
    .map((subject) => assessRow(subject, inputs, context))
    .filter(({ subjectId, assessment, behindPeriods }) => {
      const subject = subjects.find(({ id }) => id === subjectId);
      if (subject === undefined) return false;
      return !sameLight(subject.light, assessment) || subject.behindPeriods.join() !== behindPeriods.join();
    });
}

/** The row that decides a task's light: the worst, the first of several that are equally bad; null where nothing is lit. */
export function worstRow(subjects: readonly Subject[]): Subject | null {
  const lit = subjects.filter(({ light }) => light !== null);
  return lit.toSorted((a, b) => severityOf(b) - severityOf(a))[0] ?? null;
}

/** The first day on which a row may be near due; a light changes then by time alone. */
export function nearDueDay(due: PlainDate, { rules, calendar }: DecisionContext): PlainDate {
  return shiftWorkingDays(calendar, due, -rules.lights.nearDueWorkingDays).date;
}

function severityOf({ light }: Subject): number {
  return light === null ? -1 : severity[light.light];
}

function sameLight(before: LightAssessment | null, after: LightAssessment): boolean {
  return (
    before !== null && before.light === after.light && JSON.stringify(before.cause) === JSON.stringify(after.cause)
  );
}

function assessRow(subject: Subject, inputs: LightInputs, context: DecisionContext): RowAssessment {
  const base = ownVerdict(subject, inputs, context);
  const behindPeriods = periodsBehind(subject, base);
  const verdict = recovered(subject, nearDue(subject, raised(base, behindPeriods.length), inputs.on, context));
  return {
    subjectId: subject.id,
    assessment: { ...verdict, on: inputs.on, rulesVersion: context.rules.version },
    behindPeriods,
  };
}

function ownVerdict(subject: Subject, inputs: LightInputs, { rules }: DecisionContext): Verdict {
  const overdue = overdueReport(subject, inputs.obligations);
  if (overdue !== null) return { light: 'far-behind', cause: overdue };
  const { plan, progress } = subject;
  if (plan === null) return { light: 'no-plan', cause: { kind: 'no-plan' } };
  if (isReached(subject, progress)) return { light: 'on-track', cause: { kind: 'complete' } };
  if (plan.statisticsOn !== null && (progress?.value ?? null) === null && inputs.on < plan.statisticsOn) {
    return { light: 'awaiting-statistics', cause: { kind: 'statistics', until: plan.statisticsOn } };
  }
  if (progress !== null && subject.due <= quarterEnd(progress.period)) {
    return { light: 'far-behind', cause: { kind: 'item-overdue', due: subject.due } };
  }
  const cause = subject.target === null ? milestoneCause(plan, progress) : valueCause(subject, plan, inputs.issuedOn);
  return { light: lightOfPoints(pointsOf(cause), rules.lights), cause: withLimit(cause, rules.lights) };
}

function overdueReport(subject: Subject, obligations: readonly Obligation[]): LightCause | null {
  const late = obligations.find(
    ({ kind, overdue, submittedAt, rows }) =>
      kind === 'progress' && overdue && submittedAt === null && rows.some(({ subjectId }) => subjectId === subject.id),
  );
  return late === undefined || late.period === 'plan'
    ? null
    : { kind: 'report-overdue', due: late.due, period: late.period };
}

function isReached({ target }: Subject, progress: RowProgress | null): boolean {
  if (progress === null) return false;
  if (progress.complete) return true;
  if (target === null || progress.value === null) return false;
  switch (target.comparator) {
    case '=':
    case '>=':
      return progress.value >= target.value;
    case '>':
      return progress.value > target.value;
    // A ceiling is kept until the year is over, never reached before.
    case '<=':
    case '<':
      return false;
  }
}

type ValueCause = Extract<LightCause, { kind: 'value' }>;
type MilestoneCause = Extract<LightCause, { kind: 'milestones' }>;

function valueCause(subject: Subject, plan: RowPlan, issuedOn: PlainDate): ValueCause {
  const { target, progress } = subject;
  if (target === null) throw new Error(`row ${subject.id} has no target`);
  const baseline = plan.baseline ?? 0;
  const value = progress?.value ?? baseline;
  if (target.comparator === '<=' || target.comparator === '<') {
    const over = target.value === 0 ? value * 100 : ((value - target.value) / Math.abs(target.value)) * 100;
    return { kind: 'value', value, expected: target.value, points: Math.max(0, rounded(over)), limit: null };
  }
  const course = { issuedOn, due: subject.due, baseline, target: target.value, curve: plan.curve };
  const expected = progress === null ? baseline : expectedValue(course, quarterEnd(progress.period));
  const window = target.value - baseline;
  const points = window <= 0 ? 0 : ((expected - value) / window) * 100;
  return { kind: 'value', value, expected: rounded(expected), points: rounded(points), limit: null };
}

function milestoneCause(plan: RowPlan, progress: RowProgress | null): MilestoneCause {
  const until = progress === null ? null : quarterEnd(progress.period);
  const done = new Set(progress?.milestonesDone ?? []);
  const missed = plan.milestones.filter(({ id, due }) => until !== null && due <= until && !done.has(id));
  return {
    kind: 'milestones',
    missed: missed.map(({ title }) => title),
    done: done.size,
    total: plan.milestones.length,
  };
}

// Each milestone weighs the same, so a missed one is behind by its share of all.
function pointsOf(cause: ValueCause | MilestoneCause): number {
  if (cause.kind === 'value') return cause.points;
  return cause.total === 0 ? 0 : (cause.missed.length / cause.total) * 100;
}

function lightOfPoints(points: number, { behindPoints, farBehindPoints }: LightRules): Light {
  if (points > farBehindPoints) return 'far-behind';
  return points >= behindPoints ? 'behind' : 'on-track';
}

function withLimit(cause: ValueCause | MilestoneCause, { behindPoints, farBehindPoints }: LightRules): LightCause {
  if (cause.kind === 'milestones') return cause;
  if (cause.points > farBehindPoints) return { ...cause, limit: farBehindPoints };
  return cause.points >= behindPoints ? { ...cause, limit: behindPoints } : cause;
}

function isBehind(verdict: Pick<Verdict, 'light' | 'cause'>): boolean {
  const measured = isMeasured(verdict.cause) || verdict.cause.kind === 'behind-in-a-row';
  return measured && (verdict.light === 'behind' || verdict.light === 'far-behind');
}

function isMeasured(cause: LightCause): cause is ValueCause | MilestoneCause {
  return cause.kind === 'value' || cause.kind === 'milestones';
}

function periodsBehind({ progress, behindPeriods }: Subject, verdict: Verdict): readonly Period[] {
  if (progress === null || !isMeasured(verdict.cause)) return behindPeriods;
  if (!isBehind(verdict)) return [];
  return behindPeriods.includes(progress.period) ? behindPeriods : [...behindPeriods, progress.period];
}

function raised(verdict: Verdict, inARow: number): Verdict {
  if (verdict.light !== 'behind' || inARow < 2 || !isMeasured(verdict.cause)) return verdict;
  const points = rounded(pointsOf(verdict.cause));
  return { light: 'far-behind', cause: { kind: 'behind-in-a-row', points, periods: inARow } };
}

function nearDue(subject: Subject, verdict: Verdict, on: PlainDate, context: DecisionContext): Verdict {
  if (verdict.light !== 'on-track' || verdict.cause.kind === 'complete') return verdict;
  if (on < nearDueDay(subject.due, context) || on > subject.due) return verdict;
  const workingDays = workingDaysBetween(context.calendar, on, subject.due);
  return { light: 'near-due', cause: { kind: 'item-due', due: subject.due, workingDays } };
}

// Recovered 已追回 stays for a quarter: until the next period's report is assessed.
function recovered({ light, progress }: Subject, verdict: Verdict): Verdict {
  if (verdict.light !== 'on-track' || light === null) return verdict;
  const stays = light.light === 'recovered' && (progress === null || light.on > quarterEnd(progress.period));
  return isBehind(light) || stays ? { ...verdict, light: 'recovered' } : verdict;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
