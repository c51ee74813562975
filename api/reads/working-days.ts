import { type PlainDate, chineseDay } from '../../domain/plain-date.ts';
import type { DutyBody } from '../schemas/desk.ts';

const soonWorkingDays = 3;

/** How pressing something is. */
export function urgencyOf(
  daysLeft: number,
  { due, today, isSentBack }: { readonly due: PlainDate; readonly today: PlainDate; readonly isSentBack: boolean },
): DutyBody['urgency'] {
  if (due < today) return 'overdue';
  if (isSentBack) return 'sent-back';
  if (due === today) return 'today';
  return daysLeft <= soonWorkingDays ? 'soon' : 'later';
}

const order: readonly DutyBody['urgency'][] = ['overdue', 'sent-back', 'today', 'soon', 'later'];

/** Sorts by consequence: the most pressing first, then by day. */
export function byUrgency(
  a: { readonly urgency: DutyBody['urgency']; readonly due: PlainDate },
  b: { readonly urgency: DutyBody['urgency']; readonly due: PlainDate },
): number {
  const rank = order.indexOf(a.urgency) - order.indexOf(b.urgency);
  if (rank !== 0) return rank;
  return a.due < b.due ? -1 : Number(a.due > b.due);
}

/** What follows where a report does not come. */
export function consequenceOf(due: PlainDate, today: PlainDate, slipAfter: number): string {
  if (due < today) return `已逾期，将持续提醒；逾期满${slipAfter}个工作日列入催办单，迟报记录长期保留。`;
  return `${chineseDay(due)}后未报即为逾期，亮灯转为严重滞后；逾期满${slipAfter}个工作日列入催办单。`;
}
