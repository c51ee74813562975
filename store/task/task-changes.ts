import type { PersonActor } from '../../domain/actor.ts';
import type { Instant } from '../../domain/instant.ts';
import type { PaperApproval } from '../../domain/paper-approval.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import type { ChangeDecider } from '../../domain/task/change/change-state.ts';
import type { TaskChange } from '../../domain/task/change/task-change.ts';
import type { IssuedSubject } from '../../domain/task/issued-subject.ts';
import { type ListPart, listPage } from '../read/list-page.ts';
import type { Source } from '../transaction.ts';

/** A change that was asked of a task, with what has become of it. */
export interface ChangeLine {
  readonly changeId: string;
  readonly taskId: string;
  readonly taskNumber: string;
  readonly change: TaskChange;
  /** Null where the office proposed it. */
  readonly unitId: string | null;
  readonly reason: string | null;
  readonly askedAt: Instant;
  readonly askedBy: PersonActor;
  readonly paper: PaperApproval | null;
  readonly decider: ChangeDecider;
  readonly decideBy: PlainDate;
  readonly state: 'pending' | 'granted' | 'refused' | 'withdrawn' | 'lapsed';
  readonly closedAt: Instant | null;
  readonly closedBy: PersonActor | null;
  readonly closingReason: string | null;
  readonly replacementId: string | null;
  /** Items as they were before a granted change of them. */
  readonly before: readonly IssuedSubject[] | null;
}

const changeLines = `
  SELECT change_id AS "changeId", task_id AS "taskId", task.number AS "taskNumber", change, unit_id AS "unitId",
         asked.text AS reason, asked_at AS "askedAt", asked_by AS "askedBy", paper, decider, decide_by AS "decideBy",
         state, closed_at AS "closedAt", closed_by AS "closedBy", closing.text AS "closingReason",
         replacement_id AS "replacementId", before
  FROM change_request JOIN task USING (task_id)
  LEFT JOIN content AS asked ON asked.id = reason_id LEFT JOIN content AS closing ON closing.id = closing_reason_id`;

/** Every change that was asked of a task, the oldest first. */
export async function taskChanges({ pool }: Source, taskId: string): Promise<readonly ChangeLine[]> {
  const { rows } = await pool.query<ChangeLine>(`${changeLines} WHERE task_id = $1 ORDER BY asked_at, change_id`, [
    taskId,
  ]);
  return rows;
}

/** Changes of a plan's tasks that wait for a decision, the most pressing first. */
export async function changesWaiting({ pool }: Source, planId: string): Promise<readonly ChangeLine[]> {
  const { rows } = await pool.query<ChangeLine>(
    `${changeLines} WHERE change_request.plan_id = $1 AND state = 'pending' ORDER BY decide_by, asked_at, change_id`,
    [planId],
  );
  return rows;
}

/** Narrows and orders the changes of a plan; what is left out is not asked. */
export interface ChangeQuestion extends ListPart {
  /** Only what this unit asked for, or what is about it. */
  readonly concerns: string | null;
  readonly unitId: string | undefined;
  readonly taskId: string | undefined;
  readonly kind: TaskChange['kind'] | undefined;
  readonly state: ChangeLine['state'] | undefined;
  readonly sort: 'asked' | 'decideBy' | 'closed' | 'task';
}

const orderedBy = { asked: 'askedAt', decideBy: 'decideBy', closed: 'closedAt', task: 'position' } as const;

/** A page of the changes that were asked of a plan's tasks. */
export async function changeListPage(
  source: Source,
  planId: string,
  { concerns, unitId, taskId, kind, state, sort, ...part }: ChangeQuestion,
): Promise<{ readonly total: number; readonly rows: readonly ChangeLine[] }> {
  const text = `SELECT found.*, change ->> 'kind' AS kind, task_draft.title, position
    FROM (${changeLines} WHERE change_request.plan_id = $1
      AND ($2::uuid IS NULL OR unit_id = $2 OR (change ->> 'unitId')::uuid = $2)) AS found
    JOIN task_draft ON task_draft.task_id = "taskId"`;
  const list = { text, values: [planId, concerns], searched: ['taskNumber', 'title', 'reason'], last: '"changeId"' };
  const equals = { unitId, taskId, kind, state };
  return listPage<ChangeLine>(source, list, { ...part, equals, by: orderedBy[sort] });
}

/** A due day that moved: `item/<subject>` or `obligation/<id>`; the first `from` is the original day, which stays on record. */
export interface DueMoveLine {
  readonly thing: string;
  readonly unitId: string | null;
  readonly changeId: string;
  readonly cause: 'extension' | 'resumption';
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly movedAt: Instant;
  /** Calendar days between the original day and this one. */
  readonly slippedDays: number;
}

/** Every move of a due day of a task, thing by thing, the oldest first. */
export async function dueMovesOf({ pool }: Source, taskId: string): Promise<readonly DueMoveLine[]> {
  const { rows } = await pool.query<DueMoveLine>(
    `SELECT thing, unit_id AS "unitId", change_id AS "changeId", cause, from_day AS "from", to_day AS "to",
            moved_at AS "movedAt",
            to_day::date - (first_value(from_day) OVER (PARTITION BY thing ORDER BY seq))::date AS "slippedDays"
     FROM due_history WHERE task_id = $1 ORDER BY thing, seq`,
    [taskId],
  );
  return rows;
}

/** The same for all tasks of a plan. */
export async function dueMovesIn(
  { pool }: Source,
  planId: string,
): Promise<readonly (DueMoveLine & { readonly taskId: string })[]> {
  const { rows } = await pool.query<DueMoveLine & { readonly taskId: string }>(
    `SELECT task_id AS "taskId", thing, unit_id AS "unitId", change_id AS "changeId", cause, from_day AS "from", to_day AS "to",
            moved_at AS "movedAt",
            to_day::date - (first_value(from_day) OVER (PARTITION BY task_id, thing ORDER BY seq))::date AS "slippedDays"
     FROM due_history JOIN task USING (task_id) WHERE task.plan_id = $1 ORDER BY task_id, thing, seq`,
    [planId],
  );
  return rows;
}

/** A leader's note on a task 批示. */
export interface InstructionLine {
  readonly givenAt: Instant;
  readonly givenBy: PersonActor;
  readonly paper: PaperApproval | null;
  readonly text: string | null;
}

/** The notes of leaders on a task, the oldest first. */
export async function instructionsOn({ pool }: Source, taskId: string): Promise<readonly InstructionLine[]> {
  const { rows } = await pool.query<InstructionLine>(
    `SELECT given_at AS "givenAt", given_by AS "givenBy", paper, content.text
     FROM instruction LEFT JOIN content ON content.id = text_id WHERE task_id = $1 ORDER BY seq`,
    [taskId],
  );
  return rows;
}
