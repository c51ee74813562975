import { type ProjectionTable, foldedColumns, keyColumns } from '../projections/projection-tables.ts';
import type { Connection } from '../transaction.ts';

/** A row that stands otherwise than the ledger says. */
export interface RowDifference {
  readonly table: ProjectionTable;
  readonly key: Readonly<Record<string, unknown>>;
  /** `missing` in the table that stands, `extra` in it, or `changed` in these columns. */
  readonly kind: 'missing' | 'extra' | 'changed';
  readonly columns: readonly string[];
}

// Enough to see what is wrong; a table that was lost as a whole need not be listed row by row.
const differencesShown = 100;

interface ComparedRow {
  readonly standing: Readonly<Record<string, unknown>> | null;
  readonly folded: Readonly<Record<string, unknown>> | null;
}

/** Compares the standing table with the temporary one of the same name, in the columns that are folds of the ledger. */
export async function compareTable(connection: Connection, table: ProjectionTable): Promise<readonly RowDifference[]> {
  const [columns, keys] = [foldedColumns(table).map(quoted).join(), keyColumns(table).map(quoted).join()];
  // A chain that was parked before its first event has a head, but nothing that could be folded.
  const counted = table === 'chain_head' ? 'WHERE seq > 0' : '';
  const side = (schema: string) =>
    `(SELECT ${keys}, to_jsonb(picked) AS row FROM (SELECT ${columns} FROM ${schema}."${table}" ${counted}) AS picked)`;
  const { rows } = await connection.query<ComparedRow>(
    `SELECT standing.row AS standing, folded.row AS folded
     FROM ${side('public')} AS standing FULL JOIN ${side('pg_temp')} AS folded USING (${keys})
     WHERE standing.row IS DISTINCT FROM folded.row ORDER BY ${keys} LIMIT ${differencesShown}`,
  );
  return rows.map((row) => differenceOf(table, row));
}

function differenceOf(table: ProjectionTable, { standing, folded }: ComparedRow): RowDifference {
  const row = standing ?? folded ?? {};
  const key = Object.fromEntries(keyColumns(table).map((column) => [column, row[column]]));
  if (standing === null) return { table, key, kind: 'missing', columns: [] };
  if (folded === null) return { table, key, kind: 'extra', columns: [] };
  const columns = foldedColumns(table).filter(
    (column) => JSON.stringify(standing[column]) !== JSON.stringify(folded[column]),
  );
  return { table, key, kind: 'changed', columns };
}

function quoted(name: string): string {
  return `"${name}"`;
}
