import { RuleViolation } from '../../errors.ts';
import { uuid5 } from '../../ids.ts';
import { overlaps } from '../../notice/span.ts';
import { type TaskSaid, withTaskSaid } from '../revise-draft.ts';
import type { Span, TaskDraft } from '../task-draft.ts';
import { nextNumber } from './next-number.ts';

/** Which words of the notice are to be a task of their own, what it is called and who is on it. */
export interface AddSaid {
  /** Where the words begin and end, half open, in the notice's text. */
  readonly start: number;
  readonly end: number;
  /** Absent, the task is numbered after the one before it. */
  readonly number?: string | undefined;
  readonly task: TaskSaid;
}

interface AddBasis {
  readonly planId: string;
  readonly text: string;
  readonly drafts: readonly TaskDraft[];
}

/** The task that such words become, and the one after which it stands; refused where they are a task already. */
export function addDraft(
  { start, end, number: said, task }: AddSaid,
  { planId, text, drafts }: AddBasis,
): { readonly draft: TaskDraft; readonly after: string | null } {
  const span: Span = [start, end];
  refuseUnfitPassage(span, text, drafts);
  const before = taskBefore(drafts, start);
  const number = numberOf(said, before, drafts);
  const group = before?.group ?? drafts[0]?.group ?? '';
  const bare = { taskId: uuid5(planId, `task/${number}`), number, group, title: '', span, parties: [], items: [] };
  return { draft: withTaskSaid(bare, task), after: before?.number ?? null };
}

/** The task whose words begin last before `start`; of several with the same words the last. */
export function taskBefore<T extends Pick<TaskDraft, 'span'>>(drafts: readonly T[], start: number): T | null {
  return drafts.reduce<T | null>((latest, draft) => {
    if (draft.span[0] >= start) return latest;
    return latest === null || draft.span[0] >= latest.span[0] ? draft : latest;
  }, null);
}

function refuseUnfitPassage(span: Span, text: string, drafts: readonly TaskDraft[]): void {
  if (span[1] > text.length || !/[\p{L}\p{N}]/u.test(text.slice(...span))) {
    throw new RuleViolation('passage-empty', '所选原文不在文件之内或者没有文字，请重新选择列为任务的原文');
  }
  const holder = drafts.find((draft) => overlaps(draft.span, span));
  if (holder === undefined) return;
  throw new RuleViolation(
    'passage-taken',
    `所选原文已列入第${holder.number}项任务，不能另列；需要分列的，请拆分第${holder.number}项任务`,
  );
}

function numberOf(said: string | undefined, before: TaskDraft | null, drafts: readonly TaskDraft[]): string {
  const numbers = drafts.map(({ number }) => number);
  const own = said?.trim() ?? '';
  if (numbers.includes(own)) throw new RuleViolation('number-taken', `已有第${own}项任务，请另填任务序号`);
  if (own !== '') return own;
  if (before !== null) return nextNumber(before.number, numbers);
  throw new RuleViolation('number-missing', '所选原文之前没有任务，无法续编序号，请填写任务序号');
}
