import type { BreakdownData } from '../../domain/papers/breakdown-data.ts';
import { bareLetter } from '../official-letter/letter.ts';
import { letterBytes } from '../official-letter/letter-bytes.ts';
import { planName } from '../words.ts';
import { breakdownTable } from './breakdown-table.ts';

/** The breakdown 任务分解表 as a docx annex on A4 pages lying on their side. */
export async function breakdownPaper(data: BreakdownData): Promise<Uint8Array> {
  const { head, tasks } = data;
  return letterBytes({
    ...bareLetter,
    isRehearsal: head.isRehearsal,
    orientation: 'landscape',
    title: breakdownTitle(data),
    subtitle: breakdownRemark(data),
    blocks: [breakdownTable(tasks)],
  });
}

/** The title that a breakdown has on every kind of paper. */
export function breakdownTitle({ head, isIssued }: BreakdownData): string {
  return `《${head.planTitle}》任务分解表${isIssued ? '' : '（征求意见稿）'}`;
}

/** What stands under the title: from what, in which version, how much. */
export function breakdownRemark({ head, draftVersion, tasks }: BreakdownData): string {
  const items = tasks.reduce((sum, task) => sum + task.items.length, 0);
  const source = head.documentNumber ?? planName(head);
  return `（依据${source}，分解稿第${draftVersion}版，工作任务${tasks.length}项、具体事项${items}项）`;
}
