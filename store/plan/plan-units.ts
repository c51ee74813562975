import type { Instant } from '../../domain/instant.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import type { OpinionDecision, PlanUnit } from '../../domain/plan/plan-state.ts';
import type { Source } from '../transaction.ts';

/** How far one unit has come with a plan. */
export interface PlanUnitLine extends PlanUnit {
  readonly unitId: string;
  readonly answeredAt: Instant | null;
  readonly answerLate: boolean;
  readonly receiptLate: boolean;
  readonly receiptListedAt: Instant | null;
  /** The contacts that were filed with the receipt. */
  readonly contactsId: string | null;
}

/** Units that have tasks in the plan, by their ids. */
export async function planUnits({ pool }: Source, planId: string): Promise<readonly PlanUnitLine[]> {
  const { rows } = await pool.query<PlanUnitLine>(
    `SELECT unit_id AS "unitId", tasks, answer, answer_due AS "answerDue", answered_at AS "answeredAt", answer_late AS "answerLate",
            receipted_at AS "receiptedAt", receipt_late AS "receiptLate", receipt_listed_at AS "receiptListedAt",
            contacts_id AS "contactsId"
     FROM plan_unit WHERE plan_id = $1 AND tasks > 0 ORDER BY unit_id`,
    [planId],
  );
  return rows;
}

/** An opinion from the consultation with what the office decided on it. */
export interface OpinionLine {
  readonly id: string;
  readonly unitId: string;
  readonly taskNumber: string;
  readonly textId: string;
  readonly decision: 'none' | OpinionDecision;
  readonly reasonId: string | null;
  readonly due: PlainDate | null;
}

/** The opinions 意见 on a plan in the order in which they came. */
export async function planOpinions({ pool }: Source, planId: string): Promise<readonly OpinionLine[]> {
  const { rows } = await pool.query<OpinionLine>(
    `SELECT id, unit_id AS "unitId", task_number AS "taskNumber", text_id AS "textId", decision, reason_id AS "reasonId",
            (SELECT answer_due FROM plan_unit WHERE plan_unit.plan_id = $1 AND plan_unit.unit_id = opinion.unit_id) AS due
     FROM opinion WHERE plan_id = $1 ORDER BY seq, id`,
    [planId],
  );
  return rows;
}
