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

/** A file of evidence as an act names it. */
export type NamedEvidence = Pick<ReturnRowBody['evidence'][number], 'evidenceId' | 'sha256'>;

/** Files that come to a row's evidence and files that leave it. */
export interface EvidenceChange {
  readonly added: readonly NamedEvidence[];
  readonly removed: readonly string[];
}

/** No change of the files. */
export const sameEvidence: EvidenceChange = { added: [], removed: [] };

/** The entry as the act takes it: empty texts are no texts, and every file is named, since those that are not would be taken off the row. */
export function filledRow(
  row: Pick<ReturnRowBody, 'taskId' | 'subjectId' | 'evidence'>,
  { texts, ...entry }: RowEntryBody,
  kind: string,
  { added, removed }: EvidenceChange = sameEvidence,
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
    // After an answer that got lost, what was added may be there already.
    evidence: [
      ...row.evidence,
      ...added.filter((file) => row.evidence.every((one) => one.evidenceId !== file.evidenceId)),
    ]
      .filter(({ evidenceId }) => !removed.includes(evidenceId))
      .map(({ evidenceId, sha256 }) => ({ evidenceId, sha256 })),
  };
}
