import { describe, expect, it } from 'vitest';
import { titleLines } from '../../papers/official-letter/title-lines.ts';
import { lineCount, textWidth, wrappedLines } from '../../papers/text-width.ts';

describe('the width of a text', () => {
  it('counts Chinese letters whole and Latin ones half', () => {
    expect(textWidth('新建5G基站')).toBe(5);
  });
});

describe('the lines of a text in a column', () => {
  it.each([
    { what: 'keep a number whole', text: '累计完成1203个', width: 5, lines: ['累计完成', '1203个'] },
    { what: 'begin with no punctuation', text: '一二三四，五', width: 4, lines: ['一二三', '四，五'] },
    { what: 'break a word that is wider than the column', text: 'ABCDEFGH', width: 2, lines: ['ABCD', 'EFGH'] },
    { what: 'break where the text does', text: '一\n二', width: 4, lines: ['一', '二'] },
  ])('$what', ({ text, width, lines }) => {
    expect(wrappedLines(text, width)).toEqual(lines);
  });

  it('are one for an empty text', () => {
    expect(lineCount('', 4)).toBe(1);
  });
});

describe('a title', () => {
  it.each([
    { title: '任务分解表', lines: ['任务分解表'] },
    {
      title: '关于征求《2022年镇江市数字经济发展工作要点》任务分解意见的函',
      lines: ['关于征求《2022年镇江市数字经济发展', '工作要点》任务分解意见的函'],
    },
    {
      title: '《某市工作要点》\n2022年第三季度推进情况汇总',
      lines: ['《某市工作要点》', '2022年第三季度推进情况汇总'],
    },
  ])('is set in lines that cut no word: $title', ({ title, lines }) => {
    expect(titleLines(title, 19.5)).toEqual(lines);
  });

  it('fits every line into the room that it has', () => {
    const title = '关于进一步做好全市数字经济核心产业加速行动计划重点任务和年度目标分解落实情况自查自评工作的通知';
    const lines = titleLines(title, 19.5);
    expect(lines.join('')).toBe(title);
    for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(19.5);
  });
});
