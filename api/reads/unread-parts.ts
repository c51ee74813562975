import { coverageOf } from '../../domain/notice/coverage.ts';
import { readNotice } from '../../domain/notice/read-notice.ts';
import type { BreakdownBody } from '../schemas/breakdown.ts';

/** The stretches of a notice that became part of no task, each with why. */
export function unreadParts(text: string): BreakdownBody['unread'] {
  return coverageOf(readNotice(text), text).flatMap(({ span, marks, reason }) =>
    reason === null ? [] : [{ span, reason, isDoubtful: marks.some(({ kind }) => kind === 'unread') }],
  );
}
