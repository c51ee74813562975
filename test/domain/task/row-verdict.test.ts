import { describe, expect, it } from 'vitest';
import { plainDate } from '../../../domain/plain-date.ts';
import { curve, deliverable, fourth, milestones, planned, sentence, third } from './planned-row.ts';
import { advance, issued, lightOf, on, report, row, takenAndAccepted } from './task-play.ts';

describe('a number of which 1400 are wanted and 900 expected by the end of September', () => {
  it.each([
    { value: 900, light: 'on-track', why: '累计完成900，按计划应达900，不低于计划' },
    { value: 761, light: 'on-track', why: '累计完成761，按计划应达900，落后9.93个百分点，在限度以内' },
    { value: 760, light: 'behind', why: '累计完成760，按计划应达900，落后10个百分点，达到10个百分点的限度' },
    { value: 620, light: 'behind', why: '累计完成620，按计划应达900，落后20个百分点，超过10个百分点的限度' },
    { value: 480, light: 'behind', why: '累计完成480，按计划应达900，落后30个百分点，超过10个百分点的限度' },
    { value: 479, light: 'far-behind', why: '累计完成479，按计划应达900，落后30.07个百分点，超过30个百分点的限度' },
    { value: 1400, light: 'on-track', why: '已完成目标' },
  ])('is $light at $value: $why', ({ value, light, why }) => {
    const played = third(planned({ curve }), value);
    expect(lightOf(played, '1')).toBe(light);
    expect(sentence(played)).toContain(`：${why}（2022年10月14日评定，规则第1版）`);
  });

  it('is not done because the unit says so', () => {
    expect(lightOf(third(planned({ curve }), 620, { complete: true }), '1')).toBe('behind');
  });
});

describe('the straight line', () => {
  it('runs from the issue, not from January: 39 of 131 days by the end of September', () => {
    const played = third(planned({ baseline: 90 }), 300);
    expect(sentence(played)).toContain('累计完成300，按计划应达480，落后13.74个百分点');
  });

  it('leaves nobody behind on 30 September for “75 % of the year”', () => {
    const played = advance(planned({ baseline: 90 }), on('2022-09-30', 23));
    expect(lightOf(played, '1')).toBe('on-track');
    expect(sentence(played)).toContain('累计完成90，按计划应达90，不低于计划');
  });

  it('is met early by the day of a report that is approved before its quarter ends', () => {
    const early = takenAndAccepted(planned({}), report('industry', '2022Q4', on('2022-11-01'), [row('1', 760)]));
    const missing = early.state.obligations.filter(({ overdue, kind }) => overdue && kind === 'progress');
    expect(missing.map(({ id }) => id)).toEqual(['progress/industry/2022Q3']);
    const both = takenAndAccepted(early, report('industry', '2022Q3', on('2022-11-02'), [row('1', 100)]));
    expect(sentence(both)).toContain('累计完成760，按计划应达758.78，不低于计划');
  });
});

describe('a number that had reached its target at the issue', () => {
  it('is measured by the target itself when it falls', () => {
    const texts = { reason: { contentId: 'why', commitment: '0'.repeat(64) } };
    const played = third(planned({ baseline: 1400 }), 700, { texts });
    expect(lightOf(played, '1')).toBe('far-behind');
    expect(sentence(played)).toContain('累计完成700，按计划应达1400，落后50个百分点');
  });
});

describe('an accepted stage plan without what its row needs', () => {
  it('leaves a number without baseline at 未设节点', () => {
    const played = third(planned({ baseline: null }), 300);
    expect(sentence(played)).toContain('未设节点：阶段计划未填交办时的基数');
  });

  it('leaves a deliverable without milestones at 未设节点', () => {
    const played = planned({ baseline: null }, { kind: 'deliverable', target: null });
    expect(sentence(played)).toContain('未设节点：阶段计划未设里程碑');
  });
});

describe('a row without a stage plan', () => {
  it('says that the plan is missing', () => {
    expect(sentence(third(issued(), 300))).toContain('未设节点：尚无经审核的阶段计划，未设基数或里程碑');
  });

  it('is done where its report reached the target all the same', () => {
    expect(sentence(third(issued(), 1400))).toContain('正常：已完成目标');
  });
});

describe('milestones', () => {
  it.each([
    { done: ['a', 'b'], light: 'on-track', why: '共4个里程碑，已完成2个，无逾期' },
    { done: ['a'], light: 'behind', why: '共4个里程碑，已完成1个，逾期1个：启动建设' },
    { done: [], light: 'far-behind', why: '共4个里程碑，已完成0个，逾期2个：完成方案、启动建设' },
    { done: ['a', 'b', 'unknown'], light: 'on-track', why: '共4个里程碑，已完成2个，无逾期' },
  ])('$done done by September is $light', ({ done, light, why }) => {
    const played = third(planned({ milestones }, deliverable), null, { milestonesDone: done });
    expect(lightOf(played, '1')).toBe(light);
    expect(sentence(played)).toContain(why);
  });

  it('are not missed by a report that was approved before their day', () => {
    const reported = third(planned({ milestones }, deliverable), null, { milestonesDone: ['a', 'b'] });
    const early = report('industry', '2022Q4', on('2022-11-14'), [row('1', null, { milestonesDone: ['a', 'b'] })]);
    expect(lightOf(takenAndAccepted(reported, early), '1')).toBe('on-track');
  });
});

describe('an annual statistic that comes out on 20 December', () => {
  const statistics = planned({ baseline: null, statisticsOn: plainDate('2022-12-20') });
  const waiting = third(statistics, null);

  it('is awaited, whatever the schedule', () => {
    expect(sentence(waiting)).toContain('待统计：年度统计数据，预计2022年12月20日公布，待公布并报送后评定进度');
  });

  it('is still awaited on its day, until the next report brings it', () => {
    expect(lightOf(advance(waiting, on('2022-12-25')), '1')).toBe('awaiting-statistics');
    expect(lightOf(fourth(waiting, 1400), '1')).toBe('on-track');
    expect(lightOf(fourth(waiting, 1000), '1')).toBe('far-behind');
  });

  it('that no report can bring any more is overdue from its day on', () => {
    const later = planned({ statisticsOn: plainDate('2023-02-20') });
    const played = fourth(third(later, null), null);
    expect(lightOf(advance(played, on('2023-02-19', 23)), '1')).toBe('awaiting-statistics');
    expect(lightOf(advance(played, on('2023-02-20', 0)), '1')).toBe('far-behind');
  });
});

describe('a ceiling of 100', () => {
  const ceiling = (comparator: '<=' | '<') => ({ target: { value: 100, unit: '吨', comparator } }) as const;
  const below = (comparator: '<=' | '<' = '<=') => planned({ baseline: 20 }, ceiling(comparator));

  it.each([
    { value: 80, light: 'on-track', why: '累计80，未超过上限100' },
    { value: 100, light: 'on-track', why: '累计100，已达上限100' },
    { value: 105, light: 'behind', why: '累计105，超过上限100的5%' },
    { value: 130, light: 'behind', why: '累计130，超过上限100的30%' },
    { value: 131, light: 'far-behind', why: '累计131，超过上限100的31%' },
  ])('at $value is $light', ({ value, light, why }) => {
    const played = third(below(), value);
    expect(lightOf(played, '1')).toBe(light);
    expect(sentence(played)).toContain(why);
  });

  it('that must not be reached is passed when it is', () => {
    expect(lightOf(third(below('<'), 100), '1')).toBe('behind');
  });

  it('is kept only when its due day is over, and never near due before', () => {
    const played = third(below(), 80);
    expect(lightOf(advance(played, on('2022-12-30')), '1')).toBe('on-track');
    expect(sentence(advance(played, on('2022-12-30')))).not.toContain('已完成');
    expect(sentence(fourth(played, 90))).toContain('正常：已完成目标');
  });

  it('that was passed when its due day was over is red', () => {
    expect(lightOf(fourth(third(below(), 80), 101), '1')).toBe('far-behind');
  });
});
