import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { workingDaysBetween } from '../calendar/working-calendar.ts';
import { type PlainDate, chineseDay, yearOf } from '../plain-date.ts';

/**
 * How a due day reads on `today`: 「10月12日前，还剩3个工作日」, 「今天（10月12日）截止」, 「应于10月12日报送，已逾期2个工作日」.
 * `act` is the verb of what was due.
 */
export function deadlineText(
  calendar: WorkingCalendar,
  { due, today, act }: { readonly due: PlainDate; readonly today: PlainDate; readonly act: string },
): string {
  const day = chineseDay(due, yearOf(due) !== yearOf(today));
  if (due === today) return `今天（${day}）截止`;
  const workingDays = workingDaysBetween(calendar, today, due);
  if (due > today) return `${day}前，${workingDays === 0 ? '其间没有工作日' : `还剩${workingDays}个工作日`}`;
  return `应于${day}${act}，已逾期${workingDays === 0 ? '' : `${-workingDays}个工作日`}`;
}
