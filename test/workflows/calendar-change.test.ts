import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { tellOpenChains } from '../../api/engine/reference-change.ts';
import { quarterEnd, quarterOf } from '../../domain/calendar/quarter.ts';
import { nthWorkingDayAfter } from '../../domain/calendar/working-calendar.ts';
import { dayOf, instantOfEpoch } from '../../domain/instant.ts';
import { yearOf } from '../../domain/plain-date.ts';
import { calendarOf } from '../../store/registry/decision-data.ts';
import { type PlanEngine, planEngine } from './plan-engine.ts';
import { issueRealPlan, registerDaysOff } from './real-plan.ts';

const now = () => instantOfEpoch(Date.now());
const quarter = quarterOf(dayOf(now()));

let duban: PlanEngine;
beforeAll(async () => {
  duban = await planEngine();
  await duban.startWorker(duban.activities);
});
afterAll(() => duban.close());

async function reportDays(planId: string): Promise<readonly string[]> {
  const { rows } = await duban.store.pool.query<{ readonly due: string }>(
    `SELECT due FROM obligation WHERE plan_id = $1 AND kind = 'progress' AND period = $2 ORDER BY task_id, id`,
    [planId, quarter],
  );
  return rows.map(({ due }) => due);
}

describe('a calendar that takes three working days out of the time before reports are due', () => {
  it('moves the reports of a running plan by them, once, however often it is told', async () => {
    const planId = await issueRealPlan(duban);
    const before = await reportDays(planId);
    const calendar = await calendarOf(duban.store, null);
    const daysOff = [1, 2, 3].map((nth) => nthWorkingDayAfter(calendar, quarterEnd(quarter), nth).date);
    const [first = quarterEnd(quarter)] = daysOff;
    const table = await registerDaysOff(duban.store, yearOf(first), daysOff);
    const at = now();
    const tell = () => tellOpenChains(duban, { calendars: [table] }, at);
    await vi.waitFor(async () => expect(await tell()).toBeGreaterThan(0), { timeout: 20_000 });
    const due = nthWorkingDayAfter(await calendarOf(duban.store, null), quarterEnd(quarter), 5).date;
    await vi.waitFor(async () => expect(await reportDays(planId)).toEqual(before.map(() => due)), { timeout: 20_000 });
    expect(before.every((day) => day < due)).toBe(true);
    expect(before.length).toBeGreaterThan(0);
    await tell();
    const { rows } = await duban.store.pool.query<{ readonly times: number }>(
      `SELECT count(*) AS times FROM event JOIN chain_head USING (chain)
       WHERE plan_id = $1 AND body -> 'event' ->> 'type' = 'obligationsRetimed' GROUP BY chain`,
      [planId],
    );
    expect(rows.map(({ times }) => times)).toEqual(rows.map(() => 1));
  });
});
