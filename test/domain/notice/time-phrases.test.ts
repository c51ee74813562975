import { describe, expect, it } from 'vitest';
import { plainDate } from '../../../domain/plain-date.ts';
import { type TimeContext, timePhrases } from '../../../domain/notice/time-phrases.ts';
import { sourceText } from '../../../domain/notice/source-text.ts';
import { defaultWords } from '../../../domain/notice/words.ts';

const context: TimeContext = {
  planYear: 2023,
  isYearStated: true,
  issuedOn: plainDate('2023-03-15'),
  isField: false,
  days: defaultWords.days,
};

function phrases(text: string, own: TimeContext = context): string[] {
  const { folded } = sourceText(text);
  return timePhrases(folded, own).map(
    ({ start, end, kind, date }) => `${folded.slice(start, end)} ${kind} ${date ?? '-'}`,
  );
}

describe('a phrase of time in a sentence of a plan of 2023', () => {
  it.each([
    ['5月底前实现上线运行', ['5月底前 due 2023-05-31']],
    ['2024年2月底前完成', ['2024年2月底前 due 2024-02-29']],
    ['10月1日前完成', ['10月1日前 due 2023-10-01']],
    ['九月中旬前完成', ['九月中旬前 due 2023-09-20']],
    ['2022年底，完成设计', ['2022年底 due 2022-12-31']],
    ['年底前完成', ['年底前 due 2023-12-31']],
    ['今年年底前完成', ['今年年底前 due 2023-12-31']],
    ['月底前报送', ['月底前 due 2023-03-31']],
    ['三季度末前完成', ['三季度末前 due 2023-09-30']],
    ['到2025年，覆盖率达到80%', ['到2025年 by 2025-12-31']],
    ['到2028年底，建成10个', ['到2028年底 by 2028-12-31']],
    ['2024年，选取部分机构试点', ['2024年 by 2024-12-31']],
    ['力争2025年每千人口达到3.5人', ['2025年 by 2025-12-31']],
    ['三年内建成中心', ['三年内 by 2025-12-31']],
    ['2023年，开展培训5场', ['2023年 period 2023-12-31']],
    ['2024年内新增100家', ['2024年内 by 2024-12-31']],
    ['全年征集需求40项', ['全年 period 2023-12-31']],
    ['年内新增100家', ['年内 period 2023-12-31']],
    ['每季度至少联系1次', ['每季度 period -']],
    ['于本文印发后3个月内出台方案', ['本文印发后3个月内 relative -']],
    ['7月开工建设', ['7月 due 2023-07-31']],
    ['2024年6月底前完成方案，12月底前建成', ['2024年6月底前 due 2024-06-30', '12月底前 due 2024-12-31']],
  ])('%s', (text, expected) => {
    expect(phrases(text)).toEqual(expected);
  });

  it.each([
    '贯彻2022年省政府工作部署',
    '编制2023年数字乡村建设工作要点',
    '比2015年下降24%',
    '截至2022年底，已建成基站200个',
    '自2026年3月8日起施行',
    '2020年以来取得进展',
    '新引进毕业一年内的人才',
    '出台《2025年行动计划》',
    '期限为3个月',
    '“十四五”规划',
  ])('is not there: %s', (text) => {
    expect(phrases(text)).toEqual([]);
  });
});

describe('a phrase of time in a cell of its own', () => {
  const field: TimeContext = { ...context, isField: true };

  it.each([
    ['2023年10月', ['2023年10月 due 2023-10-31']],
    ['10月', ['10月 due 2023-10-31']],
    ['2023.06', ['2023.06 due 2023-06-30']],
    ['2023-06-15', ['2023-06-15 due 2023-06-15']],
    ['2024年', ['2024年 by 2024-12-31']],
    ['上半年', ['上半年 due 2023-06-30']],
    ['长期坚持', []],
  ])('%s', (text, expected) => {
    expect(phrases(text, field)).toEqual(expected);
  });
});

it('a limit without a year has no day where the notice names no year at all', () => {
  expect(
    phrases('5月底前完成', {
      planYear: null,
      isYearStated: false,
      issuedOn: null,
      isField: false,
      days: defaultWords.days,
    }),
  ).toEqual(['5月底前 due -']);
});
