import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import { type MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm';
import pg from 'pg';
import { readMigrations } from '../../store/migration-files.ts';
import { catalogAdapter } from './catalog-adapter.ts';

export interface Comparison {
  /** Of a role that may create databases; shadow databases come and go there, and nothing else is written. */
  readonly serverUrl: string;
  readonly schemaFile: string;
  readonly migrationsFolder: string;
}

declare global {
  // Where Prisma's engine tells why it panicked; without it a panic is a bare TypeError.
  var PRISMA_WASM_PANIC_REGISTRY: { set_message: (message: string) => void } | undefined;
}

/** The SQL that leads from the migrations to the schema, or null where they already say the same. */
export async function missingMigration({
  serverUrl,
  schemaFile,
  migrationsFolder,
}: Comparison): Promise<string | null> {
  let panic = '';
  globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => (panic = message) };
  const pool = new pg.Pool({ connectionString: serverUrl, max: 2 });
  try {
    const adapters = bindMigrationAwareSqlAdapterFactory({
      provider: 'postgres',
      adapterName: 'duban-catalog',
      connect: async () => catalogAdapter(pool, async () => {}),
      connectToShadowDb: () => shadowDatabase(pool, serverUrl),
    });
    const engine = await SchemaEngine.new({ datamodels: undefined }, () => {}, adapters);
    const files = [{ path: schemaFile, content: await readFile(schemaFile, 'utf8') }];
    const { exitCode, stdout } = await engine.diff({
      from: { tag: 'migrations', ...(await migrationList(migrationsFolder)) },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    });
    engine.free();
    return exitCode === 0 ? null : (stdout ?? '');
  } catch (error) {
    throw panic === '' ? error : new Error(`Prisma's schema engine panicked: ${panic}`, { cause: error });
  } finally {
    await pool.end();
  }
}

async function shadowDatabase(pool: pg.Pool, serverUrl: string) {
  const name = `duban_shadow_${randomUUID().replaceAll('-', '')}`;
  await pool.query(`CREATE DATABASE ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const shadow = new pg.Pool({ connectionString: url.href, max: 2 });
  // The drop below may reach a connection that is just closing; nobody is waiting for its answer.
  shadow.on('error', () => {});
  return catalogAdapter(shadow, async () => {
    await shadow.end();
    await pool.query(`DROP DATABASE ${name} WITH (FORCE)`);
  });
}

async function migrationList(folder: string): Promise<MigrationList> {
  const migrations = await readMigrations(folder);
  return {
    baseDir: resolve(folder),
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
    })),
  };
}
