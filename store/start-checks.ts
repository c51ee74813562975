import type { Connection, Source } from './transaction.ts';

/** A process that must not start against this database; the message says in Chinese what is wrong and what to do. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
}

interface RoleRow {
  readonly role: string;
  readonly is_superuser: boolean;
  readonly owned: number;
  readonly may_change: boolean;
}

/** Refuses a role that could change the ledger: a superuser, the owner of tables, or one with more rights than adding and reading. */
export async function refusePowerfulRole({ pool }: Source): Promise<void> {
  const { rows } = await pool.query<RoleRow>(
    `SELECT current_user AS role, (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) AS is_superuser,
            (SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace AND pg_has_role(relowner, 'USAGE')) AS owned,
            has_table_privilege('event', 'UPDATE, DELETE, TRUNCATE') AS may_change`,
  );
  const [row] = rows;
  if (row === undefined) throw new Error('a query about the role returned nothing');
  const why = row.is_superuser
    ? '是超级用户'
    : row.owned > 0
      ? '拥有数据表'
      : row.may_change
        ? '有权修改或删除留痕链'
        : null;
  if (why === null) return;
  throw new StartRefused(
    `数据库角色 ${row.role} ${why}，为保证留痕链不可改动，程序拒绝启动：请将 DATABASE_URL 改为使用 duban_app 角色，` +
      `迁移所用的属主角色只写在 DATABASE_MIGRATION_URL 中。`,
  );
}

/** Connections that duban and its engine may open on one database server. */
export interface ConnectionBudget {
  readonly poolSize: number;
  /** API and worker processes together. */
  readonly processes: number;
  /** What Temporal keeps open where it shares the server: 45–49 by measurement; 0 where it does not. */
  readonly temporal: number;
}

// For an operator's session, migrations and checks beside the running processes.
const spare = 5;

/** Refuses a budget that the server cannot serve, before somebody's request finds no connection. */
export async function refuseOverbooking({ pool }: Source, budget: ConnectionBudget): Promise<void> {
  const available = (await setting(pool, 'max_connections')) - (await setting(pool, 'superuser_reserved_connections'));
  const { poolSize, processes, temporal } = budget;
  const wanted = poolSize * processes + temporal + spare;
  if (wanted <= available) return;
  throw new StartRefused(
    `数据库连接数不足：${processes} 个进程各 ${poolSize} 个连接，Temporal ${temporal} 个，另备 ${spare} 个，共需 ${wanted} 个，` +
      `而数据库最多提供 ${available} 个。请减小 DATABASE_POOL_SIZE 或进程数，或调大数据库的 max_connections。`,
  );
}

async function setting(connection: Connection, name: string): Promise<number> {
  const { rows } = await connection.query<{ readonly value: string }>('SELECT current_setting($1) AS value', [name]);
  return Number(rows[0]?.value ?? 0);
}
