import {
  type ColumnType,
  ColumnTypeEnum,
  DriverAdapterError,
  type SqlDriverAdapter,
  type SqlQuery,
  type Transaction,
} from '@prisma/driver-adapter-utils';
import pg from 'pg';

// The types that PostgreSQL's catalogue tables have, by their oid, which is all that the schema engine asks for.
const columnTypes: Readonly<Record<number, ColumnType>> = {
  16: ColumnTypeEnum.Boolean,
  18: ColumnTypeEnum.Character,
  19: ColumnTypeEnum.Text,
  20: ColumnTypeEnum.Int64,
  21: ColumnTypeEnum.Int32,
  23: ColumnTypeEnum.Int32,
  25: ColumnTypeEnum.Text,
  26: ColumnTypeEnum.Int64,
  700: ColumnTypeEnum.Float,
  701: ColumnTypeEnum.Double,
  1000: ColumnTypeEnum.BooleanArray,
  1002: ColumnTypeEnum.CharacterArray,
  1003: ColumnTypeEnum.TextArray,
  1005: ColumnTypeEnum.Int32Array,
  1007: ColumnTypeEnum.Int32Array,
  1009: ColumnTypeEnum.TextArray,
  1016: ColumnTypeEnum.Int64Array,
  1028: ColumnTypeEnum.Int64Array,
  1043: ColumnTypeEnum.Text,
  1184: ColumnTypeEnum.DateTime,
  2950: ColumnTypeEnum.Uuid,
};

const identity = { provider: 'postgres', adapterName: 'duban-catalog' } as const;

/**
 * The database behind `pool` as Prisma's schema engine asks for it. The adapter that Prisma ships for queries refuses
 * `"char"`, in which the catalogue is written, and splits scripts at semicolons inside function bodies.
 */
export function catalogAdapter(pool: pg.Pool, dispose: () => Promise<void>): SqlDriverAdapter {
  return {
    ...queries(pool),
    executeScript: async (script) => {
      await pool.query(script).catch(asAdapterError);
    },
    startTransaction: async (): Promise<Transaction> => {
      const client = await pool.connect();
      await client.query('BEGIN');
      const end = async (): Promise<void> => client.release();
      return { ...queries(client), options: { usePhantomQuery: false }, commit: end, rollback: end };
    },
    getConnectionInfo: () => ({ schemaName: 'public', supportsRelationJoins: true }),
    dispose,
  };
}

function queries(client: pg.Pool | pg.PoolClient) {
  const run = ({ sql, args }: SqlQuery) =>
    client.query({ text: sql, values: args, rowMode: 'array' }).catch(asAdapterError);
  const queryRaw = async (query: SqlQuery) => {
    const { fields, rows } = await run(query);
    return {
      columnNames: fields.map(({ name }) => name),
      columnTypes: fields.map(({ name, dataTypeID }) => columnTypeOf(name, dataTypeID)),
      rows: (rows as unknown[][]).map((row) =>
        row.map((value) => (value instanceof Date ? value.toISOString() : value)),
      ),
    };
  };
  const executeRaw = async (query: SqlQuery): Promise<number> => (await run(query)).rowCount ?? 0;
  return { ...identity, queryRaw, executeRaw };
}

function columnTypeOf(name: string, oid: number): ColumnType {
  const type = columnTypes[oid];
  if (type === undefined)
    throw new Error(`The schema engine asked for ${name} of type ${oid}, which catalog-adapter.ts lacks`);
  return type;
}

function asAdapterError(error: unknown): never {
  if (!(error instanceof pg.DatabaseError)) throw error;
  const { code = '', severity = 'ERROR', message, detail, column, hint } = error;
  throw new DriverAdapterError({ kind: 'postgres', code, severity, message, detail, column, hint });
}
