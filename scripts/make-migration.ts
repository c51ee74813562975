import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createProcessGroup } from '../embedded/process-group.ts';
import { startThrowawayPostgres } from '../embedded/throwaway-postgres.ts';
import { provisionDatabase } from '../store/provision-database.ts';
import { missingMigration } from './schema-engine/missing-migration.ts';

/** `npm run db:make-migration -- NAME` writes the migration that prisma/schema.prisma is ahead of prisma/migrations. */
const root = resolve(import.meta.dirname, '..');
const [name = ''] = process.argv.slice(2);

if (/^[a-z][a-z0-9_]{0,59}$/.test(name)) await makeMigration(name);
else {
  console.error('用法：npm run db:make-migration -- 名称（小写字母、数字、下划线，以字母开头）');
  process.exitCode = 2;
}

async function makeMigration(label: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'duban-migration-'));
  const group = createProcessGroup(({ name: part, cause }) => console.error(`${part} ${cause}`));
  try {
    const { superuserUrl } = await startThrowawayPostgres(group, folder);
    // Migrations grant rights to the roles, so these must be there.
    await provisionDatabase({ superuserUrl, database: 'duban', ownerPassword: 'owner', appPassword: 'app' });
    const migrationsFolder = join(root, 'prisma/migrations');
    const sql = await missingMigration({
      serverUrl: superuserUrl,
      schemaFile: join(root, 'prisma/schema.prisma'),
      migrationsFolder,
    });
    if (sql === null) console.log('数据库结构与迁移一致，无需新的迁移。');
    else console.log(`已写入 ${await writeMigration(migrationsFolder, label, sql)}，请检查后提交。`);
  } finally {
    await group.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function writeMigration(migrationsFolder: string, label: string, sql: string): Promise<string> {
  const moment = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);
  const target = join(migrationsFolder, `${moment}_${label}`);
  await mkdir(target, { recursive: true });
  await writeFile(join(target, 'migration.sql'), sql);
  return target;
}
