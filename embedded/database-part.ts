import type { Env } from '../config/env.ts';
import { databaseAnswers } from '../store/database-answers.ts';
import { appRole, ownerRole, provisionDatabase } from '../store/provision-database.ts';
import { type PartDoor, type PartPlace, openDoor } from './part-door.ts';
import { startPostgres, superuserUrl } from './postgres.ts';
import type { ProcessGroup } from './process-group.ts';
import type { StateDirectory } from './state-directory.ts';

export interface DatabasePart {
  readonly databaseUrl: string;
  readonly migrationUrl: string;
  readonly door: PartDoor | null;
}

const database = 'duban';

/** The database that the environment gives, or our own PostgreSQL with both roles and the database made. */
export async function databasePart(
  env: Env,
  state: StateDirectory,
  group: ProcessGroup,
  place: PartPlace,
): Promise<DatabasePart> {
  if (env.DATABASE_URL !== undefined || env.DATABASE_MIGRATION_URL !== undefined) return givenDatabase(env);
  const access = { port: state.ports.postgres, superuserPassword: state.secrets.superuser };
  const door = await openDoor('postgres', place, () =>
    startPostgres({
      ...access,
      group,
      folder: state.home,
      logFile: state.logFile('postgres'),
      isDurable: place.isKept,
    }),
  );
  const { owner: ownerPassword, app: appPassword } = state.secrets;
  await provisionDatabase({ superuserUrl: superuserUrl(access), database, ownerPassword, appPassword });
  const urlOf = (role: string, password: string) =>
    `postgresql://${role}:${password}@127.0.0.1:${access.port}/${database}`;
  return { databaseUrl: urlOf(appRole, appPassword), migrationUrl: urlOf(ownerRole, ownerPassword), door };
}

async function givenDatabase({ DATABASE_URL, DATABASE_MIGRATION_URL }: Env): Promise<DatabasePart> {
  if (DATABASE_URL === undefined || DATABASE_MIGRATION_URL === undefined) {
    throw new Error('使用现有数据库时，DATABASE_URL（duban_app）与 DATABASE_MIGRATION_URL（duban_owner）须同时给出。');
  }
  for (const [name, url] of Object.entries({ DATABASE_URL, DATABASE_MIGRATION_URL })) {
    if (!(await databaseAnswers(url)))
      throw new Error(`${name} 指定的数据库没有应答：请确认它已启动，地址与端口无误。`);
  }
  return { databaseUrl: DATABASE_URL, migrationUrl: DATABASE_MIGRATION_URL, door: null };
}
