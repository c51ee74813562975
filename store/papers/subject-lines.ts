import type { Period } from '../../domain/calendar/quarter.ts';
import { type Instant, startOfDay } from '../../domain/instant.ts';
import { type PlainDate, addDays } from '../../domain/plain-date.ts';
import type {
  Light,
  LightAssessment,
  LightCause,
  RowPlan,
  RowProgress,
  Subject,
  SubmittedRow,
} from '../../domain/task/task-state.ts';
import type { PaperScope } from './paper-scope.ts';

/** A row of the plan as papers read it: the subject with its last words, its light on the day, and how its unit reported. */
export interface SubjectLine {
  readonly taskId: string;
  readonly number: string;
  readonly group: string;
  readonly task: string;
  readonly ending: string | null;
  readonly issuedAt: Instant;
  readonly id: string;
  readonly unitId: string;
  readonly kind: Subject['kind'];
  readonly title: string;
  readonly target: Subject['target'];
  readonly commitment: Subject['commitment'];
  readonly due: PlainDate;
  readonly dueBasis: Subject['dueBasis'];
  readonly tracked: boolean;
  readonly stagePlan: RowPlan | null;
  readonly progress: RowProgress | null;
  readonly light: LightAssessment | null;
  readonly said: { readonly period: Period; readonly row: SubmittedRow } | null;
  readonly lateIn: readonly Period[];
  readonly overdueIn: readonly Period[];
}

interface SubjectRow extends Omit<SubjectLine, 'light' | 'said'> {
  readonly light: Light | null;
  readonly lightOn: PlainDate | null;
  readonly lightCause: LightCause | null;
  readonly lightRulesVersion: number | null;
  readonly saidPeriod: Period | null;
  readonly saidRow: SubmittedRow | null;
}

// Lights and reports are those of the day of print: a paper that is printed later for an earlier day says what was known on it.
const text = `SELECT subject.task_id AS "taskId", draft.number, draft.group_name AS "group", draft.title AS task,
    CASE WHEN task.ended_at < $4 THEN task.ending END AS ending,
    task.issued_at AS "issuedAt", subject.id, subject.unit_id AS "unitId", subject.kind, subject.title, subject.target, subject.commitment,
    subject.due, subject.due_basis AS "dueBasis", subject.tracked, subject.stage_plan AS "stagePlan", subject.progress,
    lit.light, lit.assessed_on AS "lightOn", lit.cause AS "lightCause", lit.rules_version AS "lightRulesVersion",
    said.period AS "saidPeriod", said.submitted AS "saidRow", report.late AS "lateIn", report.overdue AS "overdueIn"
  FROM subject JOIN task USING (task_id) JOIN task_draft AS draft ON draft.plan_id = $1 AND draft.task_id = subject.task_id
  LEFT JOIN LATERAL (
    SELECT light, assessed_on, cause, rules_version FROM light_history AS history
    WHERE history.task_id = subject.task_id AND history.subject_id = subject.id AND assessed_on <= $2
    ORDER BY seq DESC LIMIT 1
  ) AS lit ON true
  LEFT JOIN LATERAL (
    SELECT obligation.period, line.submitted FROM obligation_row AS line
    JOIN obligation ON obligation.task_id = line.task_id AND obligation.id = line.obligation_id
    WHERE line.task_id = subject.task_id AND line.subject_id = subject.id AND obligation.kind = 'progress'
      AND line.submitted IS NOT NULL AND obligation.submitted_at < $4 AND ($3::text IS NULL OR obligation.period = $3)
    ORDER BY obligation.period DESC LIMIT 1
  ) AS said ON true
  CROSS JOIN LATERAL (
    SELECT coalesce(jsonb_agg(period ORDER BY period) FILTER (WHERE late AND submitted_at < $4), '[]') AS late,
           coalesce(jsonb_agg(period ORDER BY period) FILTER (
             WHERE due < $2 AND state <> 'ended' AND coalesce(submitted_at, $4) >= $4), '[]') AS overdue
    FROM obligation WHERE obligation.task_id = subject.task_id AND obligation.unit_id = subject.unit_id AND kind = 'progress'
  ) AS report
  WHERE subject.plan_id = $1 AND (removed_at IS NULL OR removed_at >= $4) ORDER BY draft.position, subject.place`;

/** Every row of an issued plan in the order of the notice; with a period, what was said in that one's reports. */
export async function subjectLines(
  { source, plan, head }: PaperScope,
  period: Period | null = null,
): Promise<readonly SubjectLine[]> {
  const { rows } = await source.pool.query<SubjectRow>(text, [
    plan.planId,
    head.day,
    period,
    startOfDay(addDays(head.day, 1)),
  ]);
  return rows.map(({ light, lightOn, lightCause, lightRulesVersion, saidPeriod, saidRow, ...line }) => ({
    ...line,
    light:
      light === null || lightOn === null || lightCause === null || lightRulesVersion === null
        ? null
        : { light, on: lightOn, cause: lightCause, rulesVersion: lightRulesVersion },
    said: saidPeriod === null || saidRow === null ? null : { period: saidPeriod, row: saidRow },
  }));
}

/** The cumulative value as accepted, or, on a day before that, as reported last. */
export function valueOf({ progress, said }: Pick<SubjectLine, 'progress' | 'said'>): number | null {
  if (said === null) return null;
  return progress !== null && progress.period <= said.period ? progress.value : said.row.value;
}

/** Ids of all texts that the rows said. */
export function saidTextIds(lines: readonly SubjectLine[]): readonly string[] {
  return lines.flatMap(({ said }) => Object.values(said?.row.texts ?? {}).map(({ contentId }) => contentId));
}
