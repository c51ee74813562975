import { mailDayFor } from '../../calendar/mail-day.ts';
import { RuleViolation } from '../../errors.ts';
import { type Instant, dayOf } from '../../instant.ts';
import type { DecisionContext } from '../../ledger/book.ts';
import { assertMay } from '../../permissions.ts';
import { type PlainDate, addDays } from '../../plain-date.ts';
import { rowsOwed } from '../find.ts';
import type { TaskState } from '../task-state.ts';
import type { RecordUrging } from './urging-command.ts';
import type { Urged, UrgingEvent } from './urging-event.ts';

/** The office urged a unit by hand; what was promised comes back on its day, at the earliest tomorrow. */
export function recordUrging(state: TaskState, command: RecordUrging, at: Instant): readonly UrgingEvent[] {
  const { by, urgingId, unitId, obligationIds, channel, reached, promise, delivers } = command;
  assertMay(by, 'recordUrging');
  if (obligationIds.length === 0) throw new RuleViolation('nothing-urged', '请选择要催办的报送任务');
  for (const id of obligationIds) assertOwed(state, id, unitId);
  const event = { type: 'urged', at, by, urgingId, unitId, obligationIds, channel, reached, delivers } as const;
  return [{ ...event, promise: promised(promise, dayOf(at)) }];
}

/** The first day on which a promise comes back; null where none waits. */
export function promiseDay({ urging }: TaskState): PlainDate | null {
  const days = urging.promises.filter(({ isDue }) => !isDue).map(({ returnsOn }) => returnsOn);
  return days.toSorted()[0] ?? null;
}

/** Time's own: promises whose day has come and whose rows are still owed. */
export function wakePromises(
  { urging }: TaskState,
  at: Instant,
  { calendar }: DecisionContext,
): readonly UrgingEvent[] {
  const due = urging.promises.filter(({ isDue, returnsOn }) => !isDue && returnsOn <= dayOf(at));
  if (due.length === 0) return [];
  const urgingIds = due.map(({ urgingId }) => urgingId);
  return [{ type: 'promiseDue', at, by: 'system', urgingIds, mailDay: mailDayFor(calendar, at) }];
}

function promised(promise: RecordUrging['promise'], today: PlainDate): Urged['promise'] {
  if (promise === null) return null;
  if (promise.by < today) {
    throw new RuleViolation('promise-past', '承诺完成的日期早于今天，请核对后填写');
  }
  return { ...promise, returnsOn: promise.by > today ? promise.by : addDays(today, 1) };
}

function assertOwed(state: TaskState, id: string, unitId: string): void {
  const obligation = state.obligations.find((each) => each.id === id && each.unitId === unitId);
  if (obligation !== undefined && rowsOwed(obligation).length > 0) return;
  throw new RuleViolation(
    'not-owed',
    `第${state.number}项任务中该单位没有这份待报送的报送任务，可能已经报送，请刷新后再登记催办`,
  );
}
