import { coverageOf } from '../../domain/notice/coverage.ts';
import { readNotice } from '../../domain/notice/read-notice.ts';
import { type Span, spansWithout } from '../../domain/notice/span.ts';
import type { TaskDropped } from '../../domain/plan/reshape/reshape-event.ts';
import type { TaskDraft } from '../../domain/plan/task-draft.ts';
import type { BreakdownBody } from '../schemas/breakdown.ts';

type Unread = BreakdownBody['unread'];

/** What people have made of a notice since it was read; of what was left out, the latest first. */
export interface Reshaped {
  readonly drafts: readonly Pick<TaskDraft, 'span'>[];
  readonly dropped: readonly Pick<TaskDropped, 'number' | 'title' | 'span' | 'reason'>[];
}

/** The stretches of a notice that are in no task, each with why: what became of none, and what people decided is none. */
export function unreadParts(text: string, { drafts, dropped }: Reshaped): Unread {
  const held = drafts.map(({ span }) => span);
  const out = dropped.flatMap(({ number, title, span, reason }, index) => {
    const later = dropped.slice(0, index).map((each) => each.span);
    return wordsWithout(text, span, [...held, ...later]).map((part) => ({
      span: part,
      reason: `原第${number}项“${title}”，办公室确定不列为任务：${reason}`,
      isDoubtful: false,
    }));
  });
  const gone = dropped.map(({ span }) => span);
  const read = coverageOf(readNotice(text), text).flatMap(({ span, marks, reason }) => {
    if (reason === null) return [];
    // A doubt about words within a task that was read is not answered by that task.
    const isWithinTask = marks.some(({ kind }) => kind === 'task');
    const parts = wordsWithout(text, span, isWithinTask ? gone : [...held, ...gone]);
    return parts.map((part) => ({ span: part, reason, isDoubtful: marks.some(({ kind }) => kind === 'unread') }));
  });
  return [...read, ...out].toSorted((one, other) => one.span[0] - other.span[0]);
}

// What is left beside a task is told only where it says something.
function wordsWithout(text: string, span: Span, holes: readonly Span[]): readonly Span[] {
  const rest = spansWithout(span, holes);
  const isWhole = rest.length === 1 && rest[0]?.[0] === span[0] && rest[0][1] === span[1];
  return isWhole ? rest : rest.filter((part) => /[\p{L}\p{N}]/u.test(text.slice(...part)));
}
