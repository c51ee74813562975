import { resubmitCounts } from '../../store/read/counted-dates.ts';
import type { TaskReach } from '../../store/read/task-reach.ts';
import type { ObligationLineRow, ObligationRecord, TaskRows } from '../../store/read/task-rows.ts';
import type { Store } from '../../store/store.ts';
import type { ObligationLineBody } from '../schemas/task.ts';
import type { Sight } from '../sight.ts';
import { kindName } from '../words.ts';
import { countedReason } from './due-reason.ts';
import { evidenceById } from './evidence-lines.ts';
import { textsOf } from './texts.ts';
import { mayReadWords } from './visible-rows.ts';

/** What units owe or owed for a task; what they said only where the reader may see it. */
export async function obligationLines(
  store: Store,
  rows: TaskRows,
  sight: Sight & { readonly reach: TaskReach },
): Promise<readonly ObligationLineBody[]> {
  const readable = rows.obligations.filter((each) => mayReadWords(each, rows, sight.reach)).map(({ id }) => id);
  const lines = rows.lines.filter(({ obligation_id: id }) => readable.includes(id));
  const text = await textsOf(
    store,
    lines.flatMap(({ submitted, reason_id: reasonId }) => [
      reasonId,
      ...Object.values(submitted?.texts ?? {}).map(({ contentId }) => contentId),
    ]),
  );
  const evidence = await evidenceById(
    store,
    sight,
    lines.flatMap(({ submitted }) => submitted?.evidence ?? []),
  );
  const title = (subjectId: string): string =>
    rows.subjects.find(({ id }) => id === subjectId)?.title ?? rows.task?.title ?? '';
  const said = ({ subject_id: subjectId, state, submitted, reason_id: reasonId }: ObligationLineRow) => ({
    subjectId,
    title: title(subjectId),
    state,
    value: submitted?.value ?? null,
    milestonesDone: submitted?.milestonesDone ?? [],
    complete: submitted?.complete ?? false,
    plan: submitted?.plan ?? null,
    texts: Object.fromEntries(
      Object.entries(submitted?.texts ?? {}).map(([name, ref]) => [name, text(ref.contentId)] as const),
    ),
    reason: text(reasonId),
    evidence: (submitted?.evidence ?? []).flatMap(({ evidenceId }) => evidence.get(evidenceId) ?? []),
  });
  const resubmits = await resubmitCounts(store, rows.task === null ? [] : [rows.task.task_id]);
  return rows.obligations.map((each) => ({
    ...factsOf(each, sight),
    resubmitWhy: countedReason(each.resubmit_due, resubmits.get(`${each.task_id} ${each.id}`)),
    rows: lines.filter(({ obligation_id: id }) => id === each.id).map(said),
  }));
}

function factsOf(row: ObligationRecord, { unitRef }: Sight): Omit<ObligationLineBody, 'rows' | 'resubmitWhy'> {
  return {
    id: row.id,
    unit: unitRef(row.unit_id),
    kind: row.kind,
    kindName: kindName(row.kind),
    period: row.period,
    state: row.state,
    due: row.due,
    dueComputed: row.due_computed,
    dueWhy: countedReason(row.due, row.due_computed),
    ladder: row.ladder,
    submittedAt: row.submitted_at,
    late: row.late,
    overdue: row.overdue,
    reviewDue: row.review_due,
    reviewOverdue: row.review_overdue,
    resubmitDue: row.resubmit_due,
    acceptedAt: row.accepted_at,
  };
}
