import type { PersonActor } from '../../domain/actor.ts';
import type { Instant } from '../../domain/instant.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import type { ReturnEvent } from '../../domain/return/return-event.ts';
import type { OwedObligation } from '../../domain/return/return-of.ts';
import { type EventRow, eventColumns, recordedOf } from '../ledger/event-row.ts';
import type { Source } from '../transaction.ts';

/** What the chain's state of a return does not keep. */
export interface ReturnDetail {
  readonly headAskedAt: Instant | null;
  readonly headReasonId: string | null;
  readonly submittedBy: PersonActor | null;
  readonly reviewedAt: Instant | null;
  readonly reviewedBy: PersonActor | null;
}

/** Reads it; null where nobody has begun the return. */
export async function returnDetail({ pool }: Source, returnId: string): Promise<ReturnDetail | null> {
  const { rows } = await pool.query<ReturnDetail>(
    `SELECT head_asked_at AS "headAskedAt", head_reason_id AS "headReasonId", submitted_by AS "submittedBy",
            reviewed_at AS "reviewedAt", reviewed_by AS "reviewedBy" FROM return WHERE return_id = $1`,
    [returnId],
  );
  return rows[0] ?? null;
}

/** Why a row came back, and why its task refused it. */
export interface RowRemark {
  readonly taskId: string;
  readonly subjectId: string;
  readonly reasonId: string | null;
  readonly refusal: { readonly message: string } | null;
}

/** Remarks on rows of a return. */
export async function rowRemarks({ pool }: Source, returnId: string): Promise<readonly RowRemark[]> {
  const { rows } = await pool.query<RowRemark>(
    `SELECT task_id AS "taskId", subject_id AS "subjectId", reason_id AS "reasonId", refusal FROM return_row WHERE return_id = $1`,
    [returnId],
  );
  return rows;
}

/** One version of a return: who approved it and who reviewed it. */
export interface ReturnVersion {
  readonly version: number;
  readonly submittedAt: Instant | null;
  readonly submittedBy: PersonActor | null;
  readonly reviewedAt: Instant | null;
  readonly reviewedBy: PersonActor | null;
  readonly rows: number;
  readonly sentBackRows: number;
}

/** The versions of a return that were submitted, oldest first. */
export async function returnVersions({ pool }: Source, returnId: string): Promise<readonly ReturnVersion[]> {
  const { rows } = await pool.query<EventRow>(
    `SELECT ${eventColumns} FROM event WHERE chain = $1
     AND body -> 'event' ->> 'type' IN ('returnSubmitted', 'returnReviewed') ORDER BY seq`,
    [`return/${returnId}`],
  );
  const versions = new Map<number, ReturnVersion>();
  for (const { event } of rows.map(recordedOf)) {
    const told = event as Extract<ReturnEvent, { type: 'returnSubmitted' | 'returnReviewed' }>;
    const { version, at, by } = told;
    const nothing = {
      submittedAt: null,
      submittedBy: null,
      reviewedAt: null,
      reviewedBy: null,
      rows: 0,
      sentBackRows: 0,
    };
    const known = versions.get(version) ?? { version, ...nothing };
    if (told.type === 'returnSubmitted') versions.set(version, { ...known, submittedAt: at, submittedBy: by });
    else {
      const counted = { rows: told.accept.length + told.sendBack.length, sentBackRows: told.sendBack.length };
      versions.set(version, { ...known, reviewedAt: at, reviewedBy: by, ...counted });
    }
  }
  return [...versions.values()];
}

/** By which days a return is due again, and to be reviewed. */
export interface ReturnClocks {
  readonly resubmitDue: PlainDate | null;
  readonly reviewDue: PlainDate | null;
}

/** The clocks of what is not accepted yet. */
export async function returnClocks(
  { pool }: Source,
  planId: string,
  { unitId, kind, period }: OwedObligation,
): Promise<ReturnClocks> {
  const { rows } = await pool.query<ReturnClocks>(
    `SELECT min(resubmit_due) AS "resubmitDue", min(review_due) FILTER (WHERE state = 'submitted') AS "reviewDue"
     FROM obligation WHERE plan_id = $1 AND unit_id = $2 AND kind = $3 AND period = $4 AND state <> 'accepted'`,
    [planId, unitId, kind, period],
  );
  return rows[0] ?? { resubmitDue: null, reviewDue: null };
}

/** Titles of tasks by their ids. */
export async function taskTitles({ pool }: Source, taskIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await pool.query<{ readonly task_id: string; readonly title: string }>(
    'SELECT task_id, title FROM task_draft WHERE task_id = ANY ($1)',
    [taskIds],
  );
  return new Map(rows.map(({ task_id: taskId, title }) => [taskId, title]));
}
