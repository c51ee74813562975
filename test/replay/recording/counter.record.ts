import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type Instant, instantOfEpoch } from '../../../domain/instant.ts';
import { advanceTo, deliveryFailed } from '../../../workflows/messages.ts';
import { startOfSteps } from '../../workflows/counter/counter-activities.ts';
import { counterEngine } from '../../workflows/counter/counter-engine.ts';
import { saveHistory } from './save-history.ts';

let engine: Awaited<ReturnType<typeof counterEngine>>;

beforeAll(async () => {
  engine = await counterEngine();
  await engine.startWorker(engine.activities);
});

afterAll(() => engine.close());

const patience = { timeout: 20_000 };
const inMs = (wait: number): Instant => instantOfEpoch(Date.now() + wait);

it('records a counter whose timers went off, one in vain, and which then ended with commands queued', async () => {
  const id = randomUUID();
  await engine.act(id, { type: 'add', n: 1, wakeAt: inMs(4_000) });
  await engine.act(id, { type: 'add', n: 2, wakeAt: inMs(1_500) });
  await vi.waitFor(async () => {
    const types = (await engine.events(id)).map(({ event }) => event.type);
    if (types.filter((type) => type === 'ticked').length < 2) throw new Error('not yet');
  }, patience);
  await engine
    .handle(id)
    .signal(deliveryFailed, { letterId: id, key: 'k', failureClass: 'mailbox', receivedAt: startOfSteps });
  const queued = Array.from({ length: 5 }, (_, n) => engine.act(id, { type: 'add', n }).catch(() => {}));
  await engine.act(id, { type: 'end' });
  await Promise.all(queued);
  await engine.handle(id).result();
  expect(
    await saveHistory(engine.client, { name: 'counter.ticked-and-ended', workflowId: `task/${id}` }),
  ).toBeGreaterThan(0);
});

it('records a counter that was stepped over a quarter’s end', async () => {
  const id = engine.steppedId();
  const wakeAt = '2022-09-01T00:00:00.000Z' as Instant;
  await engine.act(id, { type: 'add', n: 1, wakeAt }, { receivedAt: startOfSteps });
  const { runId } = await engine.handle(id).describe();
  await engine.handle(id).executeUpdate(advanceTo, { args: [{ instant: '2022-10-01T00:00:00.000Z' as Instant }] });
  await engine.handle(id).executeUpdate(advanceTo, { args: [{ instant: '2022-10-02T00:00:00.000Z' as Instant }] });
  expect(
    await saveHistory(engine.client, { name: 'counter.stepped-and-renewed', workflowId: `task/${id}`, runId }),
  ).toBeGreaterThan(0);
});
