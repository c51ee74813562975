import type { Period } from '../../domain/calendar/quarter.ts';
import type { ComputedDate } from '../../domain/calendar/working-calendar.ts';
import type { Instant } from '../../domain/instant.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import type { Ladder } from '../../domain/task/ladder.ts';
import type { ObligationKind, RowState, SubmittedRow } from '../../domain/task/task-state.ts';
import type { Source } from '../transaction.ts';

/** One row of an obligation, as it was last submitted. */
export interface ObligationRowLine {
  readonly subjectId: string;
  readonly state: RowState;
  readonly submitted: SubmittedRow | null;
  readonly reasonId: string | null;
}

/** An obligation of a task, settled ones included; `ended` where the task ended before it was settled. */
export interface ObligationLine {
  readonly id: string;
  readonly unitId: string;
  readonly kind: ObligationKind;
  readonly period: Period | 'plan';
  readonly state: RowState | 'ended';
  readonly due: PlainDate;
  readonly dueComputed: ComputedDate;
  readonly ladder: Ladder;
  readonly submittedAt: Instant | null;
  readonly late: boolean;
  readonly overdue: boolean;
  readonly reviewDue: PlainDate | null;
  readonly reviewOverdue: boolean;
  readonly resubmitDue: PlainDate | null;
  readonly acceptedAt: Instant | null;
  readonly act: string | null;
  readonly rows: readonly ObligationRowLine[];
}

/** What units owe or owed for a task, by due day. */
export async function taskObligations({ pool }: Source, taskId: string): Promise<readonly ObligationLine[]> {
  const { rows } = await pool.query<ObligationLine>(
    `SELECT id, unit_id AS "unitId", kind, period, state, due, due_computed AS "dueComputed", ladder, submitted_at AS "submittedAt",
            late, overdue, review_due AS "reviewDue", review_overdue AS "reviewOverdue", resubmit_due AS "resubmitDue",
            accepted_at AS "acceptedAt", act,
            (SELECT coalesce(jsonb_agg(jsonb_build_object('subjectId', subject_id, 'state', line.state, 'submitted', submitted,
               'reasonId', reason_id) ORDER BY line.place), '[]')
             FROM obligation_row AS line WHERE line.task_id = obligation.task_id AND line.obligation_id = obligation.id
               AND line.state <> 'removed') AS rows
     FROM obligation WHERE task_id = $1 ORDER BY due, kind, unit_id`,
    [taskId],
  );
  return rows;
}
