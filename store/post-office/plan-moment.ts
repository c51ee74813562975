import type { PlanClock } from '../../domain/plan/plan-state.ts';
import { type Instant, dayOf } from '../../domain/instant.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import { realRegistry } from '../registry/registry-chain.ts';
import type { Connection } from '../transaction.ts';

/** A plan as the post office meets it: at its own now, which on a stepped plan is not the wall clock's. */
export interface PlanMoment {
  readonly planId: string;
  readonly clock: PlanClock;
  readonly title: string;
  /** Chain of the people, units and calendars that the plan uses. */
  readonly registry: string;
  readonly instant: Instant;
  readonly day: PlainDate;
}

/** What a poll finds about a plan. */
export interface DuePlan {
  readonly planId: string;
  readonly hasUrgent: boolean;
}

/**
 * Real plans that have letters due and in no mail. Stepped plans are left out: which letters share a mail there is decided
 * by the rehearsal, which delivers at points of its own, and never by the moment at which a poll happens to look.
 */
export async function duePlans(connection: Connection, now: Instant): Promise<readonly DuePlan[]> {
  const { rows } = await connection.query<{ plan_id: string; has_urgent: boolean }>({
    name: 'plans with due letters',
    text: `SELECT letter.plan_id, bool_or(letter.merge_class = 'urgent') AS has_urgent
           FROM letter JOIN plan USING (plan_id)
           WHERE letter.withdrawn_at_seq IS NULL AND NOT letter.taken AND letter.due_at <= $1 AND plan.clock = 'real'
           GROUP BY letter.plan_id ORDER BY letter.plan_id`,
    values: [now],
  });
  return rows.map(({ plan_id: planId, has_urgent: hasUrgent }) => ({ planId, hasUrgent }));
}

/** The plan at its now; null where there is no such plan, or no clock yet for a stepped one. */
export async function planMoment(connection: Connection, planId: string, now: Instant): Promise<PlanMoment | null> {
  const { rows } = await connection.query<{ clock: PlanClock; title: string; instant: Instant | null }>({
    name: 'plan at its now',
    text: `SELECT plan.clock, plan.title, plan_clock.instant
           FROM plan LEFT JOIN plan_clock USING (plan_id) WHERE plan_id = $1`,
    values: [planId],
  });
  const [plan] = rows;
  if (plan === undefined) return null;
  const { clock, title } = plan;
  const instant = clock === 'real' ? now : plan.instant;
  if (instant === null) return null;
  const registry = clock === 'real' ? realRegistry : `${realRegistry}/${planId}`;
  return { planId, clock, title, registry, instant, day: dayOf(instant) };
}
