import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Instant, instantOfEpoch } from '../../domain/instant.ts';
import { advanceTo } from '../../workflows/messages.ts';
import { startOfSteps } from '../workflows/counter/counter-activities.ts';
import { counterEngine } from '../workflows/counter/counter-engine.ts';
import { runLength } from './history-events.ts';

let engine: Awaited<ReturnType<typeof counterEngine>>;

beforeAll(async () => {
  engine = await counterEngine();
  await engine.startWorker(engine.activities);
});

afterAll(() => engine.close());

const patience = { timeout: 10_000 };

/** What `work` adds to the history of a chain, once that is at rest again. */
async function added(id: string, work: () => Promise<unknown>): Promise<number> {
  const before = await resting(id);
  await work();
  return (await resting(id)) - before;
}

/** The length of a history whose last workflow task is done. */
async function resting(id: string): Promise<number> {
  return vi.waitFor(async () => {
    const { events, isAtRest } = await runLength(engine.client, `task/${id}`);
    expect(isAtRest).toBe(true);
    return events;
  }, patience);
}

const inDays = (days: number): Instant => instantOfEpoch(Date.now() + days * 86_400_000);

describe('the history of a chain grows by at most 12 events', () => {
  it('for a command that leaves the next wake where it is', async () => {
    const id = randomUUID();
    await engine.act(id, { type: 'add', n: 1, wakeAt: inDays(5) });
    expect(await added(id, () => engine.act(id, { type: 'add', n: 1 }))).toBeLessThanOrEqual(12);
  });

  it('for a command that brings the next wake nearer', async () => {
    const id = randomUUID();
    await engine.act(id, { type: 'add', n: 1, wakeAt: inDays(5) });
    expect(await added(id, () => engine.act(id, { type: 'add', n: 1, wakeAt: inDays(3) }))).toBeLessThanOrEqual(12);
  });

  it('for a command that the rules refuse', async () => {
    const id = randomUUID();
    await engine.act(id, { type: 'add', n: 1 });
    const refused = () => engine.act(id, { type: 'add', n: -1 }).catch(() => {});
    expect(await added(id, refused)).toBeLessThanOrEqual(12);
  });

  it('for a wake', async () => {
    const id = randomUUID();
    await engine.act(id, { type: 'add', n: 1, wakeAt: inDays(5) });
    await engine.act(id, { type: 'add', n: 1, wakeAt: instantOfEpoch(Date.now() + 500) });
    const ticked = () =>
      vi.waitFor(async () => expect((await engine.events(id)).at(-1)?.event.type).toBe('ticked'), patience);
    expect(await added(id, ticked)).toBeLessThanOrEqual(12);
  });

  it('for a step of the clock that finds one wake due', async () => {
    const id = engine.steppedId();
    const wakeAt = '2022-08-23T02:00:00.000Z' as Instant;
    await engine.act(id, { type: 'add', n: 1, wakeAt }, { receivedAt: startOfSteps });
    const step = () => engine.handle(id).executeUpdate(advanceTo, { args: [{ instant: wakeAt }] });
    expect(await added(id, step)).toBeLessThanOrEqual(12);
  });

  it('for a change of run, the end of one and the beginning of the next together', async () => {
    const id = engine.steppedId();
    const quarter = '2022-10-01T00:00:00.000Z' as Instant;
    await engine.act(id, { type: 'add', n: 1 }, { receivedAt: startOfSteps });
    const { runId } = await engine.handle(id).describe();
    const before = await resting(id);
    await engine.handle(id).executeUpdate(advanceTo, { args: [{ instant: quarter }] });
    await vi.waitFor(async () => expect((await engine.handle(id).describe()).runId).not.toBe(runId), patience);
    // The step itself is an update without an append: its acceptance, its answer and their workflow task.
    const step = 5;
    const oldRun = (await runLength(engine.client, `task/${id}`, runId)).events - before - step;
    // A chain on real time also sets its timer again.
    const timer = 1;
    expect(oldRun + (await resting(id)) + timer).toBeLessThanOrEqual(12);
  });
});
