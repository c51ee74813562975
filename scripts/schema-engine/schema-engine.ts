import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import { type MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm';
import pg from 'pg';
import { readMigrations } from '../../store/migration-files.ts';
import { catalogAdapter } from './catalog-adapter.ts';

declare global {
  // Where Prisma's engine tells why it panicked; without it a panic is a bare TypeError.
  var PRISMA_WASM_PANIC_REGISTRY: { set_message: (message: string) => void } | undefined;
}

/**
 * Lends Prisma's schema engine on the database at `url`. Its role must be allowed to create databases: what the engine
 * tries out, it tries in shadow databases that come and go.
 */
export async function withSchemaEngine<T>(url: string, use: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  let panic = '';
  globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => (panic = message) };
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  try {
    const adapters = bindMigrationAwareSqlAdapterFactory({
      provider: 'postgres',
      adapterName: 'duban-catalog',
      connect: async () => catalogAdapter(pool, async () => {}),
      connectToShadowDb: () => shadowDatabase(pool, url),
    });
    const engine = await SchemaEngine.new({ datamodels: undefined }, () => {}, adapters);
    const result = await use(engine);
    engine.free();
    return result;
  } catch (error) {
    throw panic === '' ? error : new Error(`Prisma's schema engine panicked: ${panic}`, { cause: error });
  } finally {
    // The engine lets go of its connections only after their idle timeout.
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

/** The migrations of `folder` as the engine wants them. */
export async function migrationList(folder: string): Promise<MigrationList> {
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
