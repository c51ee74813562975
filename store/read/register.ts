import type { PlainDate } from '../../domain/plain-date.ts';
import type { TaskDraft } from '../../domain/plan/task-draft.ts';
import { lightsBySeverity } from '../../domain/task/lights.ts';
import type { Light } from '../../domain/task/task-state.ts';
import type { Source } from '../transaction.ts';
import { listPage } from './list-page.ts';
import { type TaskReach, taskReach } from './task-reach.ts';

/** Narrows and orders the register; what is null is not asked. */
export interface RegisterQuestion {
  readonly reach: TaskReach;
  readonly group: string | null;
  readonly unitId: string | null;
  readonly role: 'lead' | 'support' | 'district' | 'accountable' | null;
  readonly light: Light | null;
  readonly overdue: boolean | null;
  readonly phase: 'open' | 'ended' | null;
  readonly search: string | null;
  readonly sort: 'position' | 'due' | 'light' | 'overdue';
  readonly descending: boolean;
  readonly offset: number;
  readonly limit: number;
}

/** A task of the register with what it is sorted by. */
export interface RegisterTask {
  readonly taskId: string;
  /** Counted from 1 without gaps. */
  readonly position: number;
  readonly draft: TaskDraft;
  readonly nextDue: PlainDate | null;
}

const orders: Readonly<Record<RegisterQuestion['sort'], string>> = {
  position: 'position',
  due: 'nextDue',
  light: 'worst',
  overdue: 'overdue',
};

/** A page of the tasks of a plan, and how many there are in all. */
export async function registerTasks(
  source: Source,
  planId: string,
  question: RegisterQuestion,
): Promise<{ readonly total: number; readonly tasks: readonly RegisterTask[] }> {
  const { group, unitId, role, light, overdue, phase, search, sort, descending, offset, limit, reach } = question;
  const text = `WITH counted AS (
       SELECT task_id, row_number() OVER (ORDER BY position)::int AS position FROM task_draft WHERE plan_id = $1
     ), line AS (
       SELECT draft.task_id AS "taskId", counted.position, draft.draft, group_name, coalesce(task.phase, 'unissued') AS phase, draft.number, draft.title,
         (SELECT min(coalesce(resubmit_due, due)) FROM obligation AS owed
          WHERE owed.task_id = draft.task_id AND owed.state IN ('open', 'sent-back')) AS "nextDue",
         (SELECT count(*) FROM obligation AS owed WHERE owed.task_id = draft.task_id AND owed.overdue) AS overdue,
         (SELECT max(array_position($11::text[], light)) FROM subject
          WHERE subject.task_id = draft.task_id AND removed_at IS NULL) AS worst
       FROM task_draft AS draft JOIN counted USING (task_id) LEFT JOIN task ON task.task_id = draft.task_id
       WHERE draft.plan_id = $1 AND ${taskReach('draft', '$2', '$3')}
     )
     SELECT "taskId", position, draft, "nextDue", overdue, worst FROM line
     WHERE ($4::text IS NULL OR group_name = $4)
       AND ($5::uuid IS NULL OR EXISTS (
         SELECT FROM jsonb_array_elements(draft -> 'parties') AS party
         WHERE NOT EXISTS (SELECT FROM task_party WHERE task_party.task_id = "taskId")
           AND (party ->> 'unitId')::uuid = $5 AND ($6::text IS NULL OR party ->> 'role' = $6)
       ) OR EXISTS (
         SELECT FROM task_party
         WHERE task_party.task_id = "taskId" AND left_at IS NULL AND unit_id = $5 AND ($6::text IS NULL OR role = $6)
       ) OR (($6::text IS NULL OR $6 = 'accountable') AND EXISTS (
         SELECT FROM jsonb_array_elements(draft -> 'items') AS item WHERE (item ->> 'unitId')::uuid = $5)))
       AND ($7::text IS NULL OR EXISTS (SELECT FROM subject
         WHERE subject.task_id = "taskId" AND removed_at IS NULL AND light = $7))
       AND ($8::boolean IS NULL OR (overdue > 0) = $8)
       AND ($9::text IS NULL OR phase = $9)
       AND ($10::text IS NULL OR number = $10 OR position($10 IN title) > 0 OR EXISTS (
         SELECT FROM jsonb_array_elements(draft -> 'items') AS item WHERE position($10 IN item ->> 'title') > 0))`;
  const asked = [group, unitId, role, light, overdue, phase, search, lightsBySeverity];
  const values = [planId, reach.unitId, reach.writerId, ...asked];
  const part = { equals: {}, search: null, by: orders[sort], descending, offset, limit };
  const { total, rows } = await listPage<RegisterTask>(source, { text, values, searched: [], last: 'position' }, part);
  return { total, tasks: rows };
}

/** Groups 任务组 of a plan in the order of the notice. */
export async function taskGroups({ pool }: Source, planId: string): Promise<readonly string[]> {
  const { rows } = await pool.query<{ readonly name: string }>(
    'SELECT group_name AS name FROM task_draft WHERE plan_id = $1 GROUP BY group_name ORDER BY min(position)',
    [planId],
  );
  return rows.map(({ name }) => name);
}
