import { describe, expect, it } from 'vitest';
import { readNotice } from '../../../domain/notice/read-notice.ts';
import { hardFragments } from './hard-fragments.ts';
import { workOfReading } from './reading-work.ts';

// A pattern that backtracks, or work that grows with the square of the text, does not end within the limit of a test.
describe('a text made to be hard', () => {
  it.each(hardFragments)('is read to its end: %j', (fragment) => {
    const text = fragment.repeat(Math.ceil(20_000 / fragment.length));
    const { tasks, unread } = readNotice(text);
    for (const { span } of [...tasks, ...unread]) expect(span[1]).toBeLessThanOrEqual(text.length);
  });
});

describe('the work of reading a text made to be hard', () => {
  it.each(hardFragments)('grows no faster than the text: %j', (fragment) => {
    const letters = (length: number) => workOfReading([fragment.repeat(Math.ceil(length / fragment.length))]).letters;
    expect(letters(6_000) / letters(3_000)).toBeLessThan(2.6);
  });
});

describe('a long notice', () => {
  it('gives as many tasks, figures and units as its parts together', () => {
    const part =
      '（一）加强攻关\n1.支持创新。支持项目5项以上，2023年底前完成。（市科技局牵头，市财政局、市工信局等按职责分工负责）\n2.加快转化。新增企业20家。（责任单位：市科技局、各区政府）\n';
    const one = readNotice(part);
    const many = readNotice(part.repeat(300));
    expect(many.tasks).toHaveLength(300 * one.tasks.length);
    expect(many.headings).toHaveLength(300 * one.headings.length);
    const last = many.tasks.at(-1);
    expect(last).toMatchObject({ number: '2', title: '加快转化', responsible: ['市科技局', '各区政府'] });
    expect(last?.targets.map(({ value }) => value)).toEqual([20]);
  });
});
