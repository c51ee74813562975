import type { CalendarYear } from '../../../domain/calendar/working-calendar.ts';
import { type PlainDate, chineseDay, weekdayOf } from '../../../domain/plain-date.ts';
import { dayText } from '../../blocks/date/date-with-reason.tsx';

/** A year's holidays and make-up days, each with its weekday: what a person compares with the notice. */
export function CalendarTable({ table }: { readonly table: CalendarYear }) {
  const { notice, holidays, makeUpDays } = table;
  return (
    <>
      <p>
        {notice.title}（{notice.number}，{dayText(notice.issuedOn)}）
      </p>
      <dl className="facts">
        {holidays.map(({ name, days }) => (
          <DaysOf key={name} name={`${name}（${days.length}天）`} days={days} />
        ))}
        <DaysOf name="调休上班" days={makeUpDays} />
      </dl>
    </>
  );
}

function DaysOf({ name, days }: { readonly name: string; readonly days: readonly PlainDate[] }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{days.length === 0 ? '无' : days.map(withWeekday).join('、')}</dd>
    </>
  );
}

function withWeekday(day: PlainDate): string {
  return `${chineseDay(day)}（周${'日一二三四五六'.charAt(weekdayOf(day))}）`;
}
