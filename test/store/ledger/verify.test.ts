import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contentHash } from '../../../domain/canonical.ts';
import { instant } from '../../../domain/instant.ts';
import { emptyChain } from '../../../domain/ledger/event.ts';
import { plainDate } from '../../../domain/plain-date.ts';
import { append } from '../../../store/ledger/append.ts';
import { verifyLedger } from '../../../store/ledger/verify.ts';
import { eraseContent } from '../../../store/registry/erase-content.ts';
import { register } from '../../../store/registry/register.ts';
import { type OpenStore, openStore } from '../../../store/store.ts';
import { type TestDatabase, freshDatabase } from '../../support/database.ts';
import { note, notingBooks, unitId } from './noting-books.ts';
import { plantEdit } from './planted-edit.ts';

const chain = 'task/0b0f4a52-0c5e-4a0e-8f53-5a3f0f0b7d01';
const otherChain = 'task/0b0f4a52-0c5e-4a0e-8f53-5a3f0f0b7d02';
const at = instant('2022-08-22T01:00:00.000Z');

describe('verify of a ledger with two tasks and a registered person', () => {
  let database: TestDatabase;
  let opened: OpenStore;

  beforeEach(async () => {
    database = await freshDatabase();
    opened = openStore({ url: database.appUrl, size: 3, name: 'test' });
    const store = { ...opened, books: notingBooks() };
    for (const each of [chain, otherChain]) {
      const events = [note('一'), note('二', { makes: 'report' }), note('三')];
      const facts = { contentHash: contentHash(events), recordedAt: at, transport: 'test' };
      await append(store, { chain: each, expected: emptyChain, commandId: randomUUID(), events, ...facts });
    }
    const entry = { key: 'officer', name: '沈知舟', email: 'officer@demo.invalid', phone: '1', mobile: '2' };
    await register(
      opened,
      { persons: [{ ...entry, validFrom: plainDate('2022-01-01') }] },
      { by: 'system', at, transport: 'seed' },
    );
  });

  afterEach(() => opened.close());

  const plant = (sql: string, values?: readonly unknown[]) => plantEdit(database.superuserUrl, sql, values);

  it('finds nothing wrong and counts what it read', async () => {
    expect(await verifyLedger(opened)).toEqual({ ok: true, chains: 3, events: 7, contents: 1, erasedContents: 0 });
  });

  it('names the event of which a word was changed', async () => {
    await plant(`UPDATE event SET canonical = replace(canonical, '二', '两') WHERE chain = $1 AND seq = 2`, [chain]);
    expect(await verifyLedger(opened)).toMatchObject({ ok: false, fault: { chain, seq: 2, kind: 'hash' } });
  });

  it('names the next event where a changed one was given a fitting hash', async () => {
    await plant(
      `UPDATE event SET canonical = replace(canonical, '二', '两'),
         hash = encode(sha256(convert_to(previous_hash || replace(canonical, '二', '两'), 'UTF8')), 'hex'),
         seal = encode(sha256(convert_to(encode(sha256(convert_to(previous_hash || replace(canonical, '二', '两'), 'UTF8')), 'hex')
                || recorded_at || transport, 'UTF8')), 'hex')
       WHERE chain = $1 AND seq = 2`,
      [chain],
    );
    expect(await verifyLedger(opened)).toMatchObject({ ok: false, fault: { chain, seq: 3, kind: 'chain' } });
  });

  it.each([
    { column: 'recorded_at', value: '2022-08-21T01:00:00.000Z', kind: 'seal' },
    { column: 'transport', value: 'forged', kind: 'seal' },
    { column: 'command_id', value: 'forged', kind: 'columns' },
    { column: 'content_hash', value: 'c'.repeat(64), kind: 'columns' },
    { column: 'previous_hash', value: 'c'.repeat(64), kind: 'chain' },
    { column: 'hash', value: 'c'.repeat(64), kind: 'hash' },
  ])('finds a changed $column', async ({ column, value, kind }) => {
    await plant(`UPDATE event SET ${column} = $2 WHERE chain = $1 AND seq = 2`, [otherChain, value]);
    expect(await verifyLedger(opened)).toMatchObject({ ok: false, fault: { chain: otherChain, seq: 2, kind } });
  });

  it('finds an event that was taken out of the middle', async () => {
    await plant('DELETE FROM event WHERE chain = $1 AND seq = 2', [chain]);
    expect(await verifyLedger(opened)).toMatchObject({ ok: false, fault: { chain, seq: 3, kind: 'gap' } });
  });

  it('finds that the end of a chain was cut off', async () => {
    await plant('DELETE FROM event WHERE chain = $1 AND seq = 3', [chain]);
    expect(await verifyLedger(opened)).toMatchObject({ ok: false, fault: { chain, seq: 3, kind: 'tail' } });
  });

  it('finds that a whole chain is gone', async () => {
    await plantEdit(
      database.superuserUrl,
      `WITH gone AS (DELETE FROM event WHERE chain = $1 RETURNING seq) SELECT max(seq) FROM gone`,
      [otherChain],
    );
    expect(await verifyLedger(opened)).toMatchObject({ ok: false, fault: { chain: otherChain, seq: 1, kind: 'tail' } });
  });

  it('finds an event that was added behind the back of the chain’s head', async () => {
    await plant(
      `INSERT INTO event (chain, seq, command_id, ordinal, content_hash, version, canonical, previous_hash, hash, recorded_at, transport, seal)
       SELECT chain, 4, 'forged', ordinal, content_hash, version, canonical, hash, hash, recorded_at, transport, seal
       FROM event WHERE chain = $1 AND seq = 3`,
      [chain],
    );
    expect(await verifyLedger(opened)).toMatchObject({ ok: false, fault: { chain, seq: 4 } });
  });

  it('finds a text that was exchanged beside the chain', async () => {
    await plant(`UPDATE content SET text = replace(text, '沈', '申')`);
    expect(await verifyLedger(opened)).toMatchObject({
      ok: false,
      fault: { chain: 'registry', seq: 1, kind: 'content' },
    });
  });

  it('counts a text that was erased by a recorded act, and goes on', async () => {
    const { rows } = await opened.pool.query<{ id: string }>('SELECT id FROM content');
    const by = { personId: '9f1c0a52-6f0c-5d0e-9b1f-2d6a1f3c8a02', seat: 'admin', unitId } as const;
    await eraseContent(opened, { contentId: rows[0]?.id ?? '', ground: '保存期满', by, at, transport: 'test' });
    expect(await verifyLedger(opened)).toEqual({ ok: true, chains: 3, events: 8, contents: 0, erasedContents: 1 });
  });

  it('finds a text that was erased without a recorded act', async () => {
    await plant(`UPDATE content SET text = NULL, salt = NULL, erased_at = $1, erased_ground = '无'`, [at]);
    expect(await verifyLedger(opened)).toMatchObject({
      ok: false,
      fault: { chain: 'registry', seq: 1, kind: 'erasure' },
    });
  });
});
