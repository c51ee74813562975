import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentHash } from '../../../domain/canonical.ts';
import { instant } from '../../../domain/instant.ts';
import { emptyChain } from '../../../domain/ledger/event.ts';
import { append } from '../../../store/ledger/append.ts';
import { parkChain } from '../../../store/ledger/load.ts';
import { rebuild } from '../../../store/ledger/rebuild.ts';
import { openPool } from '../../../store/pool.ts';
import { freshDatabase } from '../../support/database.ts';
import { note, notingBooks } from './noting-books.ts';

describe('rebuilding the projections of three chains', async () => {
  const { appUrl, ownerUrl } = await freshDatabase();
  const books = notingBooks();
  const pool = openPool({ url: appUrl, size: 3, name: 'test' });
  const chains = Array.from({ length: 3 }, () => `task/${randomUUID()}`);

  beforeAll(async () => {
    for (const chain of chains) {
      const events = [note('一', { makes: 'report' }), note('二', { makes: 'review' })];
      const facts = {
        contentHash: contentHash(events),
        recordedAt: instant('2022-08-22T01:00:00.000Z'),
        transport: 'test',
      };
      const request = { chain, expected: emptyChain, commandId: randomUUID(), events, ...facts };
      const appended = await append({ pool, books }, request);
      if (appended.outcome !== 'appended') throw new Error(appended.outcome);
      const ending = {
        ...request,
        expected: appended.head,
        commandId: randomUUID(),
        events: [note('三', { ends: 'report' })],
      };
      await append({ pool, books }, ending);
    }
    await parkChain({ pool, books }, `task/${randomUUID()}`, '等待人工处理');
  });
  afterAll(() => pool.end());

  const check = () => rebuild({ ownerUrl, books, replace: false });

  it('finds every row as the ledger has it', async () => {
    expect(await check()).toMatchObject({ chains: 3, events: 9, differences: [] });
  });

  it('names rows that were changed, lost and added, and puts them right where that is asked', async () => {
    const [first = '', second = '', third = ''] = chains;
    await pool.query('UPDATE task_party SET place = 9 WHERE task_id = $1', [first.slice(5)]);
    await pool.query(`DELETE FROM letter WHERE chain = $1 AND key = 'review'`, [second]);
    await pool.query(`UPDATE letter SET withdrawn_at_seq = NULL WHERE chain = $1 AND key = 'report'`, [third]);
    await pool.query(
      `INSERT INTO summary SELECT gen_random_uuid(), '2022Q3', unit_id, unit_id, unit_id, due_at FROM letter LIMIT 1`,
    );
    await pool.query(`UPDATE chain_head SET next_wake = NULL WHERE chain = $1`, [first]);
    const wrong = { places: expect.objectContaining({ task_id: first.slice(5) }), chains: { chain: first } };
    const differences = [
      { table: 'task_party', key: wrong.places, kind: 'changed', columns: ['place'] },
      { table: 'summary', key: expect.objectContaining({ period: '2022Q3' }), kind: 'extra', columns: [] },
      { table: 'letter', key: expect.anything(), kind: 'missing', columns: [] },
      { table: 'letter', key: expect.anything(), kind: 'changed', columns: ['withdrawn_at_seq'] },
      { table: 'chain_head', key: wrong.chains, kind: 'changed', columns: ['next_wake'] },
    ];
    const found = await check();
    expect(found.differences).toHaveLength(differences.length);
    expect(found.differences).toEqual(expect.arrayContaining(differences));
    expect((await rebuild({ ownerUrl, books, replace: true })).differences).toHaveLength(differences.length);
    expect((await check()).differences).toEqual([]);
  });

  it('keeps what is no fold: that a letter is in a mail, and why a chain is parked', async () => {
    const [chain] = chains;
    const { rows } = await pool.query<{ id: string }>(`SELECT id FROM letter WHERE chain = $1 AND key = 'review'`, [
      chain,
    ]);
    const mailId = randomUUID();
    await pool.query(
      `INSERT INTO mail (id, person_id, plan_id, plan_day, sequence, state, message_id, recipient, subject, text, html, made_at, next_try_at)
       SELECT $1, $1, plan_id, '2022-09-28', 0, 'due', 'one@duban', 'a@demo.invalid', '', '', '', due_at, due_at FROM letter WHERE id = $2`,
      [mailId, rows[0]?.id],
    );
    await pool.query('INSERT INTO mail_letter VALUES ($1, $2)', [mailId, rows[0]?.id]);
    await parkChain({ pool, books }, chain ?? '', '等待人工处理');
    await pool.query('DELETE FROM letter WHERE id = $1', [rows[0]?.id]);
    await rebuild({ ownerUrl, books, replace: true });
    expect((await pool.query('SELECT taken FROM letter WHERE id = $1', [rows[0]?.id])).rows).toEqual([{ taken: true }]);
    const parked = await pool.query('SELECT parked_reason FROM chain_head WHERE chain = $1', [chain]);
    expect(parked.rows).toEqual([{ parked_reason: '等待人工处理' }]);
  });
});
