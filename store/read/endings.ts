import type { PlainDate } from '../../domain/plain-date.ts';
import type { RowEnding, TaskEnding } from '../../domain/task/ending/row-ending.ts';
import type { Target } from '../../domain/task/issued-subject.ts';
import type { RowProgress } from '../../domain/task/task-state.ts';
import type { Source } from '../transaction.ts';

/** A row at the year's end: what its unit claimed and what the office decided. */
export interface EndingLine {
  readonly taskId: string;
  readonly taskNumber: string;
  readonly taskTitle: string;
  readonly subjectId: string;
  readonly title: string;
  readonly unitId: string;
  readonly due: PlainDate;
  readonly target: Target | null;
  readonly progress: RowProgress | null;
  readonly claimed: RowEnding | null;
  readonly claimedUntil: PlainDate | null;
  readonly ending: TaskEnding | null;
  readonly until: PlainDate | null;
  readonly isOpen: boolean;
}

/** Every row of the plan's tasks, in the order of the notice. */
export async function endingLines({ pool }: Source, planId: string): Promise<readonly EndingLine[]> {
  const { rows } = await pool.query<EndingLine>({
    name: 'endings of plan',
    text: `SELECT task_id AS "taskId", task.number AS "taskNumber", task.title AS "taskTitle", subject.id AS "subjectId",
             subject.title, subject.unit_id AS "unitId", subject.due, subject.target, subject.progress,
             subject.claimed_ending AS claimed, subject.claimed_until AS "claimedUntil",
             CASE WHEN task.ending = 'terminated' THEN task.ending ELSE subject.ending END AS ending,
             subject.ending_until AS until, task.phase = 'open' AS "isOpen"
           FROM subject JOIN task USING (task_id) JOIN task_draft AS draft USING (task_id)
           WHERE subject.plan_id = $1 AND subject.removed_at IS NULL ORDER BY draft.position, subject.place`,
    values: [planId],
  });
  return rows;
}
