import { fc } from '../../support/drawn.ts';
import { describe, expect, it } from 'vitest';
import { readNotice } from '../../../domain/notice/read-notice.ts';
import { sourceText } from '../../../domain/notice/source-text.ts';
import { anyNotice } from './any-notice.ts';

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
