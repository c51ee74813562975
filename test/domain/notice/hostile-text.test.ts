import { describe, expect, it } from 'vitest';
import { readNotice } from '../../../domain/notice/read-notice.ts';

const fragments = [
  '（',
  '）',
  '（市发改委',
  '1',
  '2022年',
  '1.',
  '一、',
  '| a ',
  ' ',
  '市 ',
  '，',
  '市发改委、',
  '责任单位：',
  '“',
  '"',
  '一二三',
  '：',
  '\n',
  '局和',
  '局等',
  '分别1%、',
  '（市发改委牵头）',
  '\n1.甲（市发改委牵头）',
  '\n建设',
  '（一）\n1.\n(1)\n',
  '按职责分工',
  '12家',
  '到2025年，',
  '各市、区、',
  '年底前',
  '。',
  '；',
  '不少于',
  '序号 任务 牵头单位\n1 建设 市局\n',
  '|序号|任务|牵头单位|\n|1|建设|市局|\n',
  '序号\n任务\n牵头单位\n',
  '\n（一）甲\n具体措施：\n（一）乙',
  '“甲”：乙（市局牵头）\n',
  '附件：1.',
  '工作任务\n|\n具体要求\n|\n责任单位\n|\n',
  '序号 |\n任务 |\n牵头单位 |\n1 |\n',
  '任务\n牵头单位\n时限\n市局\n',
  '<',
  '<br>',
];

// A pattern that backtracks, or work that grows with the square of the text, does not end within the limit of a test.
describe('a text made to be hard', () => {
  it.each(fragments)('is read to its end: %j', (fragment) => {
    const text = fragment.repeat(Math.ceil(30_000 / fragment.length));
    const { tasks, unread } = readNotice(text);
    for (const { span } of [...tasks, ...unread]) expect(span[1]).toBeLessThanOrEqual(text.length);
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
