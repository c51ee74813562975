import type { CaseBlock } from '../../../papers/case-file/case-file.ts';
import { chineseMoment } from '../../../domain/instant.ts';
import { chineseDay } from '../../../domain/plain-date.ts';
import type { TimelineEntryBody } from '../../schemas/task.ts';

const columns = [
  { title: '时间', share: 18 },
  { title: '事项', share: 14 },
  { title: '办理人（岗位）', share: 21 },
  { title: '内容', share: 47 },
];

/** What happened, as a table: when, what, who in which seat, and what it says. */
export function storyTable(entries: readonly TimelineEntryBody[]): readonly CaseBlock[] {
  if (entries.length === 0) return [];
  const rows = entries.map((entry) => [
    chineseMoment(entry.at),
    entry.title,
    entry.by?.label ?? '系统',
    [...wordsOf(entry), `（第${entry.seq}条）`].join('\n'),
  ]);
  return [{ kind: 'table', columns, rows }];
}

function wordsOf({ details, changes, texts, dates, rulesVersion }: TimelineEntryBody): readonly string[] {
  return [
    ...details,
    ...changes.map(({ what, before, after }) => `${what}：${before ?? '（无）'} → ${after ?? '（无）'}`),
    ...texts.map(({ label, text }) => `${label}：${text ?? '（正文已按规定清除）'}`),
    ...dates.map(({ label, computed }) => `${label}：${chineseDay(computed.date, true)}`),
    ...(rulesVersion === null ? [] : [`依据规则第${rulesVersion}版`]),
  ];
}
