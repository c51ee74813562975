import { describe, expect, it } from 'vitest';
import { plainDate } from '../../../domain/plain-date.ts';
import type { OpenedObligation, TaskEvent } from '../../../domain/task/task-event.ts';
import { seedCalendar } from '../calendar/seed-calendar.ts';
import {
  type Played,
  actor,
  act,
  advance,
  context,
  deliverableItem,
  issued,
  lightOf,
  numberItem,
  on,
  openOf,
  parties,
  quarter,
  refusalOf,
  rules,
  startOf,
} from './task-play.ts';

function openings(events: readonly TaskEvent[]): readonly OpenedObligation[] {
  return events.flatMap((event) => (event.type === 'obligationsOpened' ? event.obligations : []));
}

function dues({ events }: Played): Readonly<Record<string, string>> {
  return Object.fromEntries(
    openings(events).map(({ kind, unitId, period, due }) => [`${kind}/${unitId}/${period}`, due.date]),
  );
}

function ladderOf({ events }: Played, kind: string, period: string): readonly string[] {
  const found = openings(events).find((each) => each.kind === kind && each.period === period);
  return Object.entries(found?.ladder ?? {})
    .toSorted(([a], [b]) => Number(a) - Number(b))
    .map(([offset, day]) => `${offset} ${day}`);
}

describe('a task of the notice issued on Monday 2022-08-22', () => {
  const year = advance(issued(), on('2023-03-01'));

  it('owes the stage plan and two quarters, and nothing for the quarters that had ended', () => {
    expect(dues(year)).toEqual({
      'stage-plan/industry/plan': '2022-09-08',
      'contribution/finance/2022Q3': '2022-09-30',
      'progress/industry/2022Q3': '2022-10-12',
      'contribution/finance/2022Q4': '2022-12-30',
      'progress/industry/2022Q4': '2023-01-09',
    });
  });

  it('reminds seven days around the return of the third quarter', () => {
    expect(ladderOf(year, 'progress', '2022Q3')).toEqual([
      '-7 2022-09-28',
      '-3 2022-10-09',
      '-1 2022-10-11',
      '0 2022-10-12',
      '1 2022-10-13',
      '3 2022-10-17',
      '5 2022-10-19',
    ]);
  });

  it('reminds seven days around the return of the fourth quarter', () => {
    expect(ladderOf(year, 'progress', '2022Q4')).toEqual([
      '-7 2022-12-28',
      '-3 2023-01-04',
      '-1 2023-01-06',
      '0 2023-01-09',
      '1 2023-01-10',
      '3 2023-01-12',
      '5 2023-01-16',
    ]);
  });

  it('opens the fourth quarter at 00:00 of its first day, on a holiday', () => {
    const opened = year.events.filter(({ type }) => type === 'obligationsOpened').map(({ at }) => at);
    expect(opened).toEqual([on('2022-08-22', 9), on('2022-10-01', 0)]);
  });

  it('shows 未设节点 on every row that is lit', () => {
    const { state, events } = issued({
      subjects: [
        numberItem('1', 'industry'),
        numberItem('2', 'industry', { tracked: true, due: plainDate('2025-12-31') }),
      ],
    });
    expect(state.subjects.map(({ light }) => light?.light ?? 'none')).toEqual(['no-plan', 'none']);
    expect(events.map(({ type }) => type)).toEqual(['taskIssued', 'obligationsOpened', 'lightsAssessed']);
  });

  it('has each obligation open, with nothing submitted and nothing overdue', () => {
    expect(openOf(issued(), 'contribution/finance/2022Q3')).toEqual({
      id: 'contribution/finance/2022Q3',
      kind: 'contribution',
      unitId: 'finance',
      period: '2022Q3',
      due: '2022-09-30',
      rows: [{ subjectId: 'whole/finance', state: 'open', submitted: null }],
      submittedAt: null,
      late: false,
      overdue: false,
      reviewDue: null,
      reviewOverdue: false,
      resubmitDue: null,
      makers: [],
      act: null,
    });
  });

  it('names every row that a unit answers for in one obligation', () => {
    const played = issued({ subjects: [numberItem('1', 'industry'), deliverableItem('2', 'industry')] });
    expect(openOf(played, 'progress/industry/2022Q3').rows.map(({ subjectId }) => subjectId)).toEqual(['1', '2']);
  });
});

describe('who owes what', () => {
  const units = parties(
    ['industry', 'lead'],
    ['transport', 'support'],
    ['finance', 'support'],
    ['danyang', 'district'],
  );
  const kinds = ({ state }: Played) => state.obligations.map(({ id }) => id).toSorted();

  it('a supporting unit with an item reports on it and contributes nothing else', () => {
    const subjects = [numberItem('1', 'industry'), deliverableItem('2', 'transport')];
    expect(kinds(issued({ parties: units, subjects }))).toEqual([
      'contribution/finance/2022Q3',
      'progress/industry/2022Q3',
      'progress/transport/2022Q3',
      'stage-plan/industry/plan',
      'stage-plan/transport/plan',
    ]);
  });

  it('a district owes text only where the rules say so', () => {
    const texts = { ...context, rules: { ...rules, districtsReportText: true } };
    expect(kinds(issued({ parties: units }))).not.toContain('contribution/danyang/2022Q3');
    expect(kinds(issued({ parties: units }, texts))).toContain('contribution/danyang/2022Q3');
  });

  it('a district with a share owes its figures when the contributions are due', () => {
    const subjects = [numberItem('1', 'industry', { shares: [{ unitId: 'danyang', value: 300 }] })];
    const played = issued({ parties: units, subjects });
    expect(openOf(played, 'district-figures/danyang/2022Q3')).toMatchObject({
      due: '2022-09-30',
      rows: [{ subjectId: '1' }],
    });
  });

  it('a unit named twice contributes once', () => {
    const twice = parties(['industry', 'lead'], ['danyang', 'support'], ['danyang', 'district']);
    const texts = { ...context, rules: { ...rules, districtsReportText: true } };
    expect(kinds(issued({ parties: twice }, texts)).filter((id) => id.startsWith('contribution'))).toEqual([
      'contribution/danyang/2022Q3',
    ]);
  });
});

describe('ladder steps', () => {
  it('that were already past at the issue are left out', () => {
    const played = issued({ issuedAt: on('2022-09-28', 10) });
    expect(ladderOf(played, 'progress', '2022Q3')[0]).toBe('-3 2022-10-09');
  });

  it('of the very morning of the issue are kept until 09:00', () => {
    const played = issued({ issuedAt: on('2022-09-28', 9) });
    expect(ladderOf(played, 'progress', '2022Q3')[0]).toBe('-7 2022-09-28');
  });
});

describe('a plan issued at an unusual time', () => {
  it('counts from a Saturday as from the Friday before', () => {
    expect(dues(issued({ issuedAt: on('2022-08-20') }))).toMatchObject({ 'stage-plan/industry/plan': '2022-09-07' });
  });

  it('in the last days of the fourth quarter wants nothing before the receipt limit', () => {
    const played = issued({ issuedAt: on('2022-12-30', 16) });
    expect(dues(played)).toEqual({
      'stage-plan/industry/plan': '2023-01-19',
      'contribution/finance/2022Q4': '2023-01-05',
      'progress/industry/2022Q4': '2023-01-09',
    });
    expect(advance(played, on('2023-01-05', 23)).state.obligations.every(({ overdue }) => !overdue)).toBe(true);
  });

  it('before its year opens its first quarter when the year begins', () => {
    const early = { ...context, calendar: seedCalendar(2022, 2023, 2024) };
    const played = issued({ issuedAt: on('2022-11-21'), lastPeriod: quarter('2023Q4') }, early);
    expect(Object.keys(dues(played))).toEqual(['stage-plan/industry/plan']);
    const year = dues(advance(played, on('2024-02-01')));
    expect(Object.keys(year).filter((id) => id.startsWith('progress'))).toEqual([
      'progress/industry/2023Q1',
      'progress/industry/2023Q2',
      'progress/industry/2023Q3',
      'progress/industry/2023Q4',
    ]);
    expect(year['progress/industry/2023Q4']).toBe('2024-01-08');
  });

  it('after the last quarter of its year is refused, because nothing could be reported any more', () => {
    expect(() => issued({ issuedAt: on('2023-01-03') })).toThrow(
      expect.objectContaining({
        code: 'plan-year-over',
        message: expect.stringContaining('交办日期晚于2022年第四季度'),
      }),
    );
  });

  it('beyond the known calendar has provisional dates and says so', () => {
    const played = advance(issued({}, { ...context, calendar: seedCalendar(2022) }), on('2022-10-01'));
    const found = openings(played.events).filter(({ kind }) => kind === 'progress');
    expect(found.map(({ due }) => [due.date, due.provisional])).toEqual([
      ['2022-10-12', false],
      ['2023-01-06', true],
    ]);
  });
});

describe('an issue', () => {
  it('is refused the second time', () => {
    expect(refusalOf(issued(), on('2022-08-23'), { type: 'issueTask', start: startOf() })).toBe('task-issued');
  });

  it('is the office’s act alone', () => {
    expect(() => issued({ issuedBy: actor('leader', 'city') })).toThrow(
      expect.objectContaining({ code: 'not-permitted' }),
    );
  });

  it('keeps the versions of rules and calendars that it was decided with', () => {
    expect(issued().state).toMatchObject({ rulesVersion: 1, calendarVersions: { 2022: 1, 2023: 1 } });
  });

  it('leaves the light of an item due within days at 未设节点, because the missing plan is the finding', () => {
    const subjects = [deliverableItem('1', 'industry', { due: plainDate('2022-08-26') })];
    expect(lightOf(issued({ subjects }), '1')).toBe('no-plan');
    expect(act(issued({ subjects }), on('2022-08-23'), { type: 'wake' }).last).toEqual([]);
  });
});
