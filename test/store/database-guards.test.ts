import { afterAll, describe, expect, it } from 'vitest';
import { openPool } from '../../store/pool.ts';
import { freshDatabase } from '../support/database.ts';

describe('the guards of the database itself', async () => {
  const { appUrl, ownerUrl, superuserUrl } = await freshDatabase();
  const app = openPool({ url: appUrl, size: 2, name: 'test' });
  const owner = openPool({ url: ownerUrl, size: 2, name: 'test' });
  const superuser = openPool({ url: superuserUrl, size: 1, name: 'test' });
  afterAll(() => Promise.all([app.end(), owner.end(), superuser.end()]));

  it('give the processes’ role these rights and no others', async () => {
    const { rows } = await owner.query<{ relname: string; rights: string }>(
      `SELECT relname, string_agg(DISTINCT privilege_type, ' ' ORDER BY privilege_type) AS rights
       FROM pg_class, aclexplode(relacl) AS acl
       WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND grantee = 'duban_app'::regrole
       GROUP BY relname ORDER BY relname`,
    );
    const rightsOf = (tables: readonly string[]) =>
      new Set(rows.filter(({ relname }) => tables.includes(relname)).map((row) => row.rights));
    const appendOnly = [
      'event',
      'notice',
      'mail_letter',
      'mail_attempt',
      'evidence',
      'content',
      'stored_file',
      'notice_version',
    ];
    expect(rightsOf(appendOnly)).toEqual(new Set(['INSERT SELECT']));
    expect(rightsOf(rows.map(({ relname }) => relname).filter((name) => !appendOnly.includes(name)))).toEqual(
      new Set(['DELETE INSERT SELECT UPDATE']),
    );
    const { rows: tables } = await owner.query<{ relname: string }>(
      `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY relname`,
    );
    expect(tables.map(({ relname }) => relname).filter((name) => name !== '_prisma_migrations')).toEqual(
      rows.map(({ relname }) => relname),
    );
  });

  it('let the processes’ role change of a content only what erasing changes', async () => {
    const { rows } = await owner.query<{ attname: string }>(
      `SELECT attname FROM pg_attribute, aclexplode(attacl) AS acl
       WHERE attrelid = 'content'::regclass AND grantee = 'duban_app'::regrole AND privilege_type = 'UPDATE' ORDER BY attname`,
    );
    expect(rows.map(({ attname }) => attname)).toEqual(['erased_at', 'erased_ground', 'salt', 'text']);
  });

  it('are the triggers that are in force', async () => {
    const { rows } = await owner.query(
      `SELECT tgrelid::regclass::text AS "table", tgname AS name, tgenabled AS enabled, tgtype AS type FROM pg_trigger
       WHERE NOT tgisinternal ORDER BY tgname`,
    );
    // 58: BEFORE (2) UPDATE (16), DELETE (8) and TRUNCATE (32), once a statement; 42: without UPDATE; 19: BEFORE UPDATE of a row; 4: AFTER INSERT.
    expect(rows).toEqual([
      { table: 'content', name: 'content_kept', enabled: 'O', type: 42 },
      { table: 'content', name: 'content_only_erased', enabled: 'O', type: 19 },
      { table: 'event', name: 'event_append_only', enabled: 'O', type: 58 },
      { table: 'evidence', name: 'evidence_append_only', enabled: 'O', type: 58 },
      { table: 'mail_attempt', name: 'mail_attempt_append_only', enabled: 'O', type: 58 },
      { table: 'mail_letter', name: 'mail_letter_append_only', enabled: 'O', type: 58 },
      { table: 'mail_letter', name: 'mail_letter_takes', enabled: 'O', type: 4 },
      { table: 'notice', name: 'notice_append_only', enabled: 'O', type: 58 },
      { table: 'notice_version', name: 'notice_version_append_only', enabled: 'O', type: 58 },
      { table: 'stored_file', name: 'stored_file_append_only', enabled: 'O', type: 58 },
    ]);
  });

  it.each([
    'UPDATE event SET transport = transport',
    'DELETE FROM event',
    'TRUNCATE event',
    'DELETE FROM content',
    'TRUNCATE notice',
  ])('refuse "%s" to the owner and to a superuser', async (sql) => {
    for (const pool of [owner, superuser]) await expect(pool.query(sql)).rejects.toMatchObject({ code: '23001' });
  });

  it.each([
    'UPDATE event SET transport = transport',
    'DELETE FROM event',
    'TRUNCATE event',
    'UPDATE content SET commitment = commitment',
  ])('leave the processes’ role without the right to "%s"', async (sql) => {
    await expect(app.query(sql)).rejects.toMatchObject({ code: '42501' });
  });

  it('refuse days and instants that are none', async () => {
    const insert = (planDay: string, madeAt: string) =>
      app.query(
        `INSERT INTO mail (id, person_id, plan_id, plan_day, sequence, state, message_id, recipient, subject, text, html, made_at, next_try_at)
         VALUES (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), $1, 0, 'due', $1 || $2, '', '', '', '', $2, $2)`,
        [planDay, madeAt],
      );
    await expect(insert('2022-13-01', '2022-08-22T01:00:00.000Z')).rejects.toMatchObject({
      constraint: 'mail_plan_day_form',
    });
    await expect(insert('2022-08-22', '2022-08-22T01:00:00Z')).rejects.toMatchObject({
      constraint: 'mail_made_at_form',
    });
    await insert('2022-08-22', '2022-08-22T01:00:00.000Z');
    const { rows } = await app.query('SELECT plan_day, made_at FROM mail');
    expect(rows).toEqual([{ plan_day: '2022-08-22', made_at: '2022-08-22T01:00:00.000Z' }]);
  });

  it('sort days and instants by code point, whatever language the database has', async () => {
    const { rows } = await owner.query(
      `SELECT DISTINCT collname FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = ANY (conkey)
       JOIN pg_collation ON pg_collation.oid = attcollation
       WHERE contype = 'c' AND (pg_get_constraintdef(pg_constraint.oid) LIKE '%is_day%' OR pg_get_constraintdef(pg_constraint.oid) LIKE '%is_instant%')`,
    );
    expect(rows).toEqual([{ collname: 'C' }]);
  });

  it('give dates of any type as text', async () => {
    const { rows } = await app.query(
      `SELECT date '2022-08-22' AS day, timestamptz '2022-08-22T00:00:00Z' AS moment, 3::bigint AS count`,
    );
    expect(rows).toEqual([{ day: '2022-08-22', moment: expect.any(String), count: 3 }]);
  });
});
