import type { PersonActor } from '../../domain/actor.ts';
import type { Sha256 } from '../../domain/canonical.ts';
import { RuleViolation } from '../../domain/errors.ts';
import type { Instant } from '../../domain/instant.ts';
import type { TaskDraft } from '../../domain/plan/task-draft.ts';
import { type IssueFacts, taskStart } from '../../domain/task/start.ts';
import type { TaskStart } from '../../domain/task/task-command.ts';
import type { Source } from '../transaction.ts';
import { readDrafts } from './breakdown.ts';

/** Tasks of an issued plan with their parts of the approved breakdown, in the order of the notice, after place `after`. */
export async function taskStarts(
  source: Source,
  planId: string,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<readonly TaskStart[]> {
  const facts = await issueFacts(source, planId);
  const drafts = await readDrafts(source, planId, { after, limit });
  return drafts.map((draft) => taskStart(draft, facts));
}

/** One task's part of the approved breakdown; null where no issued plan has such a task. */
export async function taskStartOf(source: Source, taskId: string): Promise<TaskStart | null> {
  const { rows } = await source.pool.query<{ readonly plan_id: string; readonly draft: TaskDraft }>(
    `SELECT plan_id, draft FROM task_draft JOIN plan USING (plan_id) WHERE task_id = $1 AND issued_at IS NOT NULL`,
    [taskId],
  );
  const [row] = rows;
  return row === undefined ? null : taskStart(row.draft, await issueFacts(source, row.plan_id));
}

interface IssuedRow {
  readonly plan_year: number;
  readonly approval_hash: Sha256 | null;
  readonly issued_at: Instant | null;
  readonly issued_by: PersonActor | null;
}

async function issueFacts({ pool }: Source, planId: string): Promise<IssueFacts> {
  const { rows } = await pool.query<IssuedRow>(
    'SELECT plan_year, approval_hash, issued_at, issued_by FROM plan WHERE plan_id = $1',
    [planId],
  );
  const [row] = rows;
  if (row === undefined) throw new RuleViolation('unknown-plan', `没有编号为 ${planId} 的工作要点，请核对编号。`);
  const { plan_year: planYear, approval_hash: breakdownHash, issued_at: issuedAt, issued_by: issuedBy } = row;
  if (breakdownHash === null || issuedAt === null || issuedBy === null) {
    throw new RuleViolation('not-issued', '工作要点尚未审定并印发，任务不能开始。');
  }
  return { planId, planYear, breakdownHash, issuedAt, issuedBy };
}
