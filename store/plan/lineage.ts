import type { PlainDate } from '../../domain/plain-date.ts';
import type { CarryReason, EarlierRow } from '../../domain/plan/roll-over/earlier-row.ts';
import type { TaskDraft } from '../../domain/plan/task-draft.ts';
import type { RowEnding } from '../../domain/task/ending/row-ending.ts';
import type { Target } from '../../domain/task/issued-subject.ts';
import type { Source } from '../transaction.ts';

/** One earlier year of a task or item, with its terms and value as that year's own ledger has them. */
export interface LineageYear {
  readonly planId: string;
  readonly planTitle: string;
  readonly planYear: number;
  readonly taskId: string;
  readonly taskNumber: string;
  readonly taskTitle: string;
  readonly subjectId: string;
  readonly title: string;
  readonly target: Target | null;
  readonly value: number | null;
  readonly due: PlainDate;
  readonly why: CarryReason;
  readonly ending: RowEnding | null;
}

/** The earlier years of one item (null: of the task as a whole), the latest first. */
export interface Lineage {
  readonly itemId: string | null;
  readonly title: string;
  readonly years: readonly LineageYear[];
}

/** Follows every link of a task back through the plans of earlier years; empty where nobody linked any. */
export async function lineageOf(source: Source, draft: TaskDraft): Promise<readonly Lineage[]> {
  const linked = [
    { itemId: null, title: draft.title, follows: draft.follows ?? [] },
    ...draft.items.map(({ id, title, follows }) => ({ itemId: id, title, follows: follows ?? [] })),
  ].filter(({ follows }) => follows.length > 0);
  const lineages: Lineage[] = [];
  for (const { itemId, title, follows } of linked) {
    lineages.push({ itemId, title, years: await yearsBack(source, follows) });
  }
  return lineages;
}

// Two rows of one year may have become one, and each may go on from others: all that are found, each once.
async function yearsBack(source: Source, follows: readonly EarlierRow[]): Promise<readonly LineageYear[]> {
  const years: LineageYear[] = [];
  const waiting = [...follows];
  const seen = new Set<string>();
  for (let row = waiting.shift(); row !== undefined; row = waiting.shift()) {
    const name = `${row.taskId}/${row.subjectId}`;
    if (seen.has(name)) continue;
    seen.add(name);
    const { year, draft } = await readYear(source, row);
    years.push(year);
    const item = draft.items.find(({ id }) => id === row.subjectId);
    waiting.push(...((item === undefined ? draft.follows : item.follows) ?? []));
  }
  return years.toSorted((a, b) => b.planYear - a.planYear);
}

interface YearRow extends Pick<LineageYear, 'planTitle' | 'taskTitle'> {
  readonly draft: TaskDraft;
  readonly title: string | null;
  readonly target: Target | null;
  readonly due: PlainDate | null;
  readonly value: number | null;
  readonly ending: RowEnding | null;
}

// Where the row is no longer there (a later change took it out), the link says what it was.
async function readYear(
  { pool }: Source,
  row: EarlierRow,
): Promise<{ readonly year: LineageYear; readonly draft: TaskDraft }> {
  const { rows } = await pool.query<YearRow>(
    `SELECT plan.title AS "planTitle", task_draft.title AS "taskTitle", task_draft.draft, subject.title, subject.target, subject.due,
            (subject.progress ->> 'value')::float8 AS value, subject.ending
     FROM task_draft JOIN plan USING (plan_id) LEFT JOIN subject ON subject.task_id = task_draft.task_id AND subject.id = $2
     WHERE task_draft.task_id = $1`,
    [row.taskId, row.subjectId],
  );
  const [found] = rows;
  if (found === undefined) throw new Error(`there is no task ${row.taskId} of an earlier year`);
  const { draft, planTitle, taskTitle, value, ending } = found;
  const { planId, planYear, taskId, taskNumber, subjectId, why } = row;
  const terms =
    found.title === null || found.due === null
      ? { title: row.title, target: row.target, due: row.due }
      : { title: found.title, target: found.target, due: found.due };
  const where = { planId, planTitle, planYear, taskId, taskNumber, taskTitle, subjectId };
  return { year: { ...where, ...terms, value, why, ending }, draft };
}
