import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { contentHash } from '../../domain/canonical.ts';
import { type Instant, instantOfEpoch } from '../../domain/instant.ts';
import { emptyChain } from '../../domain/ledger/event.ts';
import { append } from '../../store/ledger/append.ts';
import { advanceTo, deliveryFailed, resume, writerStatus } from '../../workflows/messages.ts';
import { startOfSteps } from './counter/counter-activities.ts';
import { counterEngine, envelopeOf } from './counter/counter-engine.ts';
import { refusalOf } from './counter/refusal-of.ts';
import { loseTail } from './lose-tail.ts';

let engine: Awaited<ReturnType<typeof counterEngine>>;

beforeAll(async () => {
  engine = await counterEngine();
  await engine.startWorker(engine.activities);
});

afterAll(() => engine.close());

const by = { personId: 'p', seat: 'admin', unitId: 'u' } as const;

async function typesOf(id: string): Promise<readonly string[]> {
  return (await engine.events(id)).map(({ event }) => event.type);
}

describe('a command id that comes again', () => {
  it('gets the old answer in the same run', async () => {
    const id = randomUUID();
    const sent = envelopeOf({ type: 'add', n: 7 });
    const first = await engine.act(id, sent.command, sent);
    expect(await engine.act(id, sent.command, sent)).toEqual(first);
    expect(await typesOf(id)).toEqual(['begun', 'added']);
  });

  it('gets the old answer when the whole engine was lost', async () => {
    const id = randomUUID();
    const sent = envelopeOf({ type: 'add', n: 7 });
    const first = await engine.act(id, sent.command, sent);
    await engine.handle(id).terminate('the engine is lost');
    expect(await engine.act(id, sent.command, sent)).toEqual(first);
    const next = await engine.act(id, { type: 'add', n: 1 });
    expect(next.seq).toBe(3);
    expect(await typesOf(id)).toEqual(['begun', 'added', 'added']);
  });
});

describe('what the rules forbid', () => {
  it('is refused with its code and leaves nothing in the chain', async () => {
    const id = randomUUID();
    expect(await refusalOf(engine.act(id, { type: 'add', n: -1 }))).toBe('negative');
    expect(await typesOf(id)).toEqual(['begun']);
  });

  it('stays refused after the ending, by a run that only says so and ends again', async () => {
    const id = randomUUID();
    await engine.act(id, { type: 'end' });
    await engine.handle(id).result();
    expect(await refusalOf(engine.act(id, { type: 'add', n: 1 }))).toBe('counter-closed');
    await engine.handle(id).result();
    expect(await typesOf(id)).toEqual(['begun', 'ended']);
  });
});

describe('time', () => {
  it('goes before a command, in order, each wake at the instant that was due', async () => {
    const id = engine.steppedId();
    const at = (hour: string): Instant => `2022-08-23T${hour}:00:00.000Z` as Instant;
    await engine.act(id, { type: 'add', n: 1, wakeAt: at('03') }, { receivedAt: startOfSteps });
    await engine.act(id, { type: 'add', n: 2, wakeAt: at('02') }, { receivedAt: startOfSteps });
    await engine.act(id, { type: 'add', n: 3 }, { receivedAt: at('04') });
    const events = await engine.events(id);
    expect(events.map(({ event }) => [event.type, event.at])).toEqual([
      ['begun', startOfSteps],
      ['added', startOfSteps],
      ['added', startOfSteps],
      ['ticked', at('02')],
      ['ticked', at('03')],
      ['added', at('04')],
    ]);
    expect(events.map(({ recordedAt }) => recordedAt)).toEqual(events.map(({ event }) => event.at));
  });

  it('never runs backwards within a chain', async () => {
    const id = engine.steppedId();
    const late = '2022-08-24T01:00:00.000Z' as Instant;
    await engine.act(id, { type: 'add', n: 1 }, { receivedAt: late });
    const { at } = await engine.act(id, { type: 'add', n: 1 }, { receivedAt: startOfSteps });
    expect(at).toBe(late);
  });

  it('is stepped by advanceTo, which answers when everything due is recorded', async () => {
    const id = engine.steppedId();
    const wakeAt = '2022-08-23T02:00:00.000Z' as Instant;
    await engine.act(id, { type: 'add', n: 1, wakeAt }, { receivedAt: startOfSteps });
    const step = (instant: string) =>
      engine.handle(id).executeUpdate(advanceTo, { args: [{ instant: instant as Instant }] });
    expect(await step('2022-08-23T01:59:59.999Z')).toEqual({ seq: 2, nextWake: wakeAt });
    expect(await step(wakeAt)).toEqual({ seq: 3, nextWake: null });
  });

  it('wakes a real chain by itself', async () => {
    const id = randomUUID();
    const wakeAt = instantOfEpoch(Date.now() + 300);
    await engine.act(id, { type: 'add', n: 1, wakeAt });
    await vi.waitFor(async () => expect(await typesOf(id)).toEqual(['begun', 'added', 'ticked']), { timeout: 10_000 });
    expect((await engine.events(id)).at(-1)?.event.at).toBe(wakeAt);
  });

  it('cannot be stepped on a real chain', async () => {
    const id = randomUUID();
    await engine.act(id, { type: 'add', n: 1 });
    const step = engine.handle(id).executeUpdate(advanceTo, { args: [{ instant: startOfSteps }] });
    expect(await refusalOf(step)).toBe('real-clock');
  });
});

describe('a ledger that went on without the engine', () => {
  it('is read again, and the command decided on what it says', async () => {
    const id = randomUUID();
    await engine.act(id, { type: 'add', n: 1 });
    const last = (await engine.events(id)).at(-1) ?? emptyChain;
    const at = instantOfEpoch(Date.now());
    const foreign = { type: 'added', at, by: 'system', n: 5, wakeAt: null, receivedAt: null } as const;
    await append(engine.store, {
      chain: `task/${id}`,
      expected: { seq: last.seq, hash: last.hash },
      commandId: randomUUID(),
      contentHash: contentHash(foreign),
      events: [foreign],
      recordedAt: at,
      transport: 'test',
    });
    expect((await engine.act(id, { type: 'add', n: 2 })).seq).toBe(4);
    expect(await engine.handle(id).query(writerStatus)).toMatchObject({ seq: 4, needsAttention: null });
  });
});

describe('a ledger that lost what the engine knows', () => {
  it('parks the chain, refuses all comers, and goes on when an operator resumes it', async () => {
    const id = randomUUID();
    await engine.act(id, { type: 'add', n: 1 });
    await engine.act(id, { type: 'add', n: 2 });
    await loseTail(engine.superuserUrl, `task/${id}`);
    const sent = envelopeOf({ type: 'add', n: 3 });
    expect(await refusalOf(engine.act(id, sent.command, sent))).toBe('needs-attention');
    expect(await refusalOf(engine.act(id, { type: 'add', n: 4 }))).toBe('needs-attention');
    const { needsAttention } = await engine.handle(id).query(writerStatus);
    expect(needsAttention).toContain('LedgerConflict');
    await vi.waitFor(async () => expect(await parkedReason(id)).toContain('LedgerConflict'));
    await engine.handle(id).executeUpdate(resume, { args: [{ by }] });
    const again = await vi.waitFor(() => engine.act(id, sent.command, sent), { timeout: 10_000 });
    expect(again.seq).toBe(3);
    expect(await parkedReason(id)).toBeNull();
  });

  it('keeps what nobody would send again, and records it when it goes on', async () => {
    const id = randomUUID();
    await engine.act(id, { type: 'add', n: 1 });
    await engine.act(id, { type: 'add', n: 2 });
    await loseTail(engine.superuserUrl, `task/${id}`);
    expect(await refusalOf(engine.act(id, { type: 'add', n: 3 }))).toBe('needs-attention');
    const failure = { letterId: randomUUID(), key: 'k', failureClass: 'mailbox', receivedAt: startOfSteps };
    await engine.handle(id).signal(deliveryFailed, failure);
    await engine.handle(id).executeUpdate(resume, { args: [{ by }] });
    await vi.waitFor(
      async () => {
        const ids = (await engine.events(id)).map(({ commandId }) => commandId);
        expect(ids).toContain(`delivery-failed/${failure.letterId}`);
      },
      { timeout: 10_000 },
    );
  });

  it('can be resumed by an administrator only, and only where it is parked', async () => {
    const id = randomUUID();
    await engine.act(id, { type: 'add', n: 1 });
    const ask = (seat: 'admin' | 'office') =>
      engine.handle(id).executeUpdate(resume, { args: [{ by: { ...by, seat } }] });
    expect(await refusalOf(ask('office'))).toBe('not-permitted');
    expect(await refusalOf(ask('admin'))).toBe('not-parked');
  });
});

describe('a letter that cannot be delivered', () => {
  it('becomes one event, however often it is told', async () => {
    const id = randomUUID();
    await engine.act(id, { type: 'add', n: 1 });
    const failure = { letterId: randomUUID(), key: 'k', failureClass: 'mailbox', receivedAt: startOfSteps };
    await engine.handle(id).signal(deliveryFailed, failure);
    await engine.handle(id).signal(deliveryFailed, failure);
    await engine.act(id, { type: 'add', n: 2 });
    expect((await engine.events(id)).map(({ commandId }) => commandId)).toContain(
      `delivery-failed/${failure.letterId}`,
    );
    expect(await typesOf(id)).toEqual(['begun', 'added', 'added', 'added']);
  });
});

async function parkedReason(id: string): Promise<string | null> {
  const { rows } = await engine.store.pool.query<{ parked_reason: string | null }>(
    'SELECT parked_reason FROM chain_head WHERE chain = $1',
    [`task/${id}`],
  );
  return rows[0]?.parked_reason ?? null;
}
