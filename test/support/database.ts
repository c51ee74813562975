import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import { cloneDatabase, provisionDatabase } from '../../store/provision-database.ts';
import { databaseUrl } from './database-url.ts';
import type { PostgresService } from './services.ts';

/** A database of the test file's own, on the one PostgreSQL of this run; it goes away with the run. */
export interface TestDatabase {
  readonly name: string;
  /** Of `duban_owner`, for migrations and for looking behind the rules. */
  readonly ownerUrl: string;
  /** Of `duban_app`, as the processes use it. */
  readonly appUrl: string;
  readonly superuserUrl: string;
}

/** A database with all migrations applied; about 20 ms. */
export async function freshDatabase(): Promise<TestDatabase> {
  const { superuserUrl } = await service('template');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await cloneDatabase(superuserUrl, 'duban_template', name);
  return urlsOf(superuserUrl, name);
}

/** A database with the two roles and nothing else, for tests of migrations. */
export async function emptyDatabase(): Promise<TestDatabase> {
  const { superuserUrl } = await service('postgres');
  const name = `empty_${randomUUID().replaceAll('-', '')}`;
  await provisionDatabase({ superuserUrl, database: name, ownerPassword: 'owner', appPassword: 'app' });
  return urlsOf(superuserUrl, name);
}

function urlsOf(superuserUrl: string, name: string): TestDatabase {
  return {
    name,
    ownerUrl: databaseUrl(superuserUrl, 'duban_owner:owner', name),
    appUrl: databaseUrl(superuserUrl, 'duban_app:app', name),
    superuserUrl: databaseUrl(superuserUrl, 'postgres:superuser', name),
  };
}

async function service(name: 'postgres' | 'template'): Promise<PostgresService> {
  const response = await fetch(`${inject('servicesUrl')}/${name}`);
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as PostgresService;
}
