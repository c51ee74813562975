import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { counterEngine } from './counter/counter-engine.ts';

let engine: Awaited<ReturnType<typeof counterEngine>>;

beforeAll(async () => {
  engine = await counterEngine();
  await engine.startWorker(engine.activities);
});

afterAll(() => engine.close());

describe('fifty updates at once on one chain', () => {
  it('are all answered, each with a row of its own', async () => {
    const id = randomUUID();
    const answers = await Promise.all(Array.from({ length: 50 }, (_, n) => engine.act(id, { type: 'add', n })));
    const events = await engine.events(id);
    expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: 51 }, (_, n) => n + 1));
    expect(answers.map(({ seq }) => seq).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, n) => n + 2));
    for (const { commandId, seq } of answers) expect(events[seq - 1]?.commandId).toBe(commandId);
  });
});
