import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { missingMigration } from '../../scripts/schema-engine/missing-migration.ts';
import { migrationList, withSchemaEngine } from '../../scripts/schema-engine/schema-engine.ts';
import { emptyDatabase, freshDatabase } from '../support/database.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const root = resolve(import.meta.dirname, '../..');

async function databasesOf(serverUrl: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    const { rows } = await client.query(
      `SELECT (SELECT count(*) FROM pg_database WHERE datname LIKE 'duban_shadow_%') AS shadows,
              (SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace) AS tables`,
    );
    return rows;
  } finally {
    await client.end();
  }
}

describe('the migrations', () => {
  it('lead to the schema exactly', async () => {
    const { superuserUrl: serverUrl } = await emptyDatabase();
    const schemaFile = join(root, 'prisma/schema.prisma');
    const missing = await missingMigration({
      serverUrl,
      schemaFile,
      migrationsFolder: join(root, 'prisma/migrations'),
    });
    expect(missing, 'make a migration: npm run db:make-migration -- NAME').toBeNull();
  });
});

describe('a database that duban migrated', () => {
  it('is up to date in the eyes of Prisma, with the very files', async () => {
    const { superuserUrl } = await freshDatabase();
    const migrationsList = await migrationList(join(root, 'prisma/migrations'));
    const filters = { externalTables: [], externalEnums: [] };
    const diagnosis = await withSchemaEngine(superuserUrl, (engine) =>
      engine.diagnoseMigrationHistory({ migrationsList, optInToShadowDatabase: true, filters }),
    );
    expect(diagnosis).toEqual({
      history: null,
      failedMigrationNames: [],
      editedMigrationNames: [],
      hasMigrationsTable: true,
    });
  });
});

describe('a schema that has run ahead of its migrations', () => {
  const schema = (fields: string) =>
    `datasource db {\n  provider = "postgresql"\n}\nmodel Task {\n  id Int @id\n${fields}}\n`;

  async function folder({ schemaText, migration }: { schemaText: string; migration: string }) {
    const path = temporaryFolder();
    await mkdir(join(path, 'migrations/20260101000000_first'), { recursive: true });
    await writeFile(join(path, 'migrations/20260101000000_first/migration.sql'), migration);
    await writeFile(join(path, 'schema.prisma'), schemaText);
    return { schemaFile: join(path, 'schema.prisma'), migrationsFolder: join(path, 'migrations') };
  }

  const first = `CREATE TABLE "Task" ("id" INTEGER NOT NULL, CONSTRAINT "Task_pkey" PRIMARY KEY ("id"));
    CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no; never'; END; $$;
    CREATE TRIGGER append_only BEFORE DELETE ON "Task" FOR EACH ROW EXECUTE FUNCTION refuse();`;

  it('is given the SQL that is missing, and the server is left as it was', async () => {
    const { superuserUrl: serverUrl } = await emptyDatabase();
    const files = await folder({ schemaText: schema('  title String\n'), migration: first });
    expect(await missingMigration({ serverUrl, ...files })).toContain(
      `ALTER TABLE "Task" ADD COLUMN     "title" TEXT NOT NULL`,
    );
    expect(await databasesOf(serverUrl)).toEqual([{ shadows: '0', tables: '0' }]);
  });

  it('is told from one that only triggers and functions add to', async () => {
    const { superuserUrl: serverUrl } = await emptyDatabase();
    expect(
      await missingMigration({ serverUrl, ...(await folder({ schemaText: schema(''), migration: first })) }),
    ).toBeNull();
  });

  it('is refused with the cause where a migration does not run', async () => {
    const { superuserUrl: serverUrl } = await emptyDatabase();
    const files = await folder({ schemaText: schema(''), migration: 'CREATE TABLE oops (' });
    await expect(missingMigration({ serverUrl, ...files })).rejects.toThrow(/syntax error/);
    expect(await databasesOf(serverUrl)).toEqual([{ shadows: '0', tables: '0' }]);
  });
});
