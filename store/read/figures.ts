import type { Period } from '../../domain/calendar/quarter.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import type { Target } from '../../domain/task/issued-subject.ts';
import type { Light, RowPlan } from '../../domain/task/task-state.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Source } from '../transaction.ts';
import { type TaskReach, taskReach } from './task-reach.ts';

/** Lights of a unit's subjects as they stood on a day. */
export interface LightCount {
  readonly unitId: string;
  readonly light: Light;
  readonly number: number;
}

/** The lights of every unit as they stood at the end of a day, counted by subject. */
export async function lightsOn(
  { pool }: Source,
  { planId, day, reach }: { readonly planId: string; readonly day: PlainDate; readonly reach: TaskReach },
): Promise<readonly LightCount[]> {
  const { rows } = await pool.query<LightCount>(
    `SELECT unit_id AS "unitId", shown.light, count(*) AS number
     FROM subject CROSS JOIN LATERAL (
       SELECT light FROM light_history AS history
       WHERE history.task_id = subject.task_id AND history.subject_id = subject.id AND assessed_on <= $2
       ORDER BY seq DESC LIMIT 1
     ) AS shown
     WHERE subject.plan_id = $1 AND removed_at IS NULL AND NOT tracked AND ($3::uuid IS NULL OR unit_id = $3)
     GROUP BY unit_id, shown.light`,
    [planId, day, reach.unitId],
  );
  return rows;
}

/** What a unit owes on one day. */
export interface OwedOn {
  readonly unitId: string;
  readonly due: PlainDate;
  readonly rows: number;
  readonly tasks: number;
  readonly returns: number;
}

/** Of which plan and within which reach it is asked, and between which days; all of them where none are named. */
export interface OwedQuestion {
  readonly planId: string;
  readonly reach: TaskReach;
  readonly within?: { readonly from: PlainDate; readonly to: PlainDate };
}

/** Rows, tasks and returns by unit and due day, settled ones included. */
export async function owedByDay({ pool }: Source, { planId, reach, within }: OwedQuestion): Promise<readonly OwedOn[]> {
  const { rows } = await pool.query<OwedOn>(
    `SELECT unit_id AS "unitId", due, count(DISTINCT obligation.task_id) AS tasks, count(DISTINCT (kind, period)) AS returns,
            count(*) AS rows
     FROM obligation JOIN obligation_row AS line ON line.task_id = obligation.task_id AND line.obligation_id = obligation.id
     WHERE plan_id = $1 AND ($2::uuid IS NULL OR unit_id = $2) AND ($3::text IS NULL OR due BETWEEN $3 AND $4)
     GROUP BY unit_id, due ORDER BY due`,
    [planId, reach.unitId, within?.from ?? null, within?.to ?? null],
  );
  return rows;
}

/** A subject with a target, and every value that was accepted of it. */
export interface CurveRow {
  readonly taskId: string;
  readonly taskNumber: string;
  readonly subjectId: string;
  readonly title: string;
  readonly unitId: string;
  readonly target: Target;
  readonly due: PlainDate;
  readonly dueBasis: 'stated' | 'derived';
  readonly stagePlan: RowPlan | null;
  readonly issuedAt: Instant;
  readonly reported: readonly { readonly period: Period; readonly value: number }[];
}

/** Targets of a plan (or of one task) within the reach. */
export async function curveRows(
  { pool }: Source,
  { planId, taskId, reach }: { readonly planId: string; readonly taskId: string | null; readonly reach: TaskReach },
): Promise<readonly CurveRow[]> {
  const { rows } = await pool.query<CurveRow>(
    `SELECT subject.task_id AS "taskId", task.number AS "taskNumber", subject.id AS "subjectId", subject.title,
            subject.unit_id AS "unitId", target, subject.due, due_basis AS "dueBasis", stage_plan AS "stagePlan", task.issued_at AS "issuedAt",
            (SELECT coalesce(jsonb_agg(jsonb_build_object('period', period, 'value', (submitted ->> 'value')::float) ORDER BY period), '[]')
             FROM obligation JOIN obligation_row AS line
               ON line.task_id = obligation.task_id AND line.obligation_id = obligation.id AND line.subject_id = subject.id
             WHERE obligation.task_id = subject.task_id AND obligation.kind = 'progress' AND line.state = 'accepted'
               AND submitted ->> 'value' IS NOT NULL) AS reported
     FROM subject JOIN task ON task.task_id = subject.task_id JOIN task_draft AS draft ON draft.task_id = subject.task_id
     WHERE subject.plan_id = $1 AND removed_at IS NULL AND subject.kind = 'number' AND target IS NOT NULL AND NOT tracked
       AND ($2::uuid IS NULL OR subject.task_id = $2) AND ${taskReach('subject', '$3', '$4')}
     ORDER BY draft.position, subject.place`,
    [planId, taskId, reach.unitId, reach.writerId],
  );
  return rows;
}

/** Lights of a plan by group and by unit, with what was late. */
export interface GlanceRows {
  readonly groups: readonly {
    readonly group: string;
    readonly tasks: number;
    readonly lights: Readonly<Record<string, number>>;
  }[];
  readonly units: readonly {
    readonly unitId: string;
    readonly subjects: number;
    readonly lights: Readonly<Record<string, number>>;
    readonly overdue: number;
    readonly late: number;
  }[];
}

/** Reads the lights as they stand. */
export async function glanceRows({ pool }: Source, planId: string, reach: TaskReach): Promise<GlanceRows> {
  const { rows: groups } = await pool.query<GlanceRows['groups'][number]>(
    `WITH lit AS (
       SELECT group_name, light, count(*) AS number FROM subject JOIN task_draft AS draft USING (task_id)
       WHERE subject.plan_id = $1 AND removed_at IS NULL AND light IS NOT NULL AND ($2::uuid IS NULL OR unit_id = $2) GROUP BY group_name, light
     )
     SELECT group_name AS "group", count(*) AS tasks,
            (SELECT coalesce(jsonb_object_agg(light, number), '{}') FROM lit WHERE lit.group_name = draft.group_name) AS lights
     FROM task_draft AS draft WHERE plan_id = $1 GROUP BY group_name ORDER BY min(position)`,
    [planId, reach.unitId],
  );
  const { rows: units } = await pool.query<GlanceRows['units'][number]>(
    `WITH lit AS (
       SELECT unit_id, light, count(*) AS number FROM subject
       WHERE plan_id = $1 AND removed_at IS NULL AND light IS NOT NULL GROUP BY unit_id, light
     )
     SELECT unit_id AS "unitId", (SELECT count(*) FROM subject
             WHERE subject.plan_id = $1 AND removed_at IS NULL AND subject.unit_id = unit.unit_id) AS subjects,
            (SELECT coalesce(jsonb_object_agg(light, number), '{}') FROM lit WHERE lit.unit_id = unit.unit_id) AS lights,
            (SELECT count(*) FROM obligation WHERE obligation.plan_id = $1 AND obligation.unit_id = unit.unit_id AND overdue) AS overdue,
            (SELECT count(*) FROM obligation WHERE obligation.plan_id = $1 AND obligation.unit_id = unit.unit_id AND late) AS late
     FROM plan_unit AS unit WHERE plan_id = $1 AND tasks > 0 AND ($2::uuid IS NULL OR unit_id = $2) ORDER BY unit_id`,
    [planId, reach.unitId],
  );
  return { groups, units };
}
