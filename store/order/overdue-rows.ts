import { workingDaysBetween } from '../../domain/calendar/working-calendar.ts';
import { type OrderRow, orderRowKey } from '../../domain/order/order-row.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import type { OverdueUnit } from '../../domain/plan/plan-command.ts';
import { calendarOf } from '../registry/decision-data.ts';
import { unitRegister } from '../registry/units.ts';
import type { Source } from '../transaction.ts';

/** What units have let pass, in the order of the units' keys; `after` is the last key looked at where more follow. */
export interface OverdueUnits {
  readonly units: readonly OverdueUnit[];
  readonly after: string | null;
}

/** Which plan is asked, on which day; `after` goes on where an earlier answer ended, `unitId` asks for one unit alone. */
export interface OverdueQuestion {
  readonly planId: string;
  readonly on: PlainDate;
  readonly after?: string | null;
  readonly unitId?: string;
  readonly limit?: number;
}

// So that one event of the plan stays small, however many units let their reports pass.
const unitsAtOnce = 20;

/** Reads what is overdue of all tasks of a plan, grouped by unit. What no letter could be delivered of is only counted. */
export async function overdueUnits(source: Source, question: OverdueQuestion): Promise<OverdueUnits> {
  const { planId, on, after = null, unitId, limit = unitsAtOnce } = question;
  const rows = await overdueRows(source, planId, unitId ?? null);
  const calendar = await calendarOf(source, planId);
  const byUnit = Map.groupBy(rows, (row) => row.unitId);
  const units = (await unitRegister(source, { planId, day: on }))
    .filter((unit) => byUnit.has(unit.unitId) && (after === null || unit.key > after))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const batch = units.slice(0, limit).map(({ unitId: id, key, kind }): OverdueUnit => {
    const all = byUnit.get(id) ?? [];
    const told = all.filter(({ undelivered }) => !undelivered);
    return {
      unitId: id,
      unitKey: key,
      unitKind: kind,
      rows: told.map((row) => orderRow(row, workingDaysBetween(calendar, row.due, on))),
      withheld: all.length - told.length,
    };
  });
  return { units: batch, after: units.length > limit ? (batch.at(-1)?.unitKey ?? null) : null };
}

/** Keys of what a unit still owes and has let pass; a slip that is not confirmed yet holds nothing else. */
export async function standingRows(source: Source, planId: string, unitId: string): Promise<readonly string[]> {
  const rows = await overdueRows(source, planId, unitId);
  return rows.filter(({ undelivered }) => !undelivered).map(orderRowKey);
}

interface OverdueRow extends Omit<OrderRow, 'overdueWorkingDays'> {
  readonly unitId: string;
  readonly undelivered: boolean;
}

async function overdueRows({ pool }: Source, planId: string, unitId: string | null): Promise<readonly OverdueRow[]> {
  const { rows } = await pool.query<OverdueRow>({
    name: 'overdue rows of plan',
    text: `SELECT o.unit_id AS "unitId", o.task_id AS "taskId", task.number AS "taskNumber", task.title, o.id AS "obligationId", o.kind, o.period,
             coalesce(o.resubmit_due, o.due) AS due,
             (SELECT jsonb_agg(subject_id ORDER BY place) FROM obligation_row AS line
              WHERE line.task_id = o.task_id AND line.obligation_id = o.id AND line.state IN ('open', 'sent-back')) AS "subjectIds",
             o.undelivered AND NOT ${reachedSince} AS undelivered
           FROM obligation AS o JOIN task USING (task_id)
           JOIN task_draft AS draft ON draft.plan_id = o.plan_id AND draft.task_id = o.task_id
           WHERE o.plan_id = $1 AND o.overdue AND o.state IN ('open', 'sent-back') AND task.phase = 'open'
             AND task.suspended_on IS NULL
             AND ($2::uuid IS NULL OR o.unit_id = $2)
           ORDER BY draft.position, coalesce(o.resubmit_due, o.due), o.id`,
    values: [planId, unitId],
  });
  return rows;
}

// A mailbox that was mended says so by the latest mail about the same thing, which tells no chain that it arrived.
const reachedSince = `coalesce((
  SELECT mail.state IN ('accepted', 'ambiguous') FROM letter
  JOIN mail_letter ON mail_letter.letter_id = letter.id JOIN mail ON mail.id = mail_letter.mail_id
  WHERE letter.chain = 'task/' || o.task_id AND letter.key = o.id AND mail.state IN ('accepted', 'ambiguous', 'failed')
  ORDER BY mail.plan_day DESC, mail.state = 'failed', mail.sequence DESC LIMIT 1), false)`;

function orderRow(row: OverdueRow, overdueWorkingDays: number): OrderRow {
  const { taskId, taskNumber, title, obligationId, kind, period, subjectIds, due } = row;
  return { taskId, taskNumber, title, obligationId, kind, period, subjectIds, due, overdueWorkingDays };
}
