import { describe, expect, it } from 'vitest';
import { plainDate } from '../../../domain/plain-date.ts';
import { worstRow } from '../../../domain/task/lights.ts';
import type { RowPlan } from '../../../domain/task/task-state.ts';
import { curve, fourth, milestones, planned, sentence, third } from './planned-row.ts';
import {
  type Played,
  act,
  advance,
  deliverableItem,
  issued,
  lightOf,
  numberItem,
  on,
  parties,
  quarter,
  report,
  row,
  rowPlan,
  stagePlan,
  subjectIn,
  takenAndAccepted,
} from './task-play.ts';

describe('an item near its due day', () => {
  const reported = third(planned({}), 500);

  it('turns 临期 seven working days before, by time alone', () => {
    expect(lightOf(advance(reported, on('2022-12-21', 23)), '1')).toBe('on-track');
    expect(sentence(advance(reported, on('2022-12-22', 0)))).toBe(
      '临期：距完成时限2022年12月31日还有6个工作日，尚未完成（2022年12月22日评定，规则第1版）',
    );
  });

  it('says the day after that nobody knows yet, and is not overdue', () => {
    expect(sentence(advance(reported, on('2023-01-01', 0)))).toBe(
      '临期：完成时限2022年12月31日已过，是否完成待报送和审核后确定（2023年1月1日评定，规则第1版）',
    );
  });

  it('is overdue once the report of its quarter says that it is not done', () => {
    expect(sentence(fourth(reported, 1399))).toContain('严重滞后：应于2022年12月31日前完成，经审核的报告尚未完成');
  });

  it('is done once that report says so', () => {
    expect(sentence(fourth(reported, 1400))).toContain('正常：已完成目标');
  });

  it('is not overdue while its day is to come, although its last report was accepted', () => {
    const early = report('industry', '2022Q4', on('2022-11-01'), [row('1', 1000)]);
    const played = takenAndAccepted(reported, early);
    expect(lightOf(played, '1')).toBe('on-track');
    expect(lightOf(advance(played, on('2023-01-01', 0)), '1')).toBe('far-behind');
  });

  it('keeps a worse light', () => {
    expect(lightOf(advance(third(planned({ curve }), 620), on('2022-12-30')), '1')).toBe('behind');
  });
});

describe('a report that did not come', () => {
  const silent = advance(planned({}), on('2022-10-13', 0));

  it('turns its rows the day after it was due', () => {
    expect(sentence(silent)).toBe(
      '严重滞后：2022年第三季度进展情况应于2022年10月12日前报送，至今未报（2022年10月13日评定，规则第1版）',
    );
  });

  it('turns every row of its unit, and no other unit’s', () => {
    const subjects = [numberItem('1', 'industry'), deliverableItem('2', 'industry'), numberItem('3', 'science')];
    const units = parties(['industry', 'lead'], ['science', 'lead']);
    const came = report('science', '2022Q3', on('2022-10-10'), [row('3', 10)]);
    const played = advance(act(issued({ parties: units, subjects }), on('2022-10-10'), came), on('2022-10-13', 0));
    expect(played.state.subjects.map(({ light }) => light?.light)).toEqual(['far-behind', 'far-behind', 'no-plan']);
  });

  it('is forgotten when it comes, and what it says counts when it is accepted', () => {
    const taken = report('industry', '2022Q3', on('2022-10-13', 10), [row('1', 430)]);
    const arrived = act(silent, on('2022-10-13', 10), taken);
    expect(lightOf(arrived, '1')).toBe('on-track');
  });

  it('is no reason to call its row recovered', () => {
    const late = takenAndAccepted(silent, report('industry', '2022Q3', on('2022-10-13', 10), [row('1', 430)]));
    expect(lightOf(late, '1')).toBe('on-track');
  });

  it('does not turn tracked rows', () => {
    const subjects = [numberItem('1', 'industry', { tracked: true, due: plainDate('2025-12-31') })];
    const played = advance(issued({ subjects }), on('2023-03-01'));
    expect(played.state.subjects[0]?.light).toBeNull();
    expect(played.state.lightDays).toEqual([]);
    const plan = rowPlan({ statisticsOn: plainDate('2023-06-30') });
    const planned = takenAndAccepted(issued({ subjects }), stagePlan('industry', on('2022-09-06'), { 1: plan }));
    expect(planned.state.lightDays).toEqual([]);
  });
});

const yearLong = { lastPeriod: quarter('2022Q4'), issuedAt: on('2022-01-17') };

/** A plan issued in January whose row 1 reports these values, quarter by quarter, each accepted two days before it is due. */
function quarters(values: readonly number[], plan: Partial<RowPlan>): Played {
  const days = ['2022-04-06', '2022-07-05', '2022-10-10', '2023-01-05'];
  const start = issued({ ...yearLong, subjects: [numberItem('1', 'industry')] });
  const withPlan = takenAndAccepted(start, stagePlan('industry', on('2022-01-20'), { 1: rowPlan(plan) }));
  return values.reduce((played, value, index) => {
    const at = on(days[index] ?? '', 15);
    const taken = report('industry', `2022Q${index + 1}`, at, [row('1', value)]);
    return takenAndAccepted(played, taken, on(days[index] ?? '', 16));
  }, withPlan);
}

const byQuarter = [
  { day: plainDate('2022-03-31'), value: 350 },
  { day: plainDate('2022-06-30'), value: 700 },
  { day: plainDate('2022-09-30'), value: 1050 },
];

describe('two quarters behind in a row', () => {
  it('raise the level', () => {
    expect(lightOf(quarters([200], { curve: byQuarter }), '1')).toBe('behind');
    const played = quarters([200, 500], { curve: byQuarter });
    expect(sentence(played)).toContain('严重滞后：连续2个季度滞后（本季落后14.29个百分点），提高一级');
  });

  it('raise nothing where a quarter on track lies between', () => {
    const played = quarters([200, 700, 900], { curve: byQuarter });
    expect(lightOf(played, '1')).toBe('behind');
    expect(subjectIn(played, '1').behindPeriods).toEqual(['2022Q3']);
  });

  it('count a quarter once, however often it is looked at', () => {
    const looked = act(quarters([200], { curve: byQuarter }), on('2022-04-08'), { type: 'wake' });
    expect(subjectIn(looked, '1').behindPeriods).toEqual(['2022Q1']);
  });
});

describe('a row that was behind and is on track again', () => {
  const back = quarters([200, 700], { curve: byQuarter });

  it('is 已追回', () => {
    expect(sentence(back)).toContain('已追回：累计完成700，按计划应达700，不低于计划');
  });

  it('stays so for a quarter, until its next report', () => {
    expect(lightOf(advance(back, on('2022-10-10')), '1')).toBe('recovered');
    expect(lightOf(quarters([200, 700, 1050], { curve: byQuarter }), '1')).toBe('on-track');
  });

  it('stays so although its next report is overdue for a night and was in time', () => {
    const night = advance(back, on('2022-10-13', 0, 1));
    expect(lightOf(night, '1')).toBe('far-behind');
    const inTime = report('industry', '2022Q3', on('2022-10-12', 23), [row('1', 1050)]);
    expect(lightOf(act(night, on('2022-10-13', 0, 2), inTime), '1')).toBe('recovered');
  });

  it('is only one that was behind: a night without its next report makes no recovery', () => {
    const onTrack = quarters([350], { curve: byQuarter });
    const inTime = report('industry', '2022Q2', on('2022-07-07', 23), [row('1', 700)]);
    const arrived = act(advance(onTrack, on('2022-07-08', 0, 1)), on('2022-07-08', 0, 2), inTime);
    expect(arrived.last.map(({ type }) => type)).toContain('overdueLifted');
    expect(lightOf(arrived, '1')).toBe('on-track');
  });

  it('is also one whose item was overdue and is done now', () => {
    const subjects = [numberItem('1', 'industry', { due: plainDate('2022-06-30') })];
    const start = issued({ ...yearLong, subjects });
    const plan = stagePlan('industry', on('2022-01-20'), { 1: rowPlan({}) });
    const second = report('industry', '2022Q2', on('2022-07-04'), [row('1', 1300)]);
    const first = report('industry', '2022Q1', on('2022-04-06'), [row('1', 700)]);
    const overdue = [plan, first, second].reduce((played, taken) => takenAndAccepted(played, taken), start);
    expect(lightOf(overdue, '1')).toBe('far-behind');
    const done = takenAndAccepted(overdue, report('industry', '2022Q3', on('2022-10-10'), [row('1', 1400)]));
    expect(sentence(done)).toContain('已追回：已完成目标');
  });

  it('stays so where its report was accepted before the quarter ended', () => {
    const start = quarters([200], { curve: byQuarter });
    const early = takenAndAccepted(start, report('industry', '2022Q2', on('2022-06-28'), [row('1', 700)]));
    expect(lightOf(early, '1')).toBe('recovered');
    const due = advance(early, on('2022-07-03'));
    expect(lightOf(act(due, on('2022-07-04'), { type: 'retime' }), '1')).toBe('recovered');
  });
});

describe('the light of a task with four leads', () => {
  const leads = ['industry', 'science', 'finance', 'culture'];
  const start = issued({
    parties: parties(...leads.map((unitId) => [unitId, 'lead'] as const)),
    subjects: leads.map((unitId, index) =>
      index === 0 ? deliverableItem('1', unitId) : numberItem(String(index + 1), unitId),
    ),
  });
  const plans = leads.reduce((played, unitId, index) => {
    const plan = index === 0 ? rowPlan({ milestones }) : rowPlan({ curve });
    return takenAndAccepted(played, stagePlan(unitId, on('2022-09-06'), { [String(index + 1)]: plan }));
  }, start);
  const rows = [row('1', null, { milestonesDone: ['a', 'b'] }), row('2', 620), row('3', 100), row('4', 400)];
  const played = leads.reduce((before, unitId, index) => {
    const given = rows[index];
    return given === undefined
      ? before
      : takenAndAccepted(before, report(unitId, '2022Q3', on('2022-10-10', 15), [given]), on('2022-10-10', 15));
  }, plans);

  it('is the worst of the four, the first of those that are equally bad', () => {
    expect(played.state.subjects.map(({ light }) => light?.light)).toEqual([
      'on-track',
      'behind',
      'far-behind',
      'far-behind',
    ]);
    expect(worstRow(played.state.subjects)?.id).toBe('3');
  });

  it('names its reason', () => {
    expect(sentence(played, worstRow(played.state.subjects)?.id)).toContain('累计完成100，按计划应达900');
  });

  it('is none where nothing is lit', () => {
    expect(worstRow([])).toBeNull();
  });
});
