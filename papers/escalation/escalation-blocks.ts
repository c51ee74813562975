import type { EscalationTarget, OverdueRow } from '../../domain/papers/slip-data.ts';
import { chineseDay } from '../../domain/plain-date.ts';
import type { Block, LetterMark } from '../official-letter/letter.ts';
import { wideRow, pairRow } from '../official-letter/letter-grid.ts';

/** The mark over a paper of the escalation: units that the city does not command 垂直管理部门 get a 函. */
export function escalationMark(unit: EscalationTarget, issuer: string, number: string | null): LetterMark {
  return { style: unit.kind === 'vertical' ? 'letter' : 'sheet', issuer, number };
}

/** The rows that a paper of the escalation is about. */
export function overdueTable(rows: readonly OverdueRow[]): Block {
  return {
    kind: 'table',
    columns: [
      { head: '序号', share: 2, align: 'center' },
      { head: '任务序号', share: 3, align: 'center' },
      { head: '工作任务', share: 8, align: 'left' },
      { head: '具体事项', share: 9, align: 'left' },
      { head: '应报时限', share: 6, align: 'center' },
      { head: '逾期天数', share: 3, align: 'center' },
    ],
    rows: rows.map(({ taskNumber, task, title, due, daysOverdue }, index) => [
      String(index + 1),
      taskNumber,
      task,
      title,
      chineseDay(due, true),
      `${daysOverdue}天`,
    ]),
  };
}

/** The tear-off part on which the unit answers, with its head's signature. */
export function answerForm(number: string | null): Block {
  return {
    kind: 'form',
    rows: [
      wideRow('对应文号', number ?? '', 12),
      wideRow('办理情况', '', 70),
      wideRow('未按时办理的原因', '', 45),
      wideRow('整改措施和\n完成时间', '', 45),
      pairRow(['填报人', ''], ['联系电话', ''], 14),
      pairRow(['主要负责人\n（签字）', ''], ['日期\n（盖章）', ''], 26),
    ],
  };
}
