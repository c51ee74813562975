import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { sha256Of } from '../../../domain/canonical.ts';
import { instant } from '../../../domain/instant.ts';
import { type ChainPosition, type EventBase, emptyChain } from '../../../domain/ledger/event.ts';
import { type AppendRequest, type Appended, append } from '../../../store/ledger/append.ts';
import { answerOf, loadChain, readEvents } from '../../../store/ledger/load.ts';
import { verifyLedger } from '../../../store/ledger/verify.ts';
import { openPool } from '../../../store/pool.ts';
import { freshDatabase } from '../../support/database.ts';
import { note, notingBooks, planId } from './noting-books.ts';

const { appUrl } = await freshDatabase();
const pool = openPool({ url: appUrl, size: 10, name: 'test' });
const store = { pool, books: notingBooks() };
afterAll(() => pool.end());

const hashOf = (events: readonly EventBase[]) => sha256Of(JSON.stringify(events));
const newChain = () => `task/${randomUUID()}`;

function request(
  chain: string,
  expected: ChainPosition,
  events: readonly EventBase[],
  commandId: string = randomUUID(),
): AppendRequest {
  const recordedAt = instant('2022-08-22T01:00:00.123Z');
  return { chain, expected, commandId, contentHash: hashOf(events), events, recordedAt, transport: 'test' };
}

function headOf(appended: Appended): ChainPosition {
  if (appended.outcome === 'other-content') throw new Error('other content');
  return appended.head;
}

describe('append to a chain', () => {
  it('records the events in order, each bound to the one before', async () => {
    const chain = newChain();
    const appended = await append(store, request(chain, emptyChain, [note('一'), note('二')]));
    expect(appended).toMatchObject({ outcome: 'appended', head: { seq: 2 } });
    const events = await readEvents(store, chain);
    expect(events.map(({ seq, ordinal, event }) => ({ seq, ordinal, event }))).toEqual([
      { seq: 1, ordinal: 0, event: note('一') },
      { seq: 2, ordinal: 1, event: note('二') },
    ]);
    expect(headOf(appended)).toEqual({ seq: 2, hash: events[1]?.hash });
  });

  it('keeps the folded state, the next wake, projections and letters in the same transaction', async () => {
    const chain = newChain();
    await append(store, request(chain, emptyChain, [note('一', { makes: 'return' })]));
    const { rows: heads } = await pool.query(
      'SELECT kind, plan_id, state, next_wake FROM chain_head WHERE chain = $1',
      [chain],
    );
    expect(heads).toEqual([
      { kind: 'task', plan_id: planId, state: { count: 1, words: ['一'] }, next_wake: '2022-09-01T16:00:00.000Z' },
    ]);
    const { rows: letters } = await pool.query('SELECT key, step, seat, due_at, facts FROM letter WHERE chain = $1', [
      chain,
    ]);
    expect(letters).toEqual([
      { key: 'return', step: '-7', seat: 'officer', due_at: '2022-09-28T01:00:00.000Z', facts: { rows: 3 } },
    ]);
    const { rows: parties } = await pool.query('SELECT place FROM task_party WHERE task_id = $1', [chain.slice(5)]);
    expect(parties).toEqual([{ place: 1 }]);
  });

  it.each(['😀', '行\u2028间', '"引号"与\\反斜线', '\t制表', '1e400'])('gives back %j to the letter', async (words) => {
    const chain = newChain();
    await append(store, request(chain, emptyChain, [note(words)]));
    expect((await readEvents(store, chain))[0]?.event).toEqual(note(words));
    expect(await verifyLedger(store)).toMatchObject({ ok: true });
  });

  it('gives a second try the rows of the first, also when others came after it', async () => {
    const chain = newChain();
    const first = request(chain, emptyChain, [note('一')]);
    const appended = await append(store, first);
    const later = await append(store, request(chain, headOf(appended), [note('二')]));
    const repeated = await append(store, { ...first, recordedAt: instant('2022-08-23T01:00:00.000Z') });
    expect(repeated).toEqual({ ...appended, outcome: 'repeated', head: headOf(later) });
    expect(await readEvents(store, chain)).toHaveLength(2);
  });

  it('refuses the same command with other content and writes nothing', async () => {
    const chain = newChain();
    const first = request(chain, emptyChain, [note('一')]);
    const appended = await append(store, first);
    const other = request(chain, headOf(appended), [note('二')], first.commandId);
    expect(await append(store, other)).toEqual({ outcome: 'other-content' });
    expect(await readEvents(store, chain)).toHaveLength(1);
  });

  it('says moved and writes nothing where another command came first', async () => {
    const chain = newChain();
    const appended = await append(store, request(chain, emptyChain, [note('一')]));
    expect(await append(store, request(chain, emptyChain, [note('二')]))).toEqual({
      outcome: 'moved',
      head: headOf(appended),
    });
    expect(await readEvents(store, chain)).toHaveLength(1);
  });

  it('throws a conflict where the ledger is shorter than the writer knows', async () => {
    const chain = newChain();
    const unknown = { seq: 3, hash: 'a'.repeat(64) };
    await expect(append(store, request(chain, unknown, [note('一')]))).rejects.toMatchObject({
      name: 'LedgerConflict',
      chain,
    });
    expect(await loadChain(store, chain)).toMatchObject({ ...emptyChain, recent: [] });
    const { rows } = await pool.query('SELECT FROM chain_head WHERE chain = $1', [chain]);
    expect(rows).toEqual([]);
  });

  it.each([
    { where: 'at the last event', after: [] },
    { where: 'before the last event', after: [note('二')] },
  ])('throws a conflict where another hash stands $where', async ({ after }) => {
    const chain = newChain();
    const head = headOf(await append(store, request(chain, emptyChain, [note('一')])));
    if (after.length > 0) await append(store, request(chain, head, after));
    const other = { seq: 1, hash: 'b'.repeat(64) };
    await expect(append(store, request(chain, other, [note('三')]))).rejects.toMatchObject({ name: 'LedgerConflict' });
  });

  it.each([
    { what: 'NUL', words: '前\u0000后' },
    { what: 'half a surrogate pair', words: '前\ud83d后' },
  ])('refuses $what by name of its place', async ({ words }) => {
    const chain = newChain();
    await expect(append(store, request(chain, emptyChain, [note(words)]))).rejects.toMatchObject({
      code: 'unstorable-text',
      message: expect.stringContaining('noted.words'),
    });
    expect(await readEvents(store, chain)).toEqual([]);
  });

  it('refuses a command without events, which would leave nothing to find again', async () => {
    await expect(append(store, request(newChain(), emptyChain, []))).rejects.toThrow('no events');
  });
});

describe('letters about a thing that has ended', () => {
  it('are withdrawn by the event that ends it, those of one append included', async () => {
    const chain = newChain();
    const head = headOf(
      await append(
        store,
        request(chain, emptyChain, [note('一', { makes: 'report' }), note('二', { makes: 'review' })]),
      ),
    );
    const ending = [
      note('三', { ends: 'report', makes: 'report' }),
      note('四', { makes: 'receipt' }),
      note('五', { ends: 'receipt' }),
    ];
    await append(store, request(chain, head, ending));
    const { rows } = await pool.query('SELECT key, seq, withdrawn_at_seq FROM letter WHERE chain = $1 ORDER BY seq', [
      chain,
    ]);
    expect(rows).toEqual([
      { key: 'report', seq: 1, withdrawn_at_seq: 3 },
      { key: 'review', seq: 2, withdrawn_at_seq: null },
      { key: 'report', seq: 3, withdrawn_at_seq: null },
      { key: 'receipt', seq: 4, withdrawn_at_seq: 5 },
    ]);
  });
});

describe('fifty appends at once', () => {
  it('all arrive on fifty chains', async () => {
    const chains = Array.from({ length: 50 }, newChain);
    const appended = await Promise.all(chains.map((chain) => append(store, request(chain, emptyChain, [note('一')]))));
    expect(appended.map(({ outcome }) => outcome)).toEqual(chains.map(() => 'appended'));
  });

  it('let one through on one chain, and tell the others to decide anew', async () => {
    const chain = newChain();
    const requests = Array.from({ length: 50 }, (_, index) => request(chain, emptyChain, [note(String(index))]));
    const outcomes = (await Promise.all(requests.map((each) => append(store, each)))).map(({ outcome }) => outcome);
    expect(outcomes.filter((outcome) => outcome === 'appended')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'moved')).toHaveLength(49);
    expect(await readEvents(store, chain)).toHaveLength(1);
  });

  it('record one command once', async () => {
    const chain = newChain();
    const same = request(chain, emptyChain, [note('一')]);
    const outcomes = (await Promise.all(Array.from({ length: 50 }, () => append(store, same)))).map(
      ({ outcome }) => outcome,
    );
    expect(outcomes.filter((outcome) => outcome === 'repeated')).toHaveLength(49);
    expect(await readEvents(store, chain)).toHaveLength(1);
  });
});

describe('a chain as its writer takes it up', () => {
  it('has the state, and the latest twenty commands, newest first', async () => {
    const chain = newChain();
    let head: ChainPosition = emptyChain;
    for (let index = 1; index <= 22; index += 1) {
      head = headOf(await append(store, request(chain, head, [note(`${index}`), note('续')], `command-${index}`)));
    }
    const loaded = await loadChain(store, chain);
    expect(loaded).toMatchObject({ ...head, state: { count: 44 } });
    expect(loaded.recent.map(({ commandId }) => commandId)).toEqual(
      Array.from({ length: 20 }, (_, index) => `command-${22 - index}`),
    );
    expect(loaded.recent[0]?.contentHash).toBe(hashOf([note('22'), note('续')]));
  });

  it('answers a command of any age from its events', async () => {
    const chain = newChain();
    const first = request(chain, emptyChain, [note('一')]);
    const appended = await append(store, first);
    await append(store, request(chain, headOf(appended), [note('二')]));
    const answer = await answerOf(store, chain, first.commandId);
    expect(answer?.contentHash).toBe(first.contentHash);
    expect(answer?.recorded.map(({ event }) => event)).toEqual([note('一')]);
    expect(await answerOf(store, chain, randomUUID())).toBeNull();
  });

  it('is folded anew where a state of another version is stored, and goes on from there', async () => {
    const chain = newChain();
    const head = headOf(await append(store, request(chain, emptyChain, [note('一'), note('二')])));
    await pool.query(`UPDATE chain_head SET state = '{"count": 77, "words": []}' WHERE chain = $1`, [chain]);
    const newer = { pool, books: notingBooks(2) };
    expect((await loadChain(newer, chain)).state).toEqual({ count: 2, words: ['一', '二'] });
    await append(newer, request(chain, head, [note('三')]));
    const { rows } = await pool.query('SELECT state, state_version FROM chain_head WHERE chain = $1', [chain]);
    expect(rows).toEqual([{ state: { count: 3, words: ['一', '二', '三'] }, state_version: 2 }]);
  });
});
