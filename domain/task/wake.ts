import type { DecisionContext } from '../ledger/book.ts';
import { mailDayFor } from '../calendar/mail-day.ts';
import { type Period, nextQuarter, quarterStart } from '../calendar/quarter.ts';
import { type Instant, dayOf, startOfDay } from '../instant.ts';
import { type PlainDate, addDays } from '../plain-date.ts';
import { dayInForce, extensionAsked } from './change/pending.ts';
import { statisticsDays } from './ending/evolve-endings.ts';
import { rowsOwed, rowsSubmitted } from './find.ts';
import { undecided } from './finding/decided-light.ts';
import { assessLights } from './lights.ts';
import { quarterObligations } from './obligations.ts';
import type { TaskEvent } from './task-event.ts';
import type { Obligation, TaskState } from './task-state.ts';
import { promiseDay, wakePromises } from './urging/record-urging.ts';

/** The next moment at which time alone does something to the task: 00:00 of the first such day; null for never. */
export function nextWake(state: TaskState): Instant | null {
  if (state.phase !== 'open' || state.changes.suspended !== null) return null;
  const opening = nextOpening(state);
  const days = [
    ...(opening === null ? [] : [quarterStart(opening)]),
    ...state.obligations.flatMap((obligation) => [overdueDay(obligation, state), reviewOverdueDay(obligation)]),
    state.lightDays[0] ?? null,
    promiseDay(state),
    ...statisticsDays(state),
  ].filter((day) => day !== null);
  const first = days.toSorted()[0];
  return first === undefined ? null : startOfDay(first);
}

/** Everything that is due at `at`, the instant of a wake: quarters open, what is late is noted, lights change by time. */
export function wake(state: TaskState, at: Instant, context: DecisionContext): readonly TaskEvent[] {
  if (state.phase !== 'open' || state.issuedAt === null || state.changes.suspended !== null) return [];
  const on = dayOf(at);
  const late = state.obligations.filter((obligation) => isReached(overdueDay(obligation, state), on));
  const waiting = state.obligations.filter((obligation) => isReached(reviewOverdueDay(obligation), on));
  return [
    ...openQuarter(state, on, at, context),
    ...(late.length === 0 ? [] : [overdue(late, at)]),
    ...(waiting.length === 0 ? [] : [reviewsOverdue(waiting, at, context)]),
    ...lights(state, late, at, context),
    ...wakePromises(state, at, context),
    ...statisticsDue(state, at, context),
  ];
}

function statisticsDue(state: TaskState, at: Instant, context: DecisionContext): readonly TaskEvent[] {
  const due = state.subjects.filter((subject) =>
    statisticsDays({ subjects: [subject] }).some((day) => day <= dayOf(at)),
  );
  if (due.length === 0) return [];
  const mailDay = mailDayFor(context.calendar, at);
  return [{ type: 'statisticsDue', at, by: 'system', subjectIds: due.map(({ id }) => id), mailDay }];
}

/** The quarter whose obligations open next; null once the last one is open. */
export function nextOpening({ openedPeriod, lastPeriod }: TaskState): Period | null {
  if (openedPeriod === null || lastPeriod === null || openedPeriod >= lastPeriod) return null;
  return nextQuarter(openedPeriod);
}

/**
 * The day on which an obligation becomes overdue: the one after its due day, or after the day for what was sent back; none while
 * its extension is being decided.
 */
export function overdueDay(obligation: Obligation, { changes }: TaskState): PlainDate | null {
  if (obligation.overdue || rowsOwed(obligation).length === 0) return null;
  return extensionAsked(changes, obligation.id) === null ? addDays(dayInForce(obligation), 1) : null;
}

/** The day on which the office's review becomes overdue; null where nothing waits for it. */
export function reviewOverdueDay(obligation: Obligation): PlainDate | null {
  if (obligation.reviewOverdue || obligation.reviewDue === null || rowsSubmitted(obligation).length === 0) return null;
  return addDays(obligation.reviewDue, 1);
}

function isReached(day: PlainDate | null, on: PlainDate): boolean {
  return day !== null && day <= on;
}

function openQuarter(state: TaskState, on: PlainDate, at: Instant, context: DecisionContext): readonly TaskEvent[] {
  const period = nextOpening(state);
  if (period === null || state.issuedAt === null || quarterStart(period) > on) return [];
  const duties = { issuedAt: state.issuedAt, parties: state.parties, subjects: state.subjects };
  const obligations = quarterObligations(duties, period, at, context);
  return [
    {
      type: 'obligationsOpened',
      at,
      by: 'system',
      period,
      obligations,
      headOffsets: context.rules.headReminderOffsets,
    },
  ];
}

function overdue(late: readonly Obligation[], at: Instant): TaskEvent {
  return { type: 'obligationsOverdue', at, by: 'system', obligationIds: late.map(({ id }) => id) };
}

function reviewsOverdue(waiting: readonly Obligation[], at: Instant, { calendar }: DecisionContext): TaskEvent {
  const obligationIds = waiting.map(({ id }) => id);
  return { type: 'reviewsOverdue', at, by: 'system', obligationIds, mailDay: mailDayFor(calendar, at) };
}

// On a light day the event is made even without a change: it is what takes the day off the list.
function lights(
  state: TaskState,
  late: readonly Obligation[],
  at: Instant,
  context: DecisionContext,
): readonly TaskEvent[] {
  const on = dayOf(at);
  if (state.issuedAt === null) return [];
  const obligations = state.obligations.map((each) => (late.includes(each) ? { ...each, overdue: true } : each));
  const inputs = { on, issuedOn: dayOf(state.issuedAt), obligations };
  const isLightDay = state.lightDays.some((day) => day <= on);
  const lateRows = new Set(late.flatMap(({ rows }) => rows.map(({ subjectId }) => subjectId)));
  const subjects = undecided(state.subjects).filter(({ id }) => isLightDay || lateRows.has(id));
  const assessments = assessLights(subjects, inputs, context);
  return assessments.length === 0 && !isLightDay ? [] : [{ type: 'lightsAssessed', at, by: 'system', on, assessments }];
}
