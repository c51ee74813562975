import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { MigrationRefused, migrate, pendingMigrations } from '../../store/migrate.ts';
import { emptyDatabase, freshDatabase } from '../support/database.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

async function folderOf(migrations: Readonly<Record<string, string>>): Promise<string> {
  const folder = temporaryFolder();
  for (const [name, sql] of Object.entries(migrations)) {
    await mkdir(join(folder, name));
    await writeFile(join(folder, name, 'migration.sql'), sql);
  }
  return folder;
}

async function rows(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as unknown[];
  } finally {
    await client.end();
  }
}

const tasks = 'CREATE TABLE task (id int PRIMARY KEY);';
const items = 'CREATE TABLE item (id int PRIMARY KEY);\nGRANT SELECT ON item TO duban_app;';

describe('an empty database', () => {
  it('is given all migrations, oldest first, each recorded with the checksum of its file', async () => {
    const { ownerUrl } = await emptyDatabase();
    const folder = await folderOf({ '2_items': items, '1_tasks': tasks });
    expect(await pendingMigrations(ownerUrl, folder)).toEqual(['1_tasks', '2_items']);
    expect(await migrate(ownerUrl, folder)).toEqual(['1_tasks', '2_items']);
    const recorded = await rows(
      ownerUrl,
      `SELECT migration_name, checksum, finished_at >= started_at AS finished, rolled_back_at, applied_steps_count, logs
       FROM _prisma_migrations ORDER BY 1`,
    );
    const checksum = (sql: string) => createHash('sha256').update(sql).digest('hex');
    const rest = { finished: true, rolled_back_at: null, applied_steps_count: 1, logs: null };
    expect(recorded).toEqual([
      { migration_name: '1_tasks', checksum: checksum(tasks), ...rest },
      { migration_name: '2_items', checksum: checksum(items), ...rest },
    ]);
  });

  it('is migrated once when several processes start at the same moment', async () => {
    const { ownerUrl } = await emptyDatabase();
    const folder = await folderOf({ '1_tasks': tasks, '2_items': items });
    const applied = await Promise.all(Array.from({ length: 5 }, () => migrate(ownerUrl, folder)));
    expect(applied.filter((names) => names.length > 0)).toEqual([['1_tasks', '2_items']]);
  });
});

describe('a migrated database', () => {
  it('is left as it is by a second run', async () => {
    const { ownerUrl } = await emptyDatabase();
    const folder = await folderOf({ '1_tasks': tasks });
    await migrate(ownerUrl, folder);
    expect(await migrate(ownerUrl, folder)).toEqual([]);
    expect(await pendingMigrations(ownerUrl, folder)).toEqual([]);
  });

  it.each([
    {
      what: 'a changed file',
      after: { '1_tasks': `${tasks} -- later thought`, '2_items': items },
      says: /1_tasks .*校验值不符/,
    },
    { what: 'a missing file', after: { '2_items': items }, says: /1_tasks 不在本程序中/ },
    {
      what: 'a new file before an old one',
      after: { '1_tasks': tasks, '0_early': '', '2_items': items },
      says: /0_early 排在/,
    },
  ])('refuses $what and changes nothing', async ({ after, says }) => {
    const { ownerUrl } = await emptyDatabase();
    await migrate(ownerUrl, await folderOf({ '1_tasks': tasks }));
    const folder = await folderOf(after);
    await expect(migrate(ownerUrl, folder)).rejects.toThrow(MigrationRefused);
    await expect(migrate(ownerUrl, folder)).rejects.toThrow(says);
    expect(await rows(ownerUrl, `SELECT to_regclass('item') AS item`)).toEqual([{ item: null }]);
  });
});

describe('a migration that fails half way', () => {
  it('is undone as a whole and named with the line, and the ones before it stay', async () => {
    const { ownerUrl } = await emptyDatabase();
    const broken = 'CREATE TABLE half (id int);\nCREATE VIEW view AS SELECT nothing FROM half;';
    const folder = await folderOf({ '1_tasks': tasks, '2_broken': broken });
    await expect(migrate(ownerUrl, folder)).rejects.toThrow(/2_broken 第 2 行执行失败，已整体撤销.*nothing/);
    expect(await rows(ownerUrl, `SELECT to_regclass('half') AS half, to_regclass('task')::text AS task`)).toEqual([
      { half: null, task: 'task' },
    ]);

    await writeFile(join(folder, '2_broken/migration.sql'), 'CREATE TABLE half (id int);');
    expect(await migrate(ownerUrl, folder)).toEqual(['2_broken']);
  });

  it('under another tool, which left it open, has to be settled by a person first', async () => {
    const { ownerUrl } = await emptyDatabase();
    const folder = await folderOf({ '1_tasks': tasks });
    await migrate(ownerUrl, folder);
    await rows(ownerUrl, 'UPDATE _prisma_migrations SET finished_at = NULL');
    await expect(migrate(ownerUrl, folder)).rejects.toThrow(/1_tasks 曾经中途失败/);
  });
});

describe('the database that test files are given', () => {
  it('has every migration of the project', async () => {
    const { ownerUrl } = await freshDatabase();
    expect(await pendingMigrations(ownerUrl, resolve(import.meta.dirname, '../../prisma/migrations'))).toEqual([]);
  });
});
