import type { DutyBody } from '../../../api/schemas/desk.ts';

const names: Readonly<Record<DutyBody['urgency'], string>> = {
  overdue: '已逾期',
  'sent-back': '已退回',
  today: '今日到期',
  soon: '临近到期',
  later: '时间尚早',
};

/** How pressing something is, in a word. */
export function UrgencyMark({ urgency }: { readonly urgency: DutyBody['urgency'] }) {
  return <span className={`urgency urgency-${urgency}`}>{names[urgency]}</span>;
}
