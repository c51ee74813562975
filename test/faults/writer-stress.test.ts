import { randomUUID } from 'node:crypto';
import type { WorkflowHandle } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Instant } from '../../domain/instant.ts';
import { advanceTo, writerStatus } from '../../workflows/messages.ts';
import { startOfSteps } from '../workflows/counter/counter-activities.ts';
import { counterEngine, envelopeOf } from '../workflows/counter/counter-engine.ts';
import { refusalOf } from '../workflows/counter/refusal-of.ts';

let engine: Awaited<ReturnType<typeof counterEngine>>;

beforeAll(async () => {
  engine = await counterEngine();
  await engine.startWorker(engine.activities);
});

afterAll(() => engine.close());

async function untilQueued(handle: WorkflowHandle, count: number): Promise<void> {
  await vi.waitFor(async () => expect((await handle.query(writerStatus)).queued).toBe(count), { timeout: 10_000 });
}

async function typesOf(id: string): Promise<readonly string[]> {
  return (await engine.events(id)).map(({ event }) => event.type);
}

describe('fifty updates at once on one chain', () => {
  it('are all answered, each with a row of its own', async () => {
    const id = randomUUID();
    const answers = await Promise.all(Array.from({ length: 50 }, (_, n) => engine.act(id, { type: 'add', n })));
    const events = await engine.events(id);
    expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: 51 }, (_, n) => n + 1));
    expect(answers.map(({ seq }) => seq).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 50 }, (_, n) => n + 2),
    );
    for (const { commandId, seq } of answers) expect(events[seq - 1]?.commandId).toBe(commandId);
  });
});

describe('an ending with ten commands queued behind it', () => {
  it('refuses each of them and completes', async () => {
    const id = randomUUID();
    await engine.act(id, { type: 'add', n: 1 });
    engine.gate.close();
    const end = engine.act(id, { type: 'end' });
    await vi.waitFor(() => expect(engine.gate.held()).toBe(1), { timeout: 10_000 });
    const queued = Array.from({ length: 10 }, () => refusalOf(engine.act(id, { type: 'add', n: 1 })));
    // The server lets ten updates of one workflow be under way: the ending and nine more. The tenth is at the door.
    await untilQueued(engine.handle(id), 9);
    engine.gate.open();
    expect((await end).events).toBe(1);
    expect(await Promise.all(queued)).toEqual(Array.from({ length: 10 }, () => 'counter-closed'));
    await engine.handle(id).result();
    expect(await typesOf(id)).toEqual(['begun', 'added', 'ended']);
  });
});

describe('a command id that comes again after continue-as-new', () => {
  it('gets the old answer in the next run', async () => {
    const id = engine.steppedId();
    const sent = envelopeOf({ type: 'add', n: 7 }, { receivedAt: startOfSteps });
    const first = await engine.act(id, sent.command, sent);
    await takeNewRun(id);
    expect(await engine.act(id, sent.command, sent)).toEqual(first);
    expect(await typesOf(id)).toEqual(['begun', 'added']);
  });

  it('is refused with other content in the next run', async () => {
    const id = engine.steppedId();
    const { commandId } = await engine.act(id, { type: 'add', n: 7 }, { receivedAt: startOfSteps });
    await takeNewRun(id);
    expect(await refusalOf(engine.act(id, { type: 'add', n: 8 }, { commandId, receivedAt: startOfSteps }))).toBe(
      'other-content',
    );
    expect(await typesOf(id)).toEqual(['begun', 'added']);
  });
});

/** Steps a counter over a quarter's end. */
async function takeNewRun(id: string): Promise<void> {
  const { runId } = await engine.handle(id).describe();
  await engine.handle(id).executeUpdate(advanceTo, { args: [{ instant: '2022-10-01T00:00:00.000Z' as Instant }] });
  await vi.waitFor(async () => expect((await engine.handle(id).describe()).runId).not.toBe(runId));
}
