import { readFile } from 'node:fs/promises';
import { migrationList, withSchemaEngine } from './schema-engine.ts';

export interface Comparison {
  /** Of a role that may create databases; nothing is written into the database that it names. */
  readonly serverUrl: string;
  readonly schemaFile: string;
  readonly migrationsFolder: string;
}

/** The SQL that leads from the migrations to the schema, or null where they already say the same. */
export async function missingMigration({
  serverUrl,
  schemaFile,
  migrationsFolder,
}: Comparison): Promise<string | null> {
  const files = [{ path: schemaFile, content: await readFile(schemaFile, 'utf8') }];
  const migrations = await migrationList(migrationsFolder);
  const { exitCode, stdout } = await withSchemaEngine(serverUrl, (engine) =>
    engine.diff({
      from: { tag: 'migrations', ...migrations },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    }),
  );
  return exitCode === 0 ? null : (stdout ?? '');
}
