import type { PersonActor, Seat } from '../../../domain/actor.ts';
import { period } from '../../../domain/calendar/quarter.ts';
import { RuleViolation } from '../../../domain/errors.ts';
import { type Instant, atHour } from '../../../domain/instant.ts';
import type { ContentRef } from '../../../domain/ledger/event.ts';
import type { DecisionContext } from '../../../domain/ledger/book.ts';
import type { Letter } from '../../../domain/ledger/letter.ts';
import { decideOrder } from '../../../domain/order/decide.ts';
import { orderBook } from '../../../domain/order/order-book.ts';
import type { OrderCommand } from '../../../domain/order/order-command.ts';
import type { OrderEvent } from '../../../domain/order/order-event.ts';
import type { OrderRow } from '../../../domain/order/order-row.ts';
import type { OrderStart, OrderState } from '../../../domain/order/order-state.ts';
import { plainDate } from '../../../domain/plain-date.ts';
import rules from '../../../seeds/rules/default.json' with { type: 'json' };
import { seedCalendar } from '../calendar/seed-calendar.ts';

/** The rules and the calendar of the demonstration. */
export const context: DecisionContext = { rules, calendar: seedCalendar(2022, 2023), decisionVersion: 3 };

/** A person of the demonstration in a seat; the seat is part of the name unless another is given. */
export function by(seat: Seat, unitId: string, personId = `${unitId}-${seat}`): PersonActor {
  return { personId, seat, unitId };
}

/** A text that was kept before. */
export function text(name: string): ContentRef {
  return { contentId: name, commitment: name };
}

/** 00:00 of a day, or another hour of it. */
export function on(day: string, hour = 0): Instant {
  return atHour(plainDate(day), hour);
}

/** One overdue report of 市工信局. */
export function row(taskNumber: string): OrderRow {
  return {
    taskId: `task-${taskNumber}`,
    taskNumber,
    title: `任务${taskNumber}`,
    obligationId: 'progress/industry/2022Q3',
    kind: 'progress',
    period: period('2022Q3'),
    subjectIds: ['i'],
    due: plainDate('2022-10-12'),
    overdueWorkingDays: 5,
  };
}

/** The slip of 市工信局 for the third quarter, two rows. */
export const slip: OrderStart = {
  orderId: '0f0e0d0c-0b0a-4908-8706-050403020101',
  path: 'slip/industry/2022Q3',
  planId: '0f0e0d0c-0b0a-4908-8706-050403020100',
  planTitle: '要点',
  planYear: 2022,
  clock: 'real',
  issuerWord: '镇数字',
  officeUnitId: 'office',
  leadershipUnitId: 'leaders',
  supervisionUnitId: 'supervision',
  kind: 'slip',
  form: 'slip',
  unitId: 'industry',
  period: period('2022Q3'),
  rows: [row('1'), row('5')],
  basis: null,
};

/** The order that the office proposes on the same rows. */
export const proposal: OrderStart = {
  ...slip,
  path: 'order/1',
  kind: 'order',
  form: 'order',
  basis: { kind: 'office', slipId: null, reasons: text('reasons') },
};

/** A paper in the course of its life. */
export interface Played {
  readonly state: OrderState;
  readonly events: readonly OrderEvent[];
  /** Letters that would still go out. */
  readonly waiting: readonly Letter[];
}

const nothing: Played = { state: orderBook.initial, events: [], waiting: [] };

/** Takes a command as the workflow does: everything that time does first, then the command; numbers are drawn from 1. */
export function take(played: Played, command: OrderCommand, at: Instant, rule = context): Played {
  const awake = wakeUpTo(played, at, rule);
  return record(awake, decideOrder(awake.state, { command, at }, rule));
}

/** Lets time go on. */
export function wakeUpTo(played: Played, at: Instant, rule = context): Played {
  let awake = played;
  for (let due = orderBook.nextWake(awake.state); due !== null && due <= at; due = orderBook.nextWake(awake.state)) {
    const events = decideOrder(awake.state, { command: { type: 'wake' }, at: due }, rule);
    if (events.length === 0) throw new Error(`nothing happens at ${due}`);
    awake = record(awake, events);
  }
  return awake;
}

/** A paper as it begins. */
export function begun(
  start: OrderStart,
  at: Instant,
  starter: PersonActor | 'system' = 'system',
  rule = context,
): Played {
  return take(nothing, { type: 'beginOrder', start, by: starter }, at, rule);
}

/** The slip as the office has confirmed it on Wednesday 2022-10-19. */
export function confirmedSlip(): Played {
  return take(begun(slip, on('2022-10-19')), { type: 'confirmSlip', by: by('office', 'office') }, on('2022-10-19', 10));
}

/** The order as the supervisor opens it on Tuesday 2022-10-25. */
export function openedOrder(): Played {
  const opening = { type: 'openOrder', by: by('supervisor', 'supervision'), demand: text('demand') } as const;
  return take(begun(proposal, on('2022-10-25'), by('office', 'office')), opening, on('2022-10-25', 10));
}

/** The code with which a command is refused; null where it is taken. */
export function refusalOf(played: Played, command: OrderCommand, at: Instant): string | null {
  try {
    take(played, command, at);
    return null;
  } catch (error) {
    if (error instanceof RuleViolation) return error.code;
    throw error;
  }
}

function record(played: Played, events: readonly OrderEvent[]): Played {
  return events.reduce(({ state, events: earlier, waiting }, decided) => {
    const event = decided.type === 'orderSent' ? { ...decided, serial: { ...decided.serial, n: 1 } } : decided;
    const after = orderBook.evolve(state, event);
    const { make, withdraw } = orderBook.lettersFor(event, state, after);
    const left = waiting.filter(({ key, dueAt }) => !withdraw.includes(key) && dueAt > event.at);
    return { state: after, events: [...earlier, event], waiting: [...left, ...make] };
  }, played);
}
