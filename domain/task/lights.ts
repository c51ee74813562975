import { canonicalText } from '../canonical.ts';
import { workingDaysBetween } from '../calendar/working-calendar.ts';
import type { DecisionContext } from '../ledger/book.ts';
import type { PlainDate } from '../plain-date.ts';
import { nearDueDay } from './light-days.ts';
import { type LightInputs, type Verdict, pointsBehind, rowVerdict } from './row-verdict.ts';
import type { RowAssessment } from './task-event.ts';
import type { Light, LightCause, Subject } from './task-state.ts';

/** How bad a light is, worst highest; a task shows the worst of its rows. */
const severity: Readonly<Record<Light, number>> = {
  'on-track': 0,
  recovered: 1,
  suspended: 1.5,
  'awaiting-statistics': 2,
  'near-due': 3,
  'no-plan': 4,
  behind: 5,
  'far-behind': 6,
};

/** Every light, the mildest first. */
export const lightsBySeverity: readonly string[] = Object.entries(severity)
  .toSorted(([, a], [, b]) => a - b)
  .map(([light]) => light);

/** The lights of `subjects` that differ from what they show now; tracked rows have none. */
export function assessLights(
  subjects: readonly Subject[],
  inputs: LightInputs,
  context: DecisionContext,
): readonly RowAssessment[] {
  return subjects.flatMap((subject) => {
    if (subject.tracked) return [];
    const assessed = assessRow(subject, inputs, context);
    return isShown(subject, assessed) ? [] : [assessed];
  });
}

/** The row that decides a task's light: the worst, the first of several that are equally bad; null where nothing is lit. */
export function worstRow(subjects: readonly Subject[]): Subject | null {
  const lit = subjects.filter(({ light }) => light !== null);
  return lit.toSorted((a, b) => severityOf(b) - severityOf(a))[0] ?? null;
}

function severityOf({ light }: Subject): number {
  return light === null ? -1 : severity[light.light];
}

// As canonical text, because a state that was read from the store may have its keys in another order.
function isShown({ light, behindPeriods, recoveredIn }: Subject, { assessment, ...after }: RowAssessment): boolean {
  if (light === null || light.light !== assessment.light || recoveredIn !== after.recoveredIn) return false;
  const same = canonicalText(light.cause) === canonicalText(assessment.cause);
  return same && behindPeriods.join() === after.behindPeriods.join();
}

function assessRow(subject: Subject, inputs: LightInputs, context: DecisionContext): RowAssessment {
  const since = inputs.suspendedSince ?? null;
  if (since !== null) return suspendedRow(subject, since, inputs.on, context);
  const own = rowVerdict(subject, inputs, context.rules.lights);
  const trend = trendOf(subject, own);
  const verdict = nearDue(subject, raised(own, trend.behindPeriods.length), inputs.on, context);
  const isRecovered = verdict.light === 'on-track' && trend.recoveredIn !== null;
  return {
    subjectId: subject.id,
    assessment: {
      light: isRecovered ? 'recovered' : verdict.light,
      cause: verdict.cause,
      on: inputs.on,
      rulesVersion: context.rules.version,
    },
    ...trend,
  };
}

// A task that stands still shows nothing else, and its past waits for it to go on.
function suspendedRow(subject: Subject, since: PlainDate, on: PlainDate, { rules }: DecisionContext): RowAssessment {
  const { id, behindPeriods, recoveredIn } = subject;
  const cause = { kind: 'suspended', since } as const;
  const assessment = { light: 'suspended', cause, on, rulesVersion: rules.version } as const;
  return { subjectId: id, assessment, behindPeriods, recoveredIn };
}

type Trend = Pick<RowAssessment, 'behindPeriods' | 'recoveredIn'>;

// Only what a report says moves the trend: a report that is missing, or a plan, neither adds a period nor ends the row.
function trendOf({ progress, behindPeriods, recoveredIn }: Subject, { light, cause }: Verdict): Trend {
  if (progress === null || !isReported(cause)) return { behindPeriods, recoveredIn };
  const { period } = progress;
  if (light === 'behind' || light === 'far-behind') {
    const known = behindPeriods.includes(period);
    return { behindPeriods: known ? behindPeriods : [...behindPeriods, period], recoveredIn: null };
  }
  if (behindPeriods.length > 0) return { behindPeriods: [], recoveredIn: period };
  return { behindPeriods, recoveredIn: recoveredIn === period ? period : null };
}

function isReported(cause: LightCause): boolean {
  return pointsBehind(cause) !== null || cause.kind === 'item-overdue' || cause.kind === 'complete';
}

function raised(verdict: Verdict, inARow: number): Verdict {
  const points = pointsBehind(verdict.cause);
  if (verdict.light !== 'behind' || inARow < 2 || points === null) return verdict;
  return { light: 'far-behind', cause: { kind: 'behind-in-a-row', points, periods: inARow } };
}

function nearDue({ due }: Subject, verdict: Verdict, on: PlainDate, context: DecisionContext): Verdict {
  if (verdict.light !== 'on-track' || verdict.cause.kind === 'complete' || verdict.cause.kind === 'ceiling') {
    return verdict;
  }
  if (on > due) return { light: 'near-due', cause: { kind: 'item-due-passed', due } };
  if (on < nearDueDay(due, context)) return verdict;
  const workingDays = workingDaysBetween(context.calendar, on, due);
  return { light: 'near-due', cause: { kind: 'item-due', due, workingDays } };
}
