import pg from 'pg';
import { type Migration, readMigrations } from './migration-files.ts';
import { type AppliedMigration, readAppliedMigrations, recordMigration } from './migration-records.ts';

// The key of Prisma's own migrate lock, so that its command line and this never run at once.
const advisoryLock = 72_707_369;

/** A database that cannot be migrated as it stands; the message says in Chinese what is wrong and what to do. */
export class MigrationRefused extends Error {
  override readonly name = 'MigrationRefused';
}

/** Brings the database to the newest migration and returns the names of those it applied now, oldest first. */
export async function migrate(migrationUrl: string, directory: string): Promise<readonly string[]> {
  const migrations = await readMigrations(directory);
  const client = new pg.Client({ connectionString: migrationUrl });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [advisoryLock]);
    const pending = pendingOf(migrations, await readAppliedMigrations(client));
    for (const migration of pending) await apply(client, migration);
    return pending.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

/** The migrations of `directory` that the database lacks, without applying any; refuses what `migrate` would refuse. */
export async function pendingMigrations(migrationUrl: string, directory: string): Promise<readonly string[]> {
  const migrations = await readMigrations(directory);
  const client = new pg.Client({ connectionString: migrationUrl });
  await client.connect();
  try {
    return pendingOf(migrations, await readAppliedMigrations(client)).map(({ name }) => name);
  } finally {
    await client.end();
  }
}

function pendingOf(migrations: readonly Migration[], applied: readonly AppliedMigration[]): readonly Migration[] {
  for (const { name, checksum, isFinished } of applied) {
    const migration = migrations.find((each) => each.name === name);
    if (migration === undefined) {
      throw new MigrationRefused(`数据库中的迁移 ${name} 不在本程序中：数据库比程序新，请使用相应的新版本。`);
    }
    if (!isFinished) {
      throw new MigrationRefused(`迁移 ${name} 曾经中途失败，请先处理后在 _prisma_migrations 表中标记，再重新执行。`);
    }
    if (migration.checksum !== checksum) {
      throw new MigrationRefused(`迁移 ${name} 在执行之后被改动（校验值不符）：请恢复原文件，改动另写新的迁移。`);
    }
  }
  const pending = migrations.filter(({ name }) => !applied.some((each) => each.name === name));
  const newest = applied.at(-1)?.name ?? '';
  const late = pending.find(({ name }) => name < newest);
  if (late !== undefined) {
    throw new MigrationRefused(`迁移 ${late.name} 排在已执行的 ${newest} 之前：请改用更晚的时间重新命名。`);
  }
  return pending;
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  const startedAt = new Date();
  try {
    await client.query('BEGIN');
    await client.query(migration.sql);
    await recordMigration(client, migration, startedAt);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    throw new MigrationRefused(
      `迁移 ${migration.name} ${placeOf(error, migration.sql)}执行失败，已整体撤销：${messageOf(error)}`,
      {
        cause: error,
      },
    );
  }
}

function placeOf(error: unknown, sql: string): string {
  const position = error instanceof pg.DatabaseError ? Number(error.position) : Number.NaN;
  return Number.isFinite(position) ? `第 ${sql.slice(0, position).split('\n').length} 行` : '';
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
