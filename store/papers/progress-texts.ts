import type { Period } from '../../domain/calendar/quarter.ts';
import type { TaskProgressText } from '../../domain/papers/quarter-data.ts';
import { contentTexts } from './content-texts.ts';
import type { PaperScope } from './paper-scope.ts';
import type { SubjectLine } from './subject-lines.ts';

/** What was reported of each task: the summary 汇总 of the first-named lead, else what its units wrote, in order. */
export async function progressTexts(
  { source, plan, nameOf }: PaperScope,
  lines: readonly SubjectLine[],
  textOf: (contentId: string | undefined) => string,
  period: Period,
): Promise<readonly TaskProgressText[]> {
  const { rows } = await source.pool.query<{ readonly taskId: string; readonly textId: string }>(
    `SELECT task_id AS "taskId", text_id AS "textId" FROM summary JOIN task USING (task_id) WHERE plan_id = $1 AND period = $2`,
    [plan.planId, period],
  );
  const summaryOf = await contentTexts(
    source,
    rows.map(({ textId }) => textId),
  );
  const summaries = new Map(rows.map(({ taskId, textId }) => [taskId, summaryOf(textId)]));
  return [...Map.groupBy(lines, ({ taskId }) => taskId)].flatMap(([taskId, own]) => {
    const [first] = own;
    if (first === undefined) return [];
    const summary = summaries.get(taskId);
    const said = own.flatMap(({ unitId, said: words }) => {
      const text = textOf(words?.row.texts.done?.contentId);
      return text === '' ? [] : [{ unit: nameOf(unitId), text }];
    });
    const texts = summary === undefined ? said : [{ unit: null, text: summary }];
    return [{ number: first.number, title: first.task, group: first.group, texts }];
  });
}
