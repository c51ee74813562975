import { assertNever } from '../errors.ts';
import { quarterEnd } from '../calendar/quarter.ts';
import type { PlainDate } from '../plain-date.ts';
import type { LightRules } from '../rules.ts';
import { expectedValue } from './expected-value.ts';
import type { Target } from './issued-subject.ts';
import type { Light, LightCause, Obligation, RowPlan, RowProgress, Subject } from './task-state.ts';

/** What is looked at to assess rows, besides the rules: the day of the look, the day of issue, and what is still owed. */
export interface LightInputs {
  readonly on: PlainDate;
  readonly issuedOn: PlainDate;
  readonly obligations: readonly Obligation[];
  /** Since when the task stands still 已暂停; every row of it then shows that alone. */
  readonly suspendedSince?: PlainDate | null;
}

/** A light with its reason. */
export interface Verdict {
  readonly light: Light;
  readonly cause: LightCause;
}

/** What a row's own plan and reports say of it, before its past and the nearness of its due day are looked at. */
export function rowVerdict(subject: Subject, inputs: LightInputs, limits: LightRules): Verdict {
  const { plan, progress } = subject;
  const overdue = overdueReport(subject, inputs.obligations);
  if (overdue !== null) return { light: 'far-behind', cause: overdue };
  const isOver = isDueOver(subject, inputs.on);
  if (isReached(subject, isOver)) return { light: 'on-track', cause: { kind: 'complete' } };
  if (plan !== null && plan.statisticsOn !== null && awaitsStatistics(subject, plan.statisticsOn, inputs.on)) {
    return { light: 'awaiting-statistics', cause: { kind: 'statistics', until: plan.statisticsOn } };
  }
  const known = progress === null ? (plan?.baseline ?? null) : progress.value;
  if (isCeiling(subject.target) && known !== null) {
    return ceilingVerdict(subject.target, known, isOver, limits);
  }
  if (isOver) return { light: 'far-behind', cause: { kind: 'item-overdue', due: subject.due } };
  if (plan === null) return { light: 'no-plan', cause: { kind: 'no-plan' } };
  return subject.target === null
    ? milestoneVerdict(plan, progress, limits)
    : valueVerdict({ ...subject, target: subject.target, plan }, inputs.issuedOn, limits);
}

/** By how many points a row is behind what was planned; only causes that measure have any. */
export function pointsBehind(cause: LightCause): number | null {
  switch (cause.kind) {
    case 'value':
    case 'ceiling':
      return cause.points;
    case 'milestones':
      return cause.total === 0 ? 0 : rounded((cause.missed.length / cause.total) * 100);
    case 'suspended':
    case 'no-plan':
    case 'statistics':
    case 'report-overdue':
    case 'item-overdue':
    case 'item-due':
    case 'item-due-passed':
    case 'complete':
    case 'decided':
      return null;
    case 'behind-in-a-row':
      return cause.points;
    default:
      return assertNever(cause);
  }
}

function overdueReport({ id }: Subject, obligations: readonly Obligation[]): LightCause | null {
  const late = obligations.find(
    ({ kind, overdue, submittedAt, rows }) =>
      kind === 'progress' && overdue && submittedAt === null && rows.some(({ subjectId }) => subjectId === id),
  );
  return late === undefined || late.period === 'plan'
    ? null
    : { kind: 'report-overdue', due: late.due, period: late.period };
}

// A number is reached by its value alone: saying 完成 does not make 620 of 1400 done.
function isReached(subject: Subject, isOver: boolean): boolean {
  const { target, progress } = subject;
  if (progress === null) return false;
  if (target === null) return progress.complete;
  if (progress.value === null) return false;
  // A ceiling is kept until its due day is over, never reached before.
  return isMet(target, progress.value) && (!isCeiling(target) || isOver);
}

/** Whether a value satisfies the target. */
export function isMet({ comparator, value: target }: Target, value: number): boolean {
  switch (comparator) {
    case '=':
    case '>=':
      return value >= target;
    case '>':
      return value > target;
    case '<=':
      return value <= target;
    case '<':
      return value < target;
  }
}

/** Whether the target is a limit to stay under, not a number to reach. */
export function isCeiling(target: Target | null): target is Target {
  return target?.comparator === '<=' || target?.comparator === '<';
}

// Over means that the day is past and the last accepted report is that of its quarter, so that no other will speak of it.
function isDueOver({ due, progress }: Subject, on: PlainDate): boolean {
  return on > due && progress !== null && due <= quarterEnd(progress.period);
}

function dayOfReport({ asOf, period }: RowProgress): PlainDate {
  return asOf ?? quarterEnd(period);
}

// Once the statistics are out, the number comes with the next report, as long as there is one.
function awaitsStatistics(subject: Subject, until: PlainDate, on: PlainDate): boolean {
  if ((subject.progress?.value ?? null) !== null) return false;
  return on < until || !isDueOver(subject, on);
}

function ceilingVerdict(target: Target, value: number, isOver: boolean, { farBehindPoints }: LightRules): Verdict {
  const ceiling = target.value;
  const points = rounded(((value - ceiling) / (Math.abs(ceiling) || 1)) * 100);
  const cause = { kind: 'ceiling', value, ceiling, points } as const;
  if (isMet(target, value)) return { light: 'on-track', cause };
  return { light: points > farBehindPoints || isOver ? 'far-behind' : 'behind', cause };
}

interface Measured extends Subject {
  readonly target: Target;
  readonly plan: RowPlan;
}

function valueVerdict(subject: Measured, issuedOn: PlainDate, limits: LightRules): Verdict {
  const { target, progress, plan, due } = subject;
  const { baseline, curve } = plan;
  if (baseline === null) return { light: 'no-plan', cause: { kind: 'no-plan', missing: 'baseline' } };
  const value = progress?.value ?? baseline;
  const way = target.value - baseline;
  const course = { issuedOn, due, baseline, target: target.value, curve };
  const expected =
    way <= 0 ? target.value : progress === null ? baseline : expectedValue(course, dayOfReport(progress));
  // Where nothing was left to do at the issue, the target itself is the measure of what was lost since.
  const points = rounded(((expected - value) / (way > 0 ? way : Math.abs(target.value) || 1)) * 100);
  const light = lightOfPoints(points, limits);
  return {
    light,
    cause: { kind: 'value', value, expected: rounded(expected), points, limit: limitPassed(light, limits) },
  };
}

function milestoneVerdict({ milestones }: RowPlan, progress: RowProgress | null, limits: LightRules): Verdict {
  if (milestones.length === 0) return { light: 'no-plan', cause: { kind: 'no-plan', missing: 'milestones' } };
  const reported = new Set(progress?.milestonesDone ?? []);
  const done = milestones.filter(({ id }) => reported.has(id));
  const missed = milestones.filter(
    ({ id, due }) => progress !== null && due <= dayOfReport(progress) && !reported.has(id),
  );
  const cause: LightCause = {
    kind: 'milestones',
    missed: missed.map(({ title }) => title),
    done: done.length,
    total: milestones.length,
  };
  // Each milestone weighs the same, so a missed one is behind by its share of all.
  return { light: lightOfPoints(pointsBehind(cause) ?? 0, limits), cause };
}

function lightOfPoints(
  points: number,
  { behindPoints, farBehindPoints }: LightRules,
): 'on-track' | 'behind' | 'far-behind' {
  if (points > farBehindPoints) return 'far-behind';
  return points >= behindPoints ? 'behind' : 'on-track';
}

function limitPassed(light: Light, { behindPoints, farBehindPoints }: LightRules): number | null {
  if (light === 'far-behind') return farBehindPoints;
  return light === 'behind' ? behindPoints : null;
}

// Adding 0 turns −0 into 0: the ledger's JSON knows no −0, and a state read from it must equal the one that was kept.
function rounded(value: number): number {
  return Math.round(value * 100) / 100 + 0;
}
