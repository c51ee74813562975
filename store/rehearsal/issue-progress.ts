import type { Source } from '../transaction.ts';

/** How far the tasks of a plan have come to exist, and to their end; the first three are equal when the issue is complete, and 0 before it. */
export interface IssueProgress {
  readonly toIssue: number;
  /** Writers that the plan has started. */
  readonly started: number;
  /** Tasks whose chains have begun. */
  readonly issued: number;
  /** Tasks that still have to be told of the year's approved summary. */
  readonly toClose: number;
}

/** Reads how far the issue has come. */
export async function issueProgress({ pool }: Source, planId: string): Promise<IssueProgress> {
  const { rows } = await pool.query<IssueProgress>({
    name: 'issue progress',
    text: `SELECT CASE WHEN phase = 'issued' THEN task_count ELSE 0 END AS "toIssue", started_tasks AS started,
             (SELECT count(*) FROM task WHERE task.plan_id = plan.plan_id) AS issued,
             CASE WHEN summary_approved_at IS NULL THEN 0 ELSE task_count - closed_tasks END AS "toClose"
           FROM plan WHERE plan_id = $1`,
    values: [planId],
  });
  return rows[0] ?? { toIssue: 0, started: 0, issued: 0, toClose: 0 };
}
