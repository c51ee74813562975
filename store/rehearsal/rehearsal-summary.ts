import { yearDigest } from '../ledger/year-digest.ts';
import { readPlanClock } from '../plan/plan-clock.ts';
import { planCounts } from '../plan/plan-counts.ts';
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
  /** Slips and orders that went out, by kind. */
  readonly orders: Readonly<Record<string, number>>;
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
    orders: counts.orders,
    yearDigest: await yearDigest(store, planId),
  };
}
