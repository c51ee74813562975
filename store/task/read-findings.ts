import type { ComputedDate } from '../../domain/calendar/working-calendar.ts';
import type { Instant } from '../../domain/instant.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import type { Finding, FindingMethod, FindingOutcome } from '../../domain/task/finding/finding-state.ts';
import { type ListPart, listPage } from '../read/list-page.ts';
import type { Source } from '../transaction.ts';

/** A finding as lists show it. */
export interface FindingLine {
  readonly findingId: string;
  readonly taskId: string;
  readonly taskNumber: string;
  readonly subjectId: string;
  readonly unitId: string;
  readonly phase: Finding['phase'];
  readonly method: FindingMethod;
  readonly checkers: readonly string[];
  readonly reportedValue: number | null;
  readonly foundValue: number | null;
  readonly claimId: string;
  readonly evidenceId: string;
  readonly openedAt: Instant;
  readonly statementDue: PlainDate;
  readonly statementDueComputed: ComputedDate;
  readonly statementId: string | null;
  readonly statedAt: Instant | null;
  readonly outcome: FindingOutcome | null;
  readonly conclusionId: string | null;
  readonly concludedAt: Instant | null;
  readonly feedbackOn: PlainDate | null;
  readonly objectionUntil: PlainDate | null;
}

const findingLines = `
  SELECT finding_id AS "findingId", task_id AS "taskId", task.number AS "taskNumber", subject_id AS "subjectId",
             unit_id AS "unitId", finding.phase, method, checkers, reported_value AS "reportedValue", found_value AS "foundValue",
             claim_id AS "claimId", evidence_id AS "evidenceId", opened_at AS "openedAt", statement_due AS "statementDue", statement_due_computed AS "statementDueComputed",
             statement_id AS "statementId", stated_at AS "statedAt", outcome, conclusion_id AS "conclusionId",
             concluded_at AS "concludedAt", feedback_on AS "feedbackOn", objection_until AS "objectionUntil"
  FROM finding JOIN task USING (task_id) WHERE finding.plan_id = $1`;

/** The findings of a plan, in the order in which they were opened. */
export async function listFindings({ pool }: Source, planId: string): Promise<readonly FindingLine[]> {
  const { rows } = await pool.query<FindingLine>({
    name: 'findings of plan',
    text: `${findingLines} ORDER BY opened_at, task.number, finding_id`,
    values: [planId],
  });
  return rows;
}

/** Narrows and orders the findings of a plan; what is left out is not asked. */
export interface FindingQuestion extends ListPart {
  /** Only on rows of this unit. */
  readonly own: string | null;
  readonly unitId: string | undefined;
  readonly taskId: string | undefined;
  readonly phase: Finding['phase'] | undefined;
  readonly sort: 'opened' | 'statementDue' | 'concluded' | 'task';
}

const orderedBy = {
  opened: 'openedAt',
  statementDue: 'statementDue',
  concluded: 'concludedAt',
  task: 'position',
} as const;

/** A page of the findings of a plan. */
export async function findingListPage(
  source: Source,
  planId: string,
  { own, unitId, taskId, phase, sort, ...part }: FindingQuestion,
): Promise<{ readonly total: number; readonly rows: readonly FindingLine[] }> {
  const text = `SELECT found.*, task_draft.title, position, claim.text AS claim, conclusion.text AS conclusion
    FROM (${findingLines} AND ($2::uuid IS NULL OR unit_id = $2)) AS found
    JOIN task_draft ON task_draft.task_id = "taskId"
    LEFT JOIN content AS claim ON claim.id = "claimId" LEFT JOIN content AS conclusion ON conclusion.id = "conclusionId"`;
  const searched = ['taskNumber', 'title', 'claim', 'conclusion'];
  const list = { text, values: [planId, own], searched, last: 'position, "findingId"' };
  return listPage<FindingLine>(source, list, { ...part, equals: { unitId, taskId, phase }, by: orderedBy[sort] });
}
