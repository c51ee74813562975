import type { Source } from '../transaction.ts';

/** Titles of a plan's tasks and of their subjects, removed ones included. */
export interface TaskNames {
  readonly task: (taskId: string) => string;
  readonly subject: (taskId: string, subjectId: string) => string;
}

/** Reads the titles of a plan once for a whole answer. */
export async function taskNames({ pool }: Source, planId: string): Promise<TaskNames> {
  const { rows: tasks } = await pool.query<{ readonly id: string; readonly title: string }>(
    'SELECT task_id AS id, title FROM task WHERE plan_id = $1',
    [planId],
  );
  const { rows: subjects } = await pool.query<{ readonly key: string; readonly title: string }>(
    `SELECT task_id || ' ' || id AS key, title FROM subject WHERE plan_id = $1`,
    [planId],
  );
  const titles = new Map(tasks.map(({ id, title }) => [id, title]));
  const items = new Map(subjects.map(({ key, title }) => [key, title]));
  const task = (taskId: string): string => titles.get(taskId) ?? '';
  return { task, subject: (taskId, subjectId) => items.get(`${taskId} ${subjectId}`) ?? task(taskId) };
}
