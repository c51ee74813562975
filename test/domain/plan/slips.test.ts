import { describe, expect, it } from 'vitest';
import { period } from '../../../domain/calendar/quarter.ts';
import { startOfDay } from '../../../domain/instant.ts';
import { plainDate } from '../../../domain/plain-date.ts';
import { decidePlan } from '../../../domain/plan/decide.ts';
import { planBook } from '../../../domain/plan/plan-book.ts';
import type { OverdueUnit } from '../../../domain/plan/plan-command.ts';
import type { UnitKind } from '../../../domain/registry/registry-event.ts';
import { seedCalendar } from '../calendar/seed-calendar.ts';
import { actor, context, draftOf, on, play, taskOf, text } from './plan-play.ts';

const clerk = actor('office', 'office');
const issued = play(
  draftOf([taskOf('1', ['a', 'lead'], ['b', 'support'])], on('2022-08-12')),
  [on('2022-08-15'), { type: 'beginConsultation', by: clerk }],
  [on('2022-08-19', 8), { type: 'askApproval', by: clerk }],
  [on('2022-08-19'), { type: 'approveBreakdown', by: actor('leader', 'leaders'), draftVersion: 0, breakdownHash: 'h' }],
  [on('2022-08-22'), { type: 'issuePlan', by: clerk }],
  [on('2022-08-22'), { type: 'receiptNotice', by: actor('officer', 'a'), unitId: 'a', contacts: text('c') }],
  [on('2022-08-22'), { type: 'receiptNotice', by: actor('officer', 'b'), unitId: 'b', contacts: text('c') }],
);

function overdue(unitId: string, unitKind: UnitKind, withheld = 0): OverdueUnit {
  const row = { taskId: 't', taskNumber: '1', title: '任务', obligationId: `progress/${unitId}/2022Q3` } as const;
  const owed = { kind: 'progress', period: period('2022Q3'), subjectIds: ['i'], due: plainDate('2022-10-12') } as const;
  return { unitId, unitKey: unitId, unitKind, rows: [{ ...row, ...owed, overdueWorkingDays: 5 }], withheld };
}

function drafted(...units: readonly OverdueUnit[]) {
  const command = { type: 'noteSlips', period: period('2022Q3'), units, supervisionUnitId: null, after: null } as const;
  return play(issued, [startOfDay(plainDate('2022-10-19')), command]);
}

describe('the slips of a plan issued on 2022-08-22', () => {
  it('are drafted on Wednesday 2022-10-19 and Monday 2023-01-16', () => {
    expect(issued.state.slipDays).toEqual([
      { period: '2022Q3', on: '2022-10-19' },
      { period: '2022Q4', on: '2023-01-16' },
    ]);
    expect(planBook.nextWake(issued.state)).toBe(startOfDay(plainDate('2022-10-19')));
  });

  it('are none where the plan was issued by a program that knew of none', () => {
    const [event] = issued.events.filter(({ type }) => type === 'planIssued');
    const old = issued.events.map((each) => (each === event ? { ...each, slipDays: undefined } : each));
    const folded = old.reduce(
      (state, each) => planBook.evolve(state, JSON.parse(JSON.stringify(each))),
      planBook.initial,
    );
    expect(planBook.nextWake(folded)).toBeNull();
  });

  it('are one a unit, in the form that its kind allows', () => {
    const { events } = drafted(overdue('a', 'government'), overdue('b', 'vertical'), overdue('c', 'leadership'));
    expect(events.slice(-2)).toMatchObject([
      { type: 'slipsDue', period: '2022Q3' },
      {
        type: 'slipsDrafted',
        slips: [
          { unitId: 'a', path: 'slip/a/2022Q3', form: 'slip' },
          { unitId: 'b', path: 'slip/b/2022Q3', form: 'letter' },
        ],
      },
    ]);
  });

  it('name to the office each unit whose reminders could not be delivered', () => {
    const { letters, events } = drafted(overdue('a', 'government', 2), overdue('b', 'government'));
    expect(events.at(-1)).toMatchObject({ withheld: [{ unitId: 'a', rows: 2 }] });
    expect(letters.filter(({ kind }) => kind === 'slips-withheld').map(({ facts }) => facts['unitId'])).toEqual(['a']);
  });

  it('are drafted in batches until no unit is left', () => {
    const command = { type: 'noteSlips', period: period('2022Q3'), supervisionUnitId: null } as const;
    const at = startOfDay(plainDate('2022-10-19'));
    const first = play(issued, [at, { ...command, units: [overdue('a', 'government')], after: 'a' }]);
    expect(first.state.slipsDue).toEqual([{ period: '2022Q3', on: '2022-10-19', after: 'a' }]);
    const last = play(first, [at, { ...command, units: [overdue('b', 'government')], after: null }]);
    expect(last.state.slipsDue).toEqual([]);
    expect(decidePlan(last.state, { command: { ...command, units: [], after: null }, at }, context)).toEqual([]);
  });

  it('move with a calendar that becomes known later, once', () => {
    const early = { ...context, calendar: seedCalendar(2022) };
    const at = on('2022-08-22');
    const approved = { ...issued.state, phase: 'approved' as const, wakes: [], slipDays: [] };
    const [event] = decidePlan(approved, { command: { type: 'issuePlan', by: clerk }, at }, early);
    if (event?.type !== 'planIssued') throw new Error('not issued');
    const state = planBook.evolve(approved, event);
    // Without the table of 2023 nobody knows that 2 January is a day off.
    expect(state.slipDays.at(-1)?.on).toBe('2023-01-13');
    const retime = { command: { type: 'retime' }, at: on('2022-12-10') } as const;
    const moved = decidePlan(state, retime, context);
    expect(moved).toMatchObject([
      { type: 'slipsRetimed', changes: [{ period: '2022Q4', before: '2023-01-13', day: { date: '2023-01-16' } }] },
    ]);
    const after = moved.reduce(planBook.evolve, state);
    expect(decidePlan(after, retime, context)).toEqual([]);
  });
});

describe('an order that the office proposes on what a unit has let pass', () => {
  const command = { type: 'proposeOrder', by: clerk, unitId: 'a', path: 'order/1', reasons: text('r') } as const;
  const found = (unitKind: UnitKind) => ({ unitKind, rows: overdue('a', unitKind).rows, supervisionUnitId: 's' });

  it('is recorded with its reasons and rows', () => {
    const played = play(issued, [on('2022-10-20'), { ...command, overdue: found('government') }]);
    expect(played.events.at(-1)).toMatchObject({ type: 'orderProposed', unitId: 'a', form: 'order', path: 'order/1' });
  });

  it.each([
    { why: 'nothing is overdue', code: 'nothing-overdue', overdue: { ...found('government'), rows: [] } },
    { why: 'the unit gets no paper', code: 'no-paper', overdue: found('leadership') },
  ])('is refused where $why', ({ code, overdue: none }) => {
    const asked = () => play(issued, [on('2022-10-20'), { ...command, overdue: none }]);
    expect(asked).toThrow(expect.objectContaining({ code }));
  });
});
