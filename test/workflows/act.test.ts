import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ActTarget, act } from '../../api/engine/act.ts';
import { actLedger } from '../../api/engine/act-ledger.ts';
import { RuleViolation } from '../../domain/errors.ts';
import type { CounterAct } from './counter/counter-book.ts';
import { counterEngine, envelopeOf } from './counter/counter-engine.ts';
import { actOnCounter } from './counter/counter-workflow.ts';

let engine: Awaited<ReturnType<typeof counterEngine>>;

beforeAll(async () => {
  engine = await counterEngine();
});

afterAll(() => engine.close());

/** Sends as the API and the command line do. */
function send(id: string, envelope: ReturnType<typeof envelopeOf>, waitMs = 20_000) {
  const target: ActTarget<CounterAct> = {
    start: { type: 'counter', workflowId: `task/${id}`, options: engine.startOptions(id) },
    update: actOnCounter,
    closed: new RuleViolation('counter-closed', '计数已经结束'),
  };
  return act({ client: engine.client, ledger: actLedger(engine.store), waitMs }, target, envelope);
}

describe('an act while no worker runs', () => {
  it('is unconfirmed, and the same act sent again is recorded once', async () => {
    const id = randomUUID();
    const first = await engine.startWorker(engine.activities);
    await engine.act(id, { type: 'add', n: 1 });
    await first.stop();
    const envelope = envelopeOf({ type: 'add', n: 5 });
    expect(await send(id, envelope, 1_000)).toEqual({ outcome: 'unconfirmed' });
    const second = await engine.startWorker(engine.activities);
    expect(await send(id, envelope)).toMatchObject({ outcome: 'recorded', answer: { commandId: envelope.commandId } });
    const ids = (await engine.events(id)).map(({ commandId }) => commandId);
    expect(ids.filter((commandId) => commandId === envelope.commandId)).toHaveLength(1);
    await second.stop();
  });

  it('is answered from the ledger where it was recorded before', async () => {
    const id = randomUUID();
    const worker = await engine.startWorker(engine.activities);
    const envelope = envelopeOf({ type: 'end' });
    await engine.act(id, envelope.command, envelope);
    await engine.handle(id).result();
    await worker.stop();
    expect(await send(id, envelope, 1_000)).toMatchObject({ outcome: 'recorded', answer: { seq: 2, events: 1 } });
  });
});

describe('an act on a chain that runs', () => {
  let stop: () => Promise<void>;

  beforeAll(async () => {
    ({ stop } = await engine.startWorker(engine.activities));
  });

  afterAll(() => stop());

  it('is refused under an id that stands for other content', async () => {
    const id = randomUUID();
    const { commandId } = await engine.act(id, { type: 'add', n: 1 });
    const told = await send(id, envelopeOf({ type: 'add', n: 2 }, { commandId }));
    expect(told).toMatchObject({ outcome: 'refused', code: 'other-content' });
  });

  it('is answered by the ledger even when the engine has forgotten it', async () => {
    const id = randomUUID();
    const old = envelopeOf({ type: 'add', n: 1 });
    const first = await engine.act(id, old.command, old);
    for (let n = 0; n < 21; n += 1) await engine.act(id, { type: 'add', n });
    await engine.act(id, { type: 'end' });
    await engine.handle(id).result();
    expect(await send(id, old)).toEqual({ outcome: 'recorded', answer: first });
  });

  it('is refused with the text of the rule', async () => {
    const id = randomUUID();
    await engine.act(id, { type: 'add', n: 1 });
    const told = await send(id, envelopeOf({ type: 'add', n: -1 }));
    expect(told).toEqual({ outcome: 'refused', code: 'negative', message: '只能增加' });
  });

  it('is refused after the ending', async () => {
    const id = randomUUID();
    await engine.act(id, { type: 'end' });
    await engine.handle(id).result();
    expect(await send(id, envelopeOf({ type: 'add', n: 1 }))).toMatchObject({
      outcome: 'refused',
      code: 'counter-closed',
    });
  });

  it('starts the writer again where the engine lost it', async () => {
    const id = randomUUID();
    await engine.act(id, { type: 'add', n: 1 });
    await engine.handle(id).terminate('the engine is lost');
    expect(await send(id, envelopeOf({ type: 'add', n: 2 }))).toMatchObject({
      outcome: 'recorded',
      answer: { seq: 3 },
    });
  });

  it('is refused where the ledger knows no such chain, and starts nothing', async () => {
    const id = randomUUID();
    expect(await send(id, envelopeOf({ type: 'add', n: 1 }))).toMatchObject({
      outcome: 'refused',
      code: 'unknown-chain',
    });
    await expect(engine.handle(id).describe()).rejects.toThrow('not found');
  });
});
