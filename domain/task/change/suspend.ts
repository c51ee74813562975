import { type Period, quarterEnd, quarterOf } from '../../calendar/quarter.ts';
import { type WorkingCalendar, shiftWorkingDays, workingDaysBetween } from '../../calendar/working-calendar.ts';
import { type Instant, dayOf } from '../../instant.ts';
import type { DecisionContext } from '../../ledger/book.ts';
import type { PlainDate } from '../../plain-date.ts';
import { undecided } from '../finding/decided-light.ts';
import { lightDays } from '../light-days.ts';
import { assessLights } from '../lights.ts';
import { isReportedOn, quarterObligations } from '../obligations.ts';
import type { TaskEvent } from '../task-event.ts';
import type { Obligation, RowPlan, Subject, TaskState } from '../task-state.ts';
import type { TaskResumed } from './change-event.ts';
import { resumed } from './evolve-suspension.ts';
import { extensionAsked } from './pending.ts';
import { remindersOf } from './extended-obligation.ts';
import type { ChangeMade } from './reassign.ts';

/** The task stands still: its letters are withdrawn, its rows show 已暂停, and no time passes for it. */
export function suspend(
  state: TaskState,
  { changeId, by, at }: ChangeMade,
  context: DecisionContext,
): readonly TaskEvent[] {
  const on = dayOf(at);
  const inputs = { on, issuedOn: dayOf(state.issuedAt ?? at), obligations: state.obligations, suspendedSince: on };
  const assessments = assessLights(undecided(state.subjects), inputs, context);
  return [
    { type: 'taskSuspended', at, by, changeId, on },
    ...(assessments.length === 0 ? [] : [{ type: 'lightsAssessed', at, by, on, assessments } as const]),
  ];
}

/**
 * The task goes on: what was due after the suspension is due as many working days later as it stood. The clock of a quarter's
 * report begins when the quarter is over, so that of a running quarter has not stood; quarters that ended meanwhile are not asked.
 */
export function resume(
  state: TaskState,
  { changeId, by, at }: ChangeMade,
  context: DecisionContext,
): readonly TaskEvent[] {
  const since = state.changes.suspended?.on ?? dayOf(at);
  const on = dayOf(at);
  const standing: Standing = { since, on, at, days: workingDaysBetween(context.calendar, since, on), context };
  const kept = state.obligations.filter((each) => !isUnasked(each, standing));
  const items = state.subjects.flatMap((subject) => movedItem(subject, standing));
  const draft: TaskResumed = {
    type: 'taskResumed',
    at,
    by,
    changeId,
    on,
    stoodWorkingDays: standing.days,
    items,
    obligations: kept.map((each) => movedObligationOf(state, each, standing)),
    endedObligations: state.obligations.filter((each) => !kept.includes(each)).map(({ id }) => id),
    headOffsets: context.rules.headReminderOffsets,
    lightDays: [],
  };
  const after = resumed(state, draft);
  const event = { ...draft, lightDays: lightDays(after.subjects, on, context) };
  const inputs = { on, issuedOn: dayOf(state.issuedAt ?? at), obligations: after.obligations };
  const assessments = assessLights(undecided(after.subjects), inputs, context);
  return [
    event,
    ...openRunning(state, at, context),
    ...(assessments.length === 0 ? [] : [{ type: 'lightsAssessed', at, by, on, assessments } as const]),
  ];
}

interface Standing {
  readonly since: PlainDate;
  readonly on: PlainDate;
  readonly at: Instant;
  readonly days: number;
  readonly context: DecisionContext;
}

function isUnasked({ period, submittedAt }: Obligation, { since, on }: Standing): boolean {
  if (period === 'plan' || submittedAt !== null) return false;
  const end = quarterEnd(period);
  return end >= since && end < on;
}

function movedItem(subject: Subject, standing: Standing): TaskResumed['items'] {
  const { id, due, plan, progress } = subject;
  if (due < standing.since || progress?.complete === true) return [];
  const moved = shiftWorkingDays(standing.context.calendar, due, standing.days);
  return [{ subjectId: id, before: due, due: moved, plan: plan === null ? null : movedPlan(plan, standing) }];
}

// What the unit planned for days on which the task stood, and for later ones, comes so much later.
function movedPlan(plan: RowPlan, standing: Standing): RowPlan {
  const later = (day: PlainDate): PlainDate => laterBy(day, standing, standing.context.calendar);
  return {
    ...plan,
    curve: plan.curve.map((point) => ({ ...point, day: later(point.day) })),
    milestones: plan.milestones.map((milestone) => ({ ...milestone, due: later(milestone.due) })),
  };
}

function laterBy(day: PlainDate, { since, days }: Standing, calendar: WorkingCalendar): PlainDate {
  return day < since ? day : shiftWorkingDays(calendar, day, days).date;
}

function movedObligationOf(
  state: TaskState,
  obligation: Obligation,
  standing: Standing,
): TaskResumed['obligations'][number] {
  const { id, period, due, resubmitDue, reviewDue, submittedAt } = obligation;
  const { at, context, since } = standing;
  const later = (day: PlainDate): PlainDate => laterBy(day, standing, context.calendar);
  const hasStood = submittedAt === null && (period === 'plan' || quarterEnd(period) < since);
  const moved = {
    due: hasStood ? later(due) : due,
    resubmitDue: resubmitDue === null ? null : later(resubmitDue),
    reviewDue: reviewDue === null ? null : later(reviewDue),
  };
  const isBeingDecided = extensionAsked(state.changes, id) !== null;
  const reminders = remindersOf({ ...obligation, ...moved }, { at, context, isBeingDecided });
  return { obligationId: id, before: due, ...moved, ladder: reminders?.ladder ?? {} };
}

// Quarters that ended meanwhile are passed over; the running one opens as it would have.
function openRunning(state: TaskState, at: Instant, context: DecisionContext): readonly TaskEvent[] {
  const { openedPeriod, lastPeriod, issuedAt, parties, subjects } = state;
  if (openedPeriod === null || lastPeriod === null || issuedAt === null) return [];
  const running = quarterOf(dayOf(at));
  const period = earlierOf(running, lastPeriod);
  if (period <= openedPeriod) return [];
  const isAsked = period === running && isReportedOn(period, lastPeriod);
  const obligations = isAsked ? quarterObligations({ issuedAt, parties, subjects }, period, at, context) : [];
  const headOffsets = context.rules.headReminderOffsets;
  return [{ type: 'obligationsOpened', at, by: 'system', period, obligations, headOffsets }];
}

function earlierOf(a: Period, b: Period): Period {
  return a < b ? a : b;
}
