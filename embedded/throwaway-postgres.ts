import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from './free-port.ts';
import { startPostgres, superuserUrl } from './postgres.ts';
import type { ProcessGroup } from './process-group.ts';

/** A PostgreSQL under `folder` that trades safety for speed: for tests, and for comparing migrations with the schema. */
export async function startThrowawayPostgres(
  group: ProcessGroup,
  folder: string,
): Promise<{ readonly superuserUrl: string }> {
  const access = { port: await freePort(), superuserPassword: 'superuser' };
  const own = join(folder, 'database');
  mkdirSync(own);
  await startPostgres({ ...access, group, folder: own, logFile: join(folder, 'postgres.log'), isDurable: false });
  return { superuserUrl: superuserUrl(access) };
}
