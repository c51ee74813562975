import type { PersonActor } from '../../domain/actor.ts';
import type { ComputedDate } from '../../domain/calendar/working-calendar.ts';
import type { Period } from '../../domain/calendar/quarter.ts';
import type { Instant } from '../../domain/instant.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import type { ObligationKind } from '../../domain/task/task-state.ts';
import type { UrgingChannel } from '../../domain/task/urging/urging-event.ts';
import type { Source } from '../transaction.ts';
import { type ListPart, listPage } from './list-page.ts';

/** One urging by hand 人工催办 on one task, with what was promised. */
export interface UrgingLine {
  readonly urgingId: string;
  readonly taskId: string;
  readonly taskNumber: string;
  readonly title: string;
  readonly unitId: string;
  readonly channel: UrgingChannel;
  readonly reachedId: string;
  readonly promiseId: string | null;
  readonly promisedBy: PlainDate | null;
  readonly promiseState: string | null;
  readonly urgedAt: Instant;
  readonly urgedBy: PersonActor;
}

const urgingLines = `
  SELECT urging_id AS "urgingId", task_id AS "taskId", task.number AS "taskNumber", task.title, urging.unit_id AS "unitId", channel,
             reached_id AS "reachedId", promise_id AS "promiseId", promised_by AS "promisedBy", promise_state AS "promiseState",
             urged_at AS "urgedAt", urged_by AS "urgedBy", task_draft.position
  FROM urging JOIN task USING (task_id) JOIN task_draft USING (task_id) WHERE urging.plan_id = $1`;

/** Urgings by hand of a plan, the latest first. */
export async function listUrgings({ pool }: Source, planId: string): Promise<readonly UrgingLine[]> {
  const { rows } = await pool.query<UrgingLine>({
    name: 'urgings of plan',
    text: `${urgingLines} ORDER BY urged_at DESC, task_draft.position, urging_id`,
    values: [planId],
  });
  return rows;
}

/** Narrows and orders the urgings of a plan; what is left out is not asked. */
export interface UrgingQuestion extends ListPart {
  /** Only those of this unit. */
  readonly own: string | null;
  readonly unitId: string | undefined;
  readonly taskId: string | undefined;
  readonly promiseState: string | undefined;
  readonly sort: 'urged' | 'promised' | 'task';
}

const orderedBy = { urged: 'urgedAt', promised: 'promisedBy', task: 'position' } as const;

/** A page of the urgings by hand of a plan. */
export async function urgingListPage(
  source: Source,
  planId: string,
  { own, unitId, taskId, promiseState, sort, ...part }: UrgingQuestion,
): Promise<{ readonly total: number; readonly rows: readonly UrgingLine[] }> {
  const text = `SELECT found.*, reached.text AS reached, promise.text AS promise
    FROM (${urgingLines} AND ($2::uuid IS NULL OR urging.unit_id = $2)) AS found
    LEFT JOIN content AS reached ON reached.id = "reachedId" LEFT JOIN content AS promise ON promise.id = "promiseId"`;
  const searched = ['taskNumber', 'title', 'reached', 'promise'];
  const list = { text, values: [planId, own], searched, last: 'position, "urgingId"' };
  return listPage<UrgingLine>(source, list, {
    ...part,
    equals: { unitId, taskId, promiseState },
    by: orderedBy[sort],
  });
}

/** A report that a unit has let pass. */
export interface OverdueLine {
  readonly unitId: string;
  readonly taskId: string;
  readonly taskNumber: string;
  readonly title: string;
  readonly obligationId: string;
  readonly kind: ObligationKind;
  readonly period: Period | 'plan';
  readonly due: PlainDate;
  readonly dueComputed: ComputedDate;
}

/** Every report of a plan that is open and whose day has passed, by unit. */
export async function overdueLines(
  { pool }: Source,
  planId: string,
  today: PlainDate,
): Promise<readonly OverdueLine[]> {
  const { rows } = await pool.query<OverdueLine>({
    name: 'overdue reports of plan',
    text: `SELECT obligation.unit_id AS "unitId", task_id AS "taskId", task.number AS "taskNumber", task.title, obligation.id AS "obligationId",
             obligation.kind, obligation.period, obligation.due, due_computed AS "dueComputed"
           FROM obligation JOIN task USING (task_id) JOIN task_draft USING (task_id)
           WHERE obligation.plan_id = $1 AND obligation.state = 'open' AND obligation.due < $2
           ORDER BY obligation.unit_id, task_draft.position, obligation.id`,
    values: [planId, today],
  });
  return rows;
}
