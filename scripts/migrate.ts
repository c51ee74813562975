import { resolve } from 'node:path';
import { readEnv } from '../config/env.ts';
import { MigrationRefused, migrate } from '../store/migrate.ts';

/** `npm run db:migrate` brings the database of DATABASE_MIGRATION_URL to the newest migration. */
const { DATABASE_MIGRATION_URL } = readEnv('DATABASE_MIGRATION_URL');

try {
  const applied = await migrate(DATABASE_MIGRATION_URL, resolve(import.meta.dirname, '../prisma/migrations'));
  console.log(applied.length === 0 ? '数据库结构已是最新。' : `已执行迁移：${applied.join('、')}`);
} catch (error) {
  const isOurs = error instanceof MigrationRefused;
  const message = error instanceof Error ? error.message : String(error);
  console.error(isOurs ? message : `数据库迁移未能执行：${message}（请检查 DATABASE_MIGRATION_URL）`);
  process.exitCode = 1;
}
