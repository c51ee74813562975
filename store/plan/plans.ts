import { RuleViolation } from '../../domain/errors.ts';
import type { Instant } from '../../domain/instant.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import type { PlanClock, PlanPhase } from '../../domain/plan/plan-state.ts';
import type { Source } from '../transaction.ts';

/** A plan as lists show it. */
export interface PlanLine {
  readonly planId: string;
  readonly title: string;
  readonly documentNumber: string | null;
  readonly issuer: string | null;
  readonly planYear: number;
  readonly clock: PlanClock;
  readonly phase: PlanPhase;
  readonly taskCount: number;
  readonly rulesVersion: number;
  readonly officeUnitId: string;
  readonly leadershipUnitId: string;
  readonly importedAt: Instant;
  readonly consultationDue: PlainDate | null;
  readonly issuedAt: Instant | null;
  readonly receiptDue: PlainDate | null;
  /** Where a stepped plan's clock stands. */
  readonly instant: Instant | null;
}

const select = `SELECT plan_id AS "planId", title, document_number AS "documentNumber", issuer, plan_year AS "planYear", clock, phase,
  task_count AS "taskCount", rules_version AS "rulesVersion", office_unit_id AS "officeUnitId",
  leadership_unit_id AS "leadershipUnitId", imported_at AS "importedAt", consultation_due AS "consultationDue",
  issued_at AS "issuedAt", receipt_due AS "receiptDue", instant
  FROM plan LEFT JOIN plan_clock USING (plan_id)`;

/** Every plan, stepped ones included, the latest import first. */
export async function listPlans({ pool }: Source): Promise<readonly PlanLine[]> {
  const { rows } = await pool.query<PlanLine>(`${select} ORDER BY imported_at DESC, plan_id`);
  return rows;
}

/** The plan of this id. */
export async function readPlan({ pool }: Source, planId: string): Promise<PlanLine> {
  const { rows } = await pool.query<PlanLine>(`${select} WHERE plan_id::text = $1`, [planId]);
  const [plan] = rows;
  if (plan === undefined) throw new RuleViolation('unknown-plan', `没有编号为 ${planId} 的工作要点，请核对编号。`);
  return plan;
}
