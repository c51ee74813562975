import type { ComputedDate } from '../../domain/calendar/working-calendar.ts';
import type { Light } from '../../domain/task/task-state.ts';
import type { Instant } from '../../domain/instant.ts';
import type { ObjectionOutcome, ObjectionTarget } from '../../domain/objection/objection-target.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import { type ListPart, listPage } from '../read/list-page.ts';
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

const objectionLines = `
  SELECT objection_id AS "objectionId", objection.kind, target, objection.title, task.number AS "taskNumber",
             unit_id AS "unitId", objection.phase, grounds_id AS "groundsId", filed_at AS "filedAt", received_on AS "receivedOn",
             first_deciders AS "firstDeciders", answer_due AS "answerDue", answer_due_computed AS "answerDueComputed", overdue, outcome, light, reason_id AS "reasonId",
             objection.ended_at AS "endedAt", noted, refusal
  FROM objection LEFT JOIN task USING (task_id) WHERE objection.plan_id = $1`;

/** The objections of a plan, by the day on which their answer is due. */
export async function listObjections({ pool }: Source, planId: string): Promise<readonly ObjectionLine[]> {
  const { rows } = await pool.query<ObjectionLine>({
    name: 'objections of plan',
    text: `${objectionLines} ORDER BY answer_due, filed_at, path`,
    values: [planId],
  });
  return rows;
}

/** Narrows and orders the objections of a plan; what is left out is not asked. */
export interface ObjectionQuestion extends ListPart {
  /** Only those of this unit. */
  readonly own: string | null;
  readonly unitId: string | undefined;
  readonly taskId: string | undefined;
  readonly kind: ObjectionLine['kind'] | undefined;
  readonly phase: ObjectionLine['phase'] | undefined;
  readonly overdue: boolean | undefined;
  readonly sort: 'answerDue' | 'filed' | 'ended';
}

const orderedBy = { answerDue: 'answerDue', filed: 'filedAt', ended: 'endedAt' } as const;

/** A page of the objections of a plan. */
export async function objectionListPage(
  source: Source,
  planId: string,
  { own, unitId, taskId, kind, phase, overdue, sort, ...part }: ObjectionQuestion,
): Promise<{ readonly total: number; readonly rows: readonly ObjectionLine[] }> {
  const text = `SELECT found.*, (target ->> 'taskId')::uuid AS "taskId", grounds.text AS grounds
    FROM (${objectionLines} AND ($2::uuid IS NULL OR unit_id = $2)) AS found
    LEFT JOIN content AS grounds ON grounds.id = "groundsId"`;
  const searched = ['taskNumber', 'title', 'grounds'];
  const list = { text, values: [planId, own], searched, last: '"filedAt", "objectionId"' };
  const equals = { unitId, taskId, kind, phase, overdue };
  return listPage<ObjectionLine>(source, list, { ...part, equals, by: orderedBy[sort] });
}
