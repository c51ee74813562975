import { parseCalendarTable, workingCalendarOf } from '../../domain/calendar/calendar-table.ts';
import type { WorkingCalendar } from '../../domain/calendar/working-calendar.ts';
import type { Connection } from '../transaction.ts';
import type { PlanMoment } from './plan-moment.ts';

/** The newest table of each year that the plan's registry holds. */
export async function calendarOf(connection: Connection, { registry }: PlanMoment): Promise<WorkingCalendar> {
  const { rows } = await connection.query<{ table: unknown }>({
    name: 'calendar of registry',
    text: `SELECT DISTINCT ON (year) "table" FROM calendar_table WHERE registry = $1 ORDER BY year, version DESC`,
    values: [registry],
  });
  return workingCalendarOf(
    rows.map(({ table }) => {
      const parsed = parseCalendarTable(table);
      if (!parsed.ok) throw new Error(`工作日历无法读取：${parsed.issues.join('；')}`);
      return parsed.value;
    }),
  );
}

/** Names of units by id, as they are valid on the plan's day. */
export async function unitNames(
  connection: Connection,
  { registry, day }: PlanMoment,
): Promise<Readonly<Record<string, string>>> {
  const { rows } = await connection.query<{ unit_id: string; name: string }>({
    name: 'names of units',
    text: `SELECT DISTINCT ON (unit_id) unit_id, name FROM unit_version
           WHERE registry = $1 AND valid_from <= $2 ORDER BY unit_id, valid_from DESC, seq DESC`,
    values: [registry, day],
  });
  return Object.fromEntries(rows.map(({ unit_id: unitId, name }) => [unitId, name]));
}
