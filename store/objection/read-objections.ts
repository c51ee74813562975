import type { ComputedDate } from '../../domain/calendar/working-calendar.ts';
import type { Light } from '../../domain/task/task-state.ts';
import type { Instant } from '../../domain/instant.ts';
import type { ObjectionOutcome, ObjectionTarget } from '../../domain/objection/objection-target.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import type { Source } from '../transaction.ts';

/** An objection as lists show it. */
export interface ObjectionLine {
  readonly objectionId: string;
  readonly kind: ObjectionTarget['kind'];
  readonly target: ObjectionTarget;
  readonly title: string;
  readonly taskNumber: string | null;
  readonly unitId: string;
  readonly phase: 'open' | 'answered' | 'withdrawn';
  readonly groundsId: string;
  readonly filedAt: Instant;
  readonly receivedOn: PlainDate;
  readonly firstDeciders: readonly string[];
  readonly answerDue: PlainDate;
  readonly answerDueComputed: ComputedDate;
  readonly overdue: boolean;
  readonly outcome: ObjectionOutcome | null;
  readonly light: Light | null;
  readonly reasonId: string | null;
  readonly endedAt: Instant | null;
  readonly noted: 'none' | 'noted' | 'ended';
  readonly refusal: { readonly code: string; readonly message: string } | null;
}

/** The objections of a plan, by the day on which their answer is due. */
export async function listObjections({ pool }: Source, planId: string): Promise<readonly ObjectionLine[]> {
  const { rows } = await pool.query<ObjectionLine>({
    name: 'objections of plan',
    text: `SELECT objection_id AS "objectionId", objection.kind, target, objection.title, task.number AS "taskNumber",
             unit_id AS "unitId", objection.phase, grounds_id AS "groundsId", filed_at AS "filedAt", received_on AS "receivedOn",
             first_deciders AS "firstDeciders", answer_due AS "answerDue", answer_due_computed AS "answerDueComputed", overdue, outcome, light, reason_id AS "reasonId",
             objection.ended_at AS "endedAt", noted, refusal
           FROM objection LEFT JOIN task USING (task_id) WHERE objection.plan_id = $1 ORDER BY answer_due, filed_at, path`,
    values: [planId],
  });
  return rows;
}
