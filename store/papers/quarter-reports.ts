import type { Period } from '../../domain/calendar/quarter.ts';
import { type Instant, dayOf, startOfDay } from '../../domain/instant.ts';
import type { QuarterLine, UnitQuarter } from '../../domain/papers/quarter-data.ts';
import { type PlainDate, addDays } from '../../domain/plain-date.ts';
import type { PaperScope } from './paper-scope.ts';

/** What a unit owed and did on one task in a quarter. */
export interface QuarterReport {
  readonly unitId: string;
  readonly due: PlainDate;
  readonly submittedAt: Instant | null;
  readonly late: boolean;
  /** Rows that were sent back at least once. */
  readonly sentBackRows: number;
}

/** The quarterly reports that units owed for the period, one for each unit and task, as they stood on the day of print. */
export async function quarterReports(
  { source, plan, head }: PaperScope,
  period: Period,
): Promise<readonly QuarterReport[]> {
  const { rows } = await source.pool.query<QuarterReport>(
    `SELECT unit_id AS "unitId", due, CASE WHEN submitted_at < $3 THEN submitted_at END AS "submittedAt", late,
            (SELECT count(*) FROM obligation_row AS line WHERE line.task_id = obligation.task_id
               AND line.obligation_id = obligation.id AND reason_id IS NOT NULL) AS "sentBackRows"
     FROM obligation WHERE plan_id = $1 AND kind = 'progress' AND period = $2 AND state <> 'ended'
     ORDER BY unit_id, task_id`,
    [plan.planId, period, startOfDay(addDays(head.day, 1))],
  );
  return rows;
}

/** The same by unit, in the order of the register of units; `lineOf` counts a unit's rows and lights. */
export function unitQuarters(
  { units, head }: PaperScope,
  reports: readonly QuarterReport[],
  lineOf: (unitId: string) => QuarterLine,
): readonly UnitQuarter[] {
  const byUnit = Map.groupBy(reports, ({ unitId }) => unitId);
  return [...units.keys()].flatMap((unitId) => {
    const own = byUnit.get(unitId);
    if (own === undefined) return [];
    const submitted = own.flatMap(({ submittedAt }) => submittedAt ?? []).toSorted();
    const last = own.some(({ submittedAt }) => submittedAt === null) ? undefined : submitted.at(-1);
    return [
      {
        ...lineOf(unitId),
        report: reportOf(own, head.day),
        submittedOn: last === undefined ? null : dayOf(last),
        sentBackRows: own.reduce((sum, { sentBackRows }) => sum + sentBackRows, 0),
      },
    ];
  });
}

// A unit has reported once all its tasks have it, and is late where one of them was.
function reportOf(reports: readonly QuarterReport[], day: PlainDate): UnitQuarter['report'] {
  const open = reports.filter(({ submittedAt }) => submittedAt === null);
  if (open.some(({ due }) => due < day)) return 'missing';
  if (open.length > 0) return 'not-due';
  return reports.some(({ late }) => late) ? 'late' : 'in-time';
}
