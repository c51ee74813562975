import pg from 'pg';

/** The role that owns the tables and runs migrations; the processes never use it. */
export const ownerRole = 'duban_owner';
/** The role that the processes use: it may add to the ledger and read it, never change it. */
export const appRole = 'duban_app';

export interface Provisioning {
  /** Of the cluster's superuser; used here and nowhere else. */
  readonly superuserUrl: string;
  readonly database: string;
  readonly ownerPassword: string;
  readonly appPassword: string;
}

/** Makes the two roles and the database where they are missing, and sets the roles' passwords to the given ones. */
export async function provisionDatabase({
  superuserUrl,
  database,
  ownerPassword,
  appPassword,
}: Provisioning): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await setRole(client, ownerRole, ownerPassword);
    await setRole(client, appRole, appPassword);
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [database]);
    const name = client.escapeIdentifier(database);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${name} OWNER ${ownerRole}`);
    await client.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`);
    await client.query(`GRANT CONNECT ON DATABASE ${name} TO ${appRole}`);
  } finally {
    await client.end();
  }
}

async function setRole(client: pg.Client, role: string, password: string): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
  const verb = rowCount === 0 ? 'CREATE' : 'ALTER';
  await client.query(
    `${verb} ROLE ${role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD ${client.escapeLiteral(password)}`,
  );
}

/** Copies `template` into the new database `name`: 15–25 ms where fsync is off, so that every test file can have its own. */
export async function cloneDatabase(superuserUrl: string, template: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    const [source, copy] = [client.escapeIdentifier(template), client.escapeIdentifier(name)];
    await client.query(`CREATE DATABASE ${copy} TEMPLATE ${source} STRATEGY FILE_COPY OWNER ${ownerRole}`);
    await client.query(`REVOKE ALL ON DATABASE ${copy} FROM PUBLIC`);
    await client.query(`GRANT CONNECT ON DATABASE ${copy} TO ${appRole}`);
  } finally {
    await client.end();
  }
}
