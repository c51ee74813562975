import { RuleViolation } from '../../errors.ts';
import type { OpenPoint } from '../task-draft.ts';

/** Refuses to divide, merge or leave out a task about which something is still open: what was asked about it could be answered nowhere. */
export function assertSettled(
  numbers: readonly string[],
  open: readonly Pick<OpenPoint, 'taskNumber' | 'quote'>[],
  what: string,
): void {
  for (const number of numbers) {
    const points = open.filter(({ taskNumber }) => taskNumber === number);
    const [first] = points;
    if (first === undefined) continue;
    throw new RuleViolation(
      'points-open',
      `第${number}项任务还有${points.length}个待定事项未确认（如“${first.quote}”），请先确认，再${what}`,
    );
  }
}
