import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { entryOf, on } from '../store/plan/rehearsed-plan.ts';
import { type PlanEngine, planEngine } from '../workflows/plan-engine.ts';
import { runsOfChain } from './history-events.ts';
import { type FirstDays, type OneLeadYear, oneLeadYear, owedFor, report } from './one-lead-year.ts';

let duban: PlanEngine;

beforeAll(async () => {
  duban = await planEngine();
  await duban.startWorker(duban.activities);
});

afterAll(() => duban.close());

/** By how much each thing that happened made the histories of a task longer, all runs together. */
function growthOf(taskId: string) {
  const grown: { readonly what: string; readonly events: number }[] = [];
  let before = 0;
  const measure = () =>
    vi.waitFor(
      async () => {
        const runs = await runsOfChain(duban.client, `task/${taskId}`);
        expect(runs.every(({ isAtRest }) => isAtRest)).toBe(true);
        return { runs: runs.length, events: runs.reduce((sum, { events }) => sum + events, 0) };
      },
      { timeout: 20_000 },
    );
  const note = async (what: string): Promise<void> => {
    const { events } = await measure();
    if (events > before) grown.push({ what, events: events - before });
    before = events;
  };
  return { grown, note, measure };
}

interface PlayedQuarter {
  readonly name: string;
  readonly value: number;
  readonly reported: string;
  readonly accepted: string;
}

async function play(
  year: OneLeadYear,
  note: (what: string) => Promise<void>,
  quarters: readonly PlayedQuarter[],
  planned: string,
) {
  await year.issue();
  await note('issue');
  await year.advance(on(planned), (at) => note(`time at ${at}`));
  const plan = { baseline: 100, curve: [], milestones: [], statisticsOn: null };
  await year.submit(owedFor('plan'), entryOf({ plan }), on(planned, 14));
  await note('stage plan');
  await year.accept(owedFor('plan'), on(planned, 15));
  await note('acceptance of the stage plan');
  for (const { name, value, reported, accepted } of quarters) {
    await year.advance(on(reported), (at) => note(`time at ${at}`));
    await year.submit(owedFor(name), await report(duban, year.planId, { quarter: name, value }), on(reported, 14));
    await note(`report for ${name}`);
    await year.accept(owedFor(name), on(accepted));
    await note(`acceptance of ${name}`);
  }
  const last = on(quarters.at(-1)?.accepted ?? planned, 15);
  await year.decide(last);
  await note('ending of the row');
  await year.end(last);
  await note('ending');
}

const third = { name: '2022Q3', value: 1200, reported: '2022-10-10', accepted: '2022-10-11' };
const fourth = { name: '2022Q4', value: 1400, reported: '2023-01-05', accepted: '2023-01-06' };
const first = { name: '2022Q1', value: 400, reported: '2022-04-08', accepted: '2022-04-11' };
const second = { name: '2022Q2', value: 800, reported: '2022-07-06', accepted: '2022-07-07' };

describe('the year of a task with one lead, command by command', () => {
  it.each<{ of: string; days: FirstDays; planned: string; quarters: readonly PlayedQuarter[]; limit: number }>([
    {
      of: 'the notice, issued in August',
      days: { imported: '2022-08-15', issued: '2022-08-22' },
      planned: '2022-09-06',
      quarters: [third, fourth],
      limit: 220,
    },
    {
      of: 'a notice issued in January, with four reports',
      days: { imported: '2022-01-04', issued: '2022-01-10' },
      planned: '2022-01-20',
      quarters: [first, second, third, fourth],
      limit: 275,
    },
  ])('of $of takes at most $limit events', async ({ days, planned, quarters, limit }) => {
    const year = await oneLeadYear(duban, days);
    const { grown, note, measure } = growthOf(year.taskId);
    await play(year, note, quarters, planned);
    const { runs, events } = await measure();
    const table = grown.map((each) => `${each.what}: ${each.events}`).join('\n');
    // A stepped chain has no timers; on real time each run sets one. A step of the clock costs what a timer that goes off costs.
    expect(events + runs, table).toBeLessThanOrEqual(limit);
    const [issue, ...later] = grown;
    expect(issue).toEqual({ what: 'issue', events: 16 });
    // Twelve for what happened, and twelve where it also ended the run.
    for (const each of later)
      expect(each.events, each.what).toBeLessThanOrEqual(each.what.startsWith('time') ? 24 : 12);
  });
});
