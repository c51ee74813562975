import { RuleViolation } from '../../domain/errors.ts';
import { type Instant, instant } from '../../domain/instant.ts';
import type { PlanClock } from '../../domain/plan/plan-state.ts';
import type { Source } from '../transaction.ts';

/** By which clock a plan runs; on a stepped one where it stands, and what it rehearses. */
export type ClockReading =
  | { readonly clock: Extract<PlanClock, 'real'> }
  | {
      readonly clock: Extract<PlanClock, 'stepped'>;
      readonly instant: Instant;
      readonly seed: string;
      readonly scenario: string | null;
    };

interface ClockRow {
  readonly instant: string;
  readonly seed: string;
  readonly scenario: string | null;
}

/** The plan's clock; a plan without a stepped one runs on real time. */
export async function readPlanClock({ pool }: Source, planId: string): Promise<ClockReading> {
  const { rows } = await pool.query<ClockRow>({
    name: 'plan clock',
    text: 'SELECT instant, seed, scenario FROM plan_clock WHERE plan_id = $1',
    values: [planId],
  });
  const [row] = rows;
  return row === undefined ? { clock: 'real' } : { clock: 'stepped', ...row, instant: instant(row.instant) };
}

/** Moves a stepped plan's clock on to `to` and returns where it stands; it never goes back, and a real plan's is not ours. */
export async function advancePlanClock({ pool }: Source, planId: string, to: Instant): Promise<Instant> {
  const { rows } = await pool.query<{ readonly instant: string }>(
    'UPDATE plan_clock SET instant = greatest(instant, $2) WHERE plan_id = $1 RETURNING instant',
    [planId, to],
  );
  const [row] = rows;
  if (row !== undefined) return instant(row.instant);
  throw new RuleViolation('real-clock', '该工作要点按真实时间运行，不能推进日期；只有演练可以推进。');
}
