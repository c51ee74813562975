import type { PersonActor } from '../../domain/actor.ts';
import type { Instant } from '../../domain/instant.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import type { Source } from '../transaction.ts';

/** What a plan's own page shows beyond its line. */
export interface PlanDetail {
  readonly noticeDate: PlainDate | null;
  readonly draftVersion: number;
  readonly approvalAskedAt: Instant | null;
  readonly approvedAt: Instant | null;
  readonly issuedBy: PersonActor | null;
  readonly startedTasks: number;
  readonly scenario: string | null;
}

/** Reads it of a plan that exists. */
export async function planDetail({ pool }: Source, planId: string): Promise<PlanDetail> {
  const { rows } = await pool.query<PlanDetail>(
    `SELECT notice_date AS "noticeDate", draft_version AS "draftVersion", approval_asked_at AS "approvalAskedAt",
            approved_at AS "approvedAt", issued_by AS "issuedBy", started_tasks AS "startedTasks", scenario
     FROM plan LEFT JOIN plan_clock USING (plan_id) WHERE plan_id = $1`,
    [planId],
  );
  const [row] = rows;
  if (row === undefined) throw new Error('a plan that was just read is gone');
  return row;
}

/** Plans in which a unit has a place. */
export async function plansOfUnit({ pool }: Source, unitId: string): Promise<ReadonlySet<string>> {
  const { rows } = await pool.query<{ readonly plan_id: string }>(
    `SELECT plan_id FROM plan_unit WHERE unit_id = $1
     UNION SELECT plan_id FROM plan WHERE office_unit_id = $1 OR leadership_unit_id = $1`,
    [unitId],
  );
  return new Set(rows.map(({ plan_id: planId }) => planId));
}

/** The notice's text, in which all spans count, with the name of its file. */
export async function noticeText(
  { pool }: Source,
  planId: string,
): Promise<{ readonly fileName: string; readonly text: string }> {
  const { rows } = await pool.query<{ readonly fileName: string; readonly text: string }>(
    'SELECT file_name AS "fileName", text FROM notice WHERE plan_id = $1',
    [planId],
  );
  return rows[0] ?? { fileName: '', text: '' };
}

/** The notice as it came in. */
export async function noticeOriginal(
  { pool }: Source,
  planId: string,
): Promise<{ readonly fileName: string; readonly original: Uint8Array } | null> {
  const { rows } = await pool.query<{ readonly fileName: string; readonly original: Buffer }>(
    'SELECT file_name AS "fileName", original FROM notice WHERE plan_id = $1',
    [planId],
  );
  return rows[0] ?? null;
}
