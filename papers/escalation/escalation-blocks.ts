import type { OverdueRow } from '../../domain/papers/slip-data.ts';
import { chineseDay } from '../../domain/plain-date.ts';
import type { Block } from '../official-letter/letter.ts';
import { pairRow, wideRow } from '../official-letter/letter-grid.ts';

/** The reports that a paper of the escalation is about. */
export function overdueTable(rows: readonly OverdueRow[]): Block {
  return {
    kind: 'table',
    columns: [
      { head: '序号', share: 3.2, align: 'center' },
      { head: '工作任务', share: 9, align: 'left' },
      { head: '应报送内容', share: 7, align: 'left' },
      { head: '涉及事项', share: 7.8, align: 'left' },
      { head: '应报时限', share: 9.6, align: 'center' },
      { head: '逾期\n工作日', share: 4.4, align: 'center' },
    ],
    rows: rows.map(({ taskNumber, task, owed, items, due, overdueWorkingDays }, index) => [
      String(index + 1),
      `第${taskNumber}项　${task}`,
      owed,
      items.join('\n'),
      chineseDay(due, true),
      `${overdueWorkingDays}个`,
    ]),
  };
}

/** The sheet on which the unit answers 整改情况, with its head's signature. */
export function answerForm(unit: string, number: string | null): Block {
  return {
    kind: 'form',
    rows: [
      wideRow('回复单位', unit, 12),
      wideRow('对应文号', number ?? '', 12),
      wideRow('办理情况', '', 58),
      wideRow('未按时\n办理原因', '', 38),
      wideRow('整改措施\n和完成时间', '', 38),
      pairRow(['填报人', ''], ['联系电话', ''], 13),
      pairRow(['主要负责人\n（签字）', ''], ['日期\n（盖章）', ''], 24),
    ],
  };
}
