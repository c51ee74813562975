import { describe, expect, it } from 'vitest';
import { period } from '../../../domain/calendar/quarter.ts';
import { plainDate } from '../../../domain/plain-date.ts';
import { plannedActs } from '../../../domain/rehearsal/planned-acts.ts';
import type { RehearsalView, ViewedOrder } from '../../../domain/rehearsal/rehearsal-view.ts';
import { readScenario } from '../../../seeds/scenario-files.ts';
import { seedCalendar } from '../calendar/seed-calendar.ts';
import { on, owed, person, unit, view } from './rehearsal-views.ts';

const calendar = seedCalendar(2022, 2023);
const silent = readScenario('silent-unit');
const slip: ViewedOrder = {
  orderId: 'slip',
  path: 'slip/nongyeju/2022Q3',
  kind: 'slip',
  unitId: 'nongyeju',
  phase: 'drafted',
  begunOn: plainDate('2022-10-19'),
  sentOn: null,
  answerDue: null,
  answeredOn: null,
  answers: 0,
  steps: [],
};
const order: ViewedOrder = {
  ...slip,
  orderId: 'order',
  path: 'slip/nongyeju/2022Q3/order',
  kind: 'order',
  phase: 'proposed',
  begunOn: plainDate('2022-10-25'),
};
const out = { sentOn: plainDate('2022-10-25'), answerDue: plainDate('2022-11-01') };

function acts(day: string, facts: Partial<RehearsalView>): readonly string[] {
  const units = [{ ...unit('nongyeju'), receipted: true }];
  const seen = view({
    phase: 'issued',
    instant: on(day, 8),
    units,
    supervisors: [person('supervision', 'supervisor')],
    ...facts,
  });
  return plannedActs(silent, seen, calendar).map(({ at, by, act }) => `${act.type} ${at} ${by.seat}`);
}

describe('the office', () => {
  it('confirms a slip on the morning on which it is drafted', () => {
    expect(acts('2022-10-19', { orders: [slip] })).toEqual([`confirmSlip ${on('2022-10-19', 9, 30)} office`]);
  });

  it('leaves slips alone where the scenario plays none', () => {
    const seen = view({ phase: 'issued', instant: on('2022-10-19', 8), units: [unit('nongyeju')], orders: [slip] });
    const types = plannedActs(readScenario('ordinary'), seen, calendar).map(({ act }) => act.type);
    expect(types).not.toContain('confirmSlip');
  });

  it('urges once by hand, and only while the report is owed', () => {
    const owing = [owed('nongyeju', { period: period('2022Q3') })];
    expect(acts('2022-10-13', { returns: owing })).toEqual([`urge ${on('2022-10-14', 10, 30)} office`]);
    const urgings = [{ unitId: 'nongyeju', on: plainDate('2022-10-14') }];
    expect(acts('2022-10-14', { returns: owing, urgings })).toEqual([]);
    expect(acts('2022-10-13', { returns: [] })).toEqual([]);
  });
});

describe('a unit and its superiors', () => {
  it('let the slip pass unanswered, and the supervisor opens the order on the day of its proposal', () => {
    expect(acts('2022-10-20', { orders: [{ ...slip, phase: 'sent', sentOn: plainDate('2022-10-19') }] })).toEqual([]);
    expect(acts('2022-10-25', { orders: [order] })).toEqual([`openOrder ${on('2022-10-25', 10)} supervisor`]);
  });

  it('answer, get the answer back, and answer again', () => {
    const bulletin = `recordStep ${on('2022-11-02', 11)} supervisor`;
    expect(acts('2022-10-26', { orders: [{ ...order, ...out, phase: 'sent' }] })).toEqual([
      `answerOrder ${on('2022-10-31', 15)} head`,
      bulletin,
    ]);
    const answered = { ...order, ...out, phase: 'answered', answers: 1, answeredOn: plainDate('2022-10-31') } as const;
    expect(acts('2022-11-01', { orders: [answered] })).toEqual([
      `reviewOrderAnswer ${on('2022-11-01', 16, 30)} supervisor`,
      bulletin,
    ]);
    const returned = { ...answered, phase: 'returned', steps: ['bulletin'] } as const;
    expect(acts('2022-11-03', { orders: [returned] })).toEqual([`answerOrder ${on('2022-11-07', 15)} head`]);
  });

  it('has the leader open and review where the scenario says so', () => {
    const path = 'slip/nongyeju/2022Q4/order';
    const proposed = { ...order, path, begunOn: plainDate('2023-01-20') };
    const answered = { ...proposed, phase: 'answered', answers: 1, answeredOn: plainDate('2023-02-01') } as const;
    expect(acts('2023-01-20', { orders: [proposed] })).toEqual([`openOrder ${on('2023-01-20', 10)} leader`]);
    expect(acts('2023-02-02', { orders: [answered] })).toContain(
      `reviewOrderAnswer ${on('2023-02-02', 16, 30)} leader`,
    );
  });
});
