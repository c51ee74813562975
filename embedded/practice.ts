import type { Connection } from '../cli/connection.ts';
import { noticeText } from '../cli/notice-file.ts';
import { importRehearsal, play } from '../cli/play.ts';
import { dubanNamespace } from '../domain/duban-namespace.ts';
import { uuid5 } from '../domain/ids.ts';
import { dayOf } from '../domain/instant.ts';
import { plainDate } from '../domain/plain-date.ts';
import { readScenario } from '../seeds/scenario-files.ts';
import { shippedNotice } from '../seeds/seed-files.ts';
import { readPlanClock } from '../store/plan/plan-clock.ts';
import { listPlans } from '../store/plan/plans.ts';

/** The plan that a visitor tries things out on; found again by its id, since visitors rehearse the same notice themselves. */
export const practicePlanId = uuid5(dubanNamespace, 'practice');

/** Two working days before the third quarter's reports are due: some units have reported, some have not, and the office has not reviewed. */
export const practiceDay = plainDate('2022-10-10');

/**
 * A second rehearsal, stopped in the middle of its year: where the demonstration's year is over and every desk is empty, here each
 * desk has something to do. What was begun by an earlier start is finished; what a visitor has gone on with is left alone.
 */
export async function preparePractice(connection: Pick<Connection, 'client' | 'env' | 'store'>): Promise<void> {
  const { store } = connection;
  const planId = practicePlanId;
  if ((await listPlans(store)).every((plan) => plan.planId !== planId)) {
    // Half an hour after the demonstration, and so the plan that a visitor's browser opens first.
    const given = { planId, startsAtMinute: 30 };
    await importRehearsal(store, await noticeText(shippedNotice), readScenario('ordinary'), given);
  }
  const clock = await readPlanClock(store, planId);
  if (clock.clock === 'real' || dayOf(clock.instant) >= practiceDay) return;
  await play(connection, { planId, people: true, until: practiceDay, onProgress: () => undefined });
}
