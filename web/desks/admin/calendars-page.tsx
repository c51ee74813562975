import { parseCalendarTable } from '../../../domain/calendar/calendar-table.ts';
import { dayText } from '../../blocks/date/date-with-reason.tsx';
import { Reading } from '../../blocks/state/reading-state.tsx';
import { useReading } from '../../http/readings.ts';
import { CalendarTable } from './calendar-table.tsx';
import { ImportCalendar, yearTitle } from './import-calendar.tsx';

/** The years' tables of holidays and make-up days, and the import of a new one. */
export function CalendarsPage() {
  const calendars = useReading<'calendars'>('/api/registry/calendars');
  return (
    <Reading of={calendars}>
      {({ knownUntil, calendars: bodies }) => {
        const tables = bodies.flatMap((body) => {
          const parsed = parseCalendarTable(body);
          return parsed.ok ? [parsed.value] : [];
        });
        return (
          <>
            <p>
              放假安排已知到{knownUntil === null ? '—' : dayText(knownUntil)}
              ；此后的日期为暂定，导入新的安排后自动重新推算一次。
            </p>
            <ImportCalendar known={tables} />
            {tables.map((table) => (
              <section className="sheet" key={`${table.year} ${table.version}`}>
                <h2>{yearTitle(table)}</h2>
                <CalendarTable table={table} />
              </section>
            ))}
          </>
        );
      }}
    </Reading>
  );
}
