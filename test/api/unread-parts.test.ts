import { describe, expect, it } from 'vitest';
import { unreadParts } from '../../api/reads/unread-parts.ts';
import type { Span } from '../../domain/notice/span.ts';

const text = [
  '2022年数字应用工作要点',
  '一、重点工作',
  '1.建设城市感知网络。年内新增站点30个以上。(市工信局牵头,市发改委配合)',
  '各单位要于2022年11月30日前建立项目库并完成入库。项目库按月更新。',
  '市数字经济工作领导小组',
  '2022年8月15日',
  '',
].join('\n');
const spanOf = (words: string): Span => [text.indexOf(words), text.indexOf(words) + words.length];
const task = { span: spanOf('1.建设城市感知网络。年内新增站点30个以上。(市工信局牵头,市发改委配合)') };
const doubt = '各单位要于2022年11月30日前建立项目库并完成入库。';
const told = (parts: ReturnType<typeof unreadParts>) =>
  parts.map(({ span, isDoubtful }) => [text.slice(...span).trim(), isDoubtful]);
const dropped = (words: string, reason: string) => ({ number: '2', title: '建库', span: spanOf(words), reason });

describe('words of a notice that are in no task', () => {
  const untouched = unreadParts(text, { drafts: [task], dropped: [] });

  it('are doubtful where they look like a part of the plan', () => {
    expect(told(untouched)).toContainEqual([doubt, true]);
    expect(told(untouched)).toContainEqual(['项目库按月更新。', false]);
  });

  it('are told no longer once a task covers them, and otherwise as before', () => {
    const after = unreadParts(text, { drafts: [task, { span: spanOf(doubt) }], dropped: [] });
    expect(told(after)).toEqual(told(untouched).filter(([words]) => words !== doubt));
  });

  it('are what is left of a passage of which a task has a part, but no mere marks', () => {
    const part = spanOf('各单位要于2022年11月30日前建立项目库并完成入库');
    const half = spanOf('各单位要于2022年11月30日前');
    const left = (span: Span) => told(unreadParts(text, { drafts: [task, { span }], dropped: [] }));
    expect(left(part)).toEqual(told(untouched).filter(([words]) => words !== doubt));
    expect(left(half)).toContainEqual(['建立项目库并完成入库。', true]);
  });

  it('are those that people decided are none, once each, with the latest reason', () => {
    const out = unreadParts(text, { drafts: [task], dropped: [dropped(doubt, '后来'), dropped(doubt, '起初')] });
    expect(out.filter(({ span }) => span[0] === spanOf(doubt)[0])).toEqual([
      { span: spanOf(doubt), reason: '原第2项“建库”，办公室确定不列为任务：后来', isDoubtful: false },
    ]);
    const again = unreadParts(text, { drafts: [task, { span: spanOf(doubt) }], dropped: [dropped(doubt, '后来')] });
    expect(told(again)).toEqual(told(untouched).filter(([words]) => words !== doubt));
  });

  it('are those of a task that was read and is none', () => {
    const words = text.slice(...task.span);
    const out = unreadParts(text, { drafts: [{ span: spanOf(doubt) }], dropped: [dropped(words, '说明')] });
    expect(told(out)).toContainEqual([words, false]);
  });
});
