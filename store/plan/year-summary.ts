import type { PersonActor } from '../../domain/actor.ts';
import { type Sha256, contentHash } from '../../domain/canonical.ts';
import { RuleViolation } from '../../domain/errors.ts';
import type { Instant } from '../../domain/instant.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import type { PlanState } from '../../domain/plan/plan-state.ts';
import type { SummaryContent } from '../../domain/plan/year-end/summary-command.ts';
import type { TaskEnding } from '../../domain/task/ending/row-ending.ts';
import type { Source } from '../transaction.ts';

/** One row of the year's summary. */
export interface SummaryRow {
  readonly taskNumber: string;
  readonly subjectId: string;
  readonly ending: TaskEnding | null;
  readonly until: PlainDate | null;
}

/** Every row of the plan's tasks with its ending, in the order of the notice. */
export async function readSummaryRows({ pool }: Source, planId: string): Promise<readonly SummaryRow[]> {
  const { rows } = await pool.query<SummaryRow>({
    name: 'rows of the summary',
    text: `SELECT task.number AS "taskNumber", subject.id AS "subjectId", 
             CASE WHEN task.ending = 'terminated' THEN task.ending ELSE subject.ending END AS ending,
             subject.ending_until AS until
           FROM subject JOIN task USING (task_id) JOIN task_draft AS draft USING (task_id)
           WHERE subject.plan_id = $1 AND subject.removed_at IS NULL ORDER BY draft.position, subject.place`,
    values: [planId],
  });
  return rows;
}

/** What the leader is asked to approve: the endings of all rows as they stand. */
export async function yearSummary(source: Source, planId: string): Promise<SummaryContent> {
  const rows = await readSummaryRows(source, planId);
  const decided = rows.flatMap(({ ending }) => (ending === null ? [] : [ending]));
  const undecided = rows.filter(({ ending }) => ending === null).map(({ taskNumber }) => taskNumber);
  return {
    summaryHash: contentHash(rows),
    counts: countsOf(decided),
    undecided: [...new Set(undecided)],
  };
}

/** How many rows have each of the endings that occur. */
export function countsOf(endings: readonly TaskEnding[]): Readonly<Partial<Record<TaskEnding, number>>> {
  const counts: Partial<Record<TaskEnding, number>> = {};
  for (const ending of endings) counts[ending] = (counts[ending] ?? 0) + 1;
  return counts;
}

/** What was approved, by whom and when. */
export interface SummaryApproval {
  readonly summaryHash: Sha256;
  readonly approvedBy: PersonActor;
  readonly approvedAt: Instant;
}

/** The approval of a plan's summary; refuses where there is none. */
export async function summaryApproval({ pool }: Source, planId: string): Promise<SummaryApproval> {
  const { rows } = await pool.query<{ readonly state: PlanState }>('SELECT state FROM chain_head WHERE chain = $1', [
    `plan/${planId}`,
  ]);
  const summary = rows[0]?.state.summary ?? null;
  const { hash: summaryHash = '', approvedBy = null, approvedAt = null } = summary ?? {};
  if (approvedBy !== null && approvedAt !== null) return { summaryHash, approvedBy, approvedAt };
  throw new RuleViolation('summary-not-approved', '年终总结尚未审定，任务不能办结。');
}
