import { fc } from '../../support/drawn.ts';
import { describe, expect, it } from 'vitest';
import { coverageOf } from '../../../domain/notice/coverage.ts';
import { readNotice } from '../../../domain/notice/read-notice.ts';
import { anyNotice } from './any-notice.ts';

const text = [
  '云岑市2024年工作要点',
  '各县（市、区）人民政府，市政府各部门：',
  '为做好工作，制定本要点。',
  '一、重点任务',
  '1.建设平台。年底前建成平台3个。（市数据局牵头，市财政局配合，以下均需各县区落实，不再列出）',
  '— 1 —',
  '2.完善制度。（市司法局负责）',
  '二、保障措施',
  '各部门要加强协作。',
  '市督查室于2024年12月10日前形成报告。',
  '附件：分工表',
].join('\n');

function shown(notice: string): string[] {
  return coverageOf(readNotice(notice), notice)
    .filter(({ span }) => notice.slice(...span).trim() !== '')
    .map(({ span, marks, reason }) => {
      const kinds = marks.map(({ kind, task }) => (task === null ? kind : `${kind}${task}`)).join('>');
      return `${notice.slice(...span).trim()} = ${kinds === '' ? reason : kinds}`;
    });
}

describe('the coverage of a notice', () => {
  it('says of every stretch what it became, the widest reading first, or why nothing was read', () => {
    expect(shown(text)).toEqual([
      '云岑市2024年工作要点 = 文件的标题、文号、发文机关或者日期，已读入文件信息。',
      '各县（市、区）人民政府，市政府各部门： = 主送机关，不是任务。',
      '为做好工作，制定本要点。 = 在第一个标题和第一项任务之前，作为正文前的说明，没有列为任务。',
      '一、重点任务 = heading',
      '1.建设平台。 = task0',
      '年底前 = task0>item0>target0>deadline0',
      '建成平台3个 = task0>item0>target0',
      '。 = task0',
      '（市数据局牵头，市财政局配合， = task0>clause0',
      '以下均需各县区落实，不再列出 = task0>clause0>rule',
      '） = task0>clause0',
      '— 1 — = 页码。',
      '2.完善制度。 = task1',
      '（市司法局负责） = task1>clause1',
      '二、保障措施 = heading',
      '各部门要加强协作。 = 在“二、保障措施”之下，没有写明由谁负责，没有列为任务。',
      '市督查室于2024年12月10日前形成报告。 = unread',
      '附件：分工表 = 附件的名称，不是任务。',
    ]);
  });

  it('gives the reason of an unread passage', () => {
    const unread = coverageOf(readNotice(text), text).find(({ marks }) => marks.some(({ kind }) => kind === 'unread'));
    expect(unread?.reason).toBe('有完成时限，但不在任何一项任务中，请确认是否应列为任务。');
  });

  it('of a text without numbers and clauses says that nothing could be read', () => {
    expect(shown('今天天气很好。')).toEqual(['今天天气很好。 = 没有编号，也没有写明由谁负责，没有读出任务。']);
  });

  it('of no text is nothing', () => {
    expect(coverageOf(readNotice(''), '')).toEqual([]);
  });

  it('of any text has no gap and no overlap, and places everything that was read', () => {
    fc.assert(
      fc.property(anyNotice, (notice) => {
        const reading = readNotice(notice);
        const parts = coverageOf(reading, notice);
        expect(parts.map(({ span }) => notice.slice(...span)).join('')).toBe(notice);
        for (const [index, { span }] of parts.entries()) expect(span[0]).toBe(parts[index - 1]?.span[1] ?? 0);
        const unexplained = parts.filter(({ marks, reason }) => marks.length === 0 && reason === null);
        for (const { span } of unexplained) expect(notice.slice(...span)).not.toMatch(/[\u4e00-\u9fa5]/);
        const placed = new Set(
          parts.flatMap(({ marks }) => marks.map(({ kind, task, index }) => `${kind}/${task}/${index}`)),
        );
        reading.tasks.forEach((task, place) => {
          expect(placed).toContain(`task/${place}/${place}`);
          task.items.forEach((_, index) => expect(placed).toContain(`item/${place}/${index}`));
        });
        reading.unread.forEach((_, index) => expect(placed).toContain(`unread/null/${index}`));
      }),
      { numRuns: 200 },
    );
  });
});
