import type { OrderKind } from '../../domain/order/paper-form.ts';
import { yearDigest } from '../ledger/year-digest.ts';
import { readPlanClock } from '../plan/plan-clock.ts';
import { planCounts } from '../plan/plan-counts.ts';
import { countsOf, readSummaryRows } from '../plan/year-summary.ts';
import type { Store } from '../store.ts';

/** A rehearsed year in figures, with the digest that the same notice, scenario and seed give again. */
export interface RehearsalSummary {
  readonly plan: string;
  readonly scenario: string | null;
  readonly seed: number | null;
  readonly tasks: number;
  readonly items: number;
  readonly receipts: number;
  /** Quarterly returns 季度进展情况表, one a unit and quarter. */
  readonly returns: number;
  /** Obligations of progress, one a unit, task and quarter. */
  readonly obligations: number;
  readonly contributions: number;
  readonly events: number;
  readonly letters: number;
  /** Mails that the server took. */
  readonly mails: number;
  readonly lights: Readonly<Record<string, number>>;
  /** Slips and orders by kind and then by phase. */
  readonly orders: Readonly<Record<OrderKind, Readonly<Record<string, number>>>>;
  /** Rows by the ending that was decided; those without one are not counted. */
  readonly endings: Readonly<Record<string, number>>;
  readonly yearDigest: string;
}

/** Reads what a rehearsal came to. */
export async function rehearsalSummary(store: Store, planId: string): Promise<RehearsalSummary> {
  const clock = await readPlanClock(store, planId);
  const counts = await planCounts(store, planId);
  const { rows } = await store.pool.query<{ readonly returns: number }>(
    `SELECT count(DISTINCT (unit_id, period)) AS returns FROM obligation WHERE plan_id = $1 AND kind = 'progress'`,
    [planId],
  );
  return {
    plan: planId,
    scenario: clock.clock === 'stepped' ? clock.scenario : null,
    seed: clock.clock === 'stepped' ? Number(clock.seed) : null,
    tasks: counts.tasks,
    items: counts.items,
    receipts: counts.receipts,
    returns: rows[0]?.returns ?? 0,
    obligations: counts.obligations['progress'] ?? 0,
    contributions: counts.obligations['contribution'] ?? 0,
    events: counts.events,
    letters: counts.letters,
    mails: (counts.mails['accepted'] ?? 0) + (counts.mails['ambiguous'] ?? 0),
    lights: counts.lights,
    orders: await orderPhases(store, planId),
    endings: countsOf((await readSummaryRows(store, planId)).flatMap(({ ending }) => ending ?? [])),
    yearDigest: await yearDigest(store, planId),
  };
}

async function orderPhases({ pool }: Store, planId: string): Promise<RehearsalSummary['orders']> {
  const { rows } = await pool.query<{ readonly kind: OrderKind; readonly phase: string; readonly number: number }>(
    'SELECT kind, phase, count(*)::int AS number FROM work_order WHERE plan_id = $1 GROUP BY kind, phase ORDER BY kind, phase',
    [planId],
  );
  const of = (wanted: OrderKind) =>
    Object.fromEntries(rows.filter(({ kind }) => kind === wanted).map(({ phase, number }) => [phase, number]));
  return { slip: of('slip'), order: of('order') };
}
