import { sha256Joined } from '../ledger/hash.ts';
import type { Connection } from '../transaction.ts';
import { mergeChanges } from './merge-changes.ts';
import { type ProjectionTable, foldedColumns, keyColumns } from './projection-tables.ts';
import type { RowChange } from './row-change.ts';

// Few enough that a statement's text stays under some megabytes, also with the drafts of a large plan.
const rowsPerStatement = 1_000;

/** Writes all changes with one statement a table (and, for patches, one a set of columns). */
export async function writeChanges(connection: Connection, changes: Iterable<RowChange>): Promise<void> {
  for (const [table, rows] of mergeChanges(changes)) {
    const puts = rows.filter(({ kind }) => kind === 'put').map(({ row }) => row);
    for (const batch of inBatches(puts)) await putRows(connection, table, batch);
    const patches = Map.groupBy(
      rows.filter(({ kind }) => kind === 'patch').map(({ row }) => row),
      (row) => changedColumns(table, row).join(),
    );
    for (const [columns, patched] of patches) {
      for (const batch of inBatches(patched))
        await patchRows(connection, { table, columns: columns.split(','), rows: batch });
    }
  }
}

type RowText = Readonly<Record<string, unknown>>;

async function putRows(connection: Connection, table: ProjectionTable, rows: readonly RowText[]): Promise<void> {
  const [columns, keys] = [foldedColumns(table).map(quoted), keyColumns(table).map(quoted)];
  const others = columns.filter((column) => !keys.includes(column));
  await connection.query({
    name: `put ${table}`,
    text: `INSERT INTO ${quoted(table)} (${columns.join()})
           SELECT ${columns.join()} FROM jsonb_populate_recordset(NULL::${quoted(table)}, $1)
           ON CONFLICT (${keys.join()}) DO UPDATE SET ${others.map((each) => `${each} = excluded.${each}`).join()}`,
    values: [JSON.stringify(rows)],
  });
}

interface Patches {
  readonly table: ProjectionTable;
  readonly columns: readonly string[];
  readonly rows: readonly RowText[];
}

async function patchRows(connection: Connection, { table, columns, rows }: Patches): Promise<void> {
  const [set, keys] = [columns.map(quoted), keyColumns(table).map(quoted)];
  await connection.query({
    name: `patch ${sha256Joined(table, ' ', columns.join()).slice(0, 32)}`,
    text: `UPDATE ${quoted(table)} AS target SET ${set.map((each) => `${each} = changed.${each}`).join()}
           FROM jsonb_populate_recordset(NULL::${quoted(table)}, $1) AS changed
           WHERE ${keys.map((key) => `target.${key} = changed.${key}`).join(' AND ')}`,
    values: [JSON.stringify(rows)],
  });
}

function changedColumns(table: ProjectionTable, row: RowText): readonly string[] {
  const keys = keyColumns(table);
  return Object.keys(row)
    .filter((column) => !keys.includes(column))
    .toSorted();
}

function* inBatches<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < rows.length; from += rowsPerStatement) yield rows.slice(from, from + rowsPerStatement);
}

function quoted(name: string): string {
  return `"${name}"`;
}
