import type { LightCause, RowPlan, RowProgress, Subject } from '../../domain/task/task-state.ts';
import type { Light } from '../../domain/task/task-state.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import type { Source } from '../transaction.ts';

/** One row of the register 台账: an item or a whole task with the unit that answers for it. Units are named as on `day`. */
export interface ExportRow {
  readonly number: string;
  readonly group: string;
  readonly task: string;
  readonly subjectId: string;
  readonly kind: Subject['kind'];
  readonly title: string;
  readonly unit: string | null;
  readonly leads: readonly string[];
  readonly supports: readonly string[];
  readonly commitment: Subject['commitment'];
  readonly target: Subject['target'];
  readonly due: PlainDate;
  readonly dueBasis: Subject['dueBasis'];
  readonly tracked: boolean;
  readonly stagePlan: RowPlan | null;
  readonly progress: RowProgress | null;
  readonly light: Light | null;
  readonly lightCause: LightCause | null;
  readonly taskPhase: 'open' | 'ended';
}

/** The register of an issued plan, in the order of the notice. */
export async function exportRows(
  { pool }: Source,
  planId: string,
  { registry, day }: { readonly registry: string; readonly day: PlainDate },
): Promise<readonly ExportRow[]> {
  const { rows } = await pool.query<ExportRow>(
    `WITH unit AS (
       SELECT DISTINCT ON (unit_id) unit_id, name FROM unit_version WHERE registry = $2 AND valid_from <= $3
       ORDER BY unit_id, valid_from DESC, seq DESC
     ), party AS (
       SELECT task_id, coalesce(jsonb_agg(name ORDER BY place) FILTER (WHERE role = 'lead'), '[]') AS leads,
              coalesce(jsonb_agg(name ORDER BY place) FILTER (WHERE role = 'support'), '[]') AS supports
       FROM task_party JOIN unit USING (unit_id) WHERE plan_id = $1 AND left_at IS NULL GROUP BY task_id
     )
     SELECT draft.number, draft.group_name AS "group", draft.title AS task, subject.id AS "subjectId", subject.kind, subject.title,
            unit.name AS unit, leads, supports, commitment, target, due, due_basis AS "dueBasis", tracked,
            stage_plan AS "stagePlan", progress, light, light_cause AS "lightCause", task.phase AS "taskPhase"
     FROM subject JOIN task USING (task_id) JOIN task_draft AS draft ON draft.plan_id = $1 AND draft.task_id = subject.task_id
     LEFT JOIN unit ON unit.unit_id = subject.unit_id LEFT JOIN party ON party.task_id = subject.task_id
     WHERE subject.plan_id = $1 AND subject.removed_at IS NULL ORDER BY draft.position, subject.place`,
    [planId, registry, day],
  );
  return rows;
}
