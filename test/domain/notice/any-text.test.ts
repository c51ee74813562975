import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNotice } from '../../../domain/notice/read-notice.ts';
import { sourceText } from '../../../domain/notice/source-text.ts';

const fragments = [
  '一、',
  '（一）',
  '1.',
  '（1）',
  '①',
  '第一条',
  '具体措施：',
  '\n',
  ' ',
  '　',
  '。',
  '，',
  '、',
  '；',
  '：',
  '（',
  '）',
  '〔',
  '〕',
  '(',
  ')',
  '“',
  '”',
  '《',
  '》',
  '|',
  '*',
  '市发改委',
  '市住房和城乡建设局',
  '各县（市、区）人民政府',
  '等有关部门',
  '牵头',
  '配合',
  '按职责分工负责',
  '负责',
  '责任单位：',
  '牵头单位：',
  '完成时限：',
  '责任领导：',
  '张三',
  '下同',
  '不再单列',
  '列第一位的为牵头单位',
  '第一个逗号前为牵头单位',
  '各区（含高新区，下同）',
  '培育企业',
  '建成',
  '力争',
  '分别',
  '40家',
  '8%',
  '1,200万条',
  '百个',
  '5—8名',
  '以上',
  '不少于',
  '以内',
  '2022年',
  '到2025年',
  '5月底前',
  '三年内',
  '| 序号 | 工作任务 | 牵头单位 |\n| --- | --- | --- |\n',
  '| 1 | 新建学校 | 市教育局 |\n',
  '序号 工作任务 牵头单位\n',
  '1 新建学校 市教育局\n',
  '序号\n任务\n牵头单位\n',
  '𠮷',
  '\u0000',
  '\r\n',
  '<br>',
];

const anyNotice = fc
  .array(
    fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...fragments) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
    ),
    { maxLength: 80 },
  )
  .map((parts) => parts.join(''));

describe('any text', () => {
  it('gives a reading whose spans lie in the text and quote what they claim', () => {
    fc.assert(
      fc.property(anyNotice, (text) => {
        const { headings, planTargets, blanketRules, tasks, unread } = readNotice(text);
        const inTasks = tasks.flatMap(({ targets, deadlines, items }) => [...targets, ...deadlines, ...items]);
        for (const { span, text: quoted } of [...planTargets, ...blanketRules, ...unread, ...inTasks]) {
          expect(span[0]).toBeGreaterThanOrEqual(0);
          expect(span[1]).toBeLessThanOrEqual(text.length);
          expect(text.slice(...span)).toBe(quoted);
        }
        for (const { span } of [...headings, ...tasks])
          expect(0 <= span[0] && span[0] <= span[1] && span[1] <= text.length).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('keeps what is said of a task inside the task', () => {
    fc.assert(
      fc.property(anyNotice, (text) => {
        for (const { span, targets, items, clauseSpans } of readNotice(text).tasks) {
          for (const inner of [
            ...clauseSpans,
            ...targets.map((target) => target.span),
            ...items.map((item) => item.span),
          ]) {
            expect(inner[0] >= span[0] && inner[1] <= span[1]).toBe(true);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  it('reads the same whether its punctuation is of full or of half width', () => {
    const full = '1．加强攻关。支持项目5项以上。（市科技局牵头，市财政局、市工信局等按职责分工负责）';
    const half = '1.加强攻关。支持项目5项以上。(市科技局牵头,市财政局、市工信局等按职责分工负责)';
    expect(readNotice(full)).toEqual(readNotice(half));
  });

  it('folds letter by letter, so that every place stays the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(sourceText(text).folded).toHaveLength(text.length);
      }),
    );
  });
});
