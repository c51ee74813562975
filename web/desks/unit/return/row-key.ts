import type { ReturnRowBody, RowEntryBody } from '../../../../api/schemas/return.ts';

/** Names one row of a return within the page. */
export function rowKeyOf({ taskId, subjectId }: Pick<ReturnRowBody, 'taskId' | 'subjectId'>): string {
  return `${taskId} ${subjectId}`;
}

const blank: RowEntryBody = { value: null, milestonesDone: [], complete: false, plan: null, texts: {} };

/** What stands in a row before anybody typed: what was saved, else the milestones that were already reached. */
export function savedEntry({ entry, previous, plan }: ReturnRowBody): RowEntryBody {
  if (entry !== null) return entry;
  return { ...blank, milestonesDone: previous?.milestonesDone ?? [], plan: plan ?? null };
}

/** The entry as the act takes it: empty texts are no texts. */
export function filledRow(
  row: Pick<ReturnRowBody, 'taskId' | 'subjectId'>,
  { texts, ...entry }: RowEntryBody,
  kind: string,
) {
  const given = Object.entries(texts).flatMap(([name, text]) =>
    text === undefined || text.trim() === '' ? [] : [[name, text.trim()]],
  );
  return {
    ...entry,
    taskId: row.taskId,
    subjectId: row.subjectId,
    // Outside a stage plan the row's plan is what was accepted, and is not sent back.
    plan: kind === 'stage-plan' ? entry.plan : null,
    milestonesDone: kind === 'progress' ? entry.milestonesDone : [],
    texts: Object.fromEntries(given),
  };
}
