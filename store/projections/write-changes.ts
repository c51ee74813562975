import { sha256Joined } from '../ledger/hash.ts';
import type { Connection } from '../transaction.ts';
import { mergeChanges } from './merge-changes.ts';
import { type ProjectionTable, foldedColumns, keyColumns } from './projection-tables.ts';
import type { RowChange } from './row-change.ts';

/** A statement whose one parameter, written `$rows`, is a JSON list of rows. */
export interface RowStatement {
  readonly text: string;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  /** Goes before the others: what it takes away may stand where another row is put. */
  readonly removes?: true;
}

// Few enough that a statement's parameters stay within some megabytes, also with the drafts of a large plan.
const rowsAtOnce = 1_000;

/** The statements that write all changes: one a table and kind, and for patches one a set of columns. */
export function changeStatements(changes: Iterable<RowChange>): readonly RowStatement[] {
  return [...mergeChanges(changes)].flatMap(([table, merged]) => {
    const puts = merged.filter(({ kind }) => kind === 'put').map(({ row }) => row);
    const patches = merged.filter(({ kind }) => kind === 'patch').map(({ row }) => row);
    const gone = merged.filter(({ kind }) => kind === 'remove').map(({ row }) => row);
    const alike = Map.groupBy(patches, (row) => changedColumns(table, row).join());
    return [
      ...(gone.length === 0 ? [] : [{ text: removeText(table), rows: gone, removes: true as const }]),
      ...(puts.length === 0 ? [] : [{ text: putText(table), rows: puts }]),
      ...[...alike].map(([columns, rows]) => ({ text: patchText(table, columns.split(',')), rows })),
    ];
  });
}

/**
 * Runs the statements, removals first and the rest in one round trip where they are short: they touch different rows, so that their
 * order does not matter.
 */
export async function runStatements(connection: Connection, statements: readonly RowStatement[]): Promise<void> {
  const removals = statements.filter(({ removes }) => removes);
  if (removals.length > 0) {
    await runTogether(connection, removals);
    return runStatements(
      connection,
      statements.filter(({ removes }) => !removes),
    );
  }
  if (statements.every(({ rows }) => rows.length <= rowsAtOnce)) return runTogether(connection, statements);
  for (const { text, rows } of statements) {
    for (let from = 0; from < rows.length; from += rowsAtOnce) {
      await runTogether(connection, [{ text, rows: rows.slice(from, from + rowsAtOnce) }]);
    }
  }
}

async function runTogether(connection: Connection, statements: readonly RowStatement[]): Promise<void> {
  if (statements.length === 0) return;
  const parts = statements.map(
    ({ text }, index) => `part${index} AS (${text.replace('$rows', `$${index + 1}::jsonb`)})`,
  );
  const text = `WITH ${parts.join(',\n')} SELECT`;
  await connection.query({
    // Prepared once a connection for each combination of tables; of these there are some dozens.
    name: `write ${sha256Joined(text).slice(0, 32)}`,
    text,
    values: statements.map(({ rows }) => JSON.stringify(rows)),
  });
}

function putText(table: ProjectionTable): string {
  const [columns, keys] = [foldedColumns(table).map(quoted), keyColumns(table).map(quoted)];
  const others = columns.filter((column) => !keys.includes(column));
  return `INSERT INTO ${quoted(table)} (${columns.join()})
    SELECT ${columns.join()} FROM jsonb_populate_recordset(NULL::${quoted(table)}, $rows)
    ON CONFLICT (${keys.join()}) DO UPDATE SET ${others.map((each) => `${each} = excluded.${each}`).join()}`;
}

function patchText(table: ProjectionTable, columns: readonly string[]): string {
  const same = keyColumns(table).map((key) => `target.${quoted(key)} = changed.${quoted(key)}`);
  return `UPDATE ${quoted(table)} AS target
    SET ${columns.map((column) => `${quoted(column)} = changed.${quoted(column)}`).join()}
    FROM jsonb_populate_recordset(NULL::${quoted(table)}, $rows) AS changed WHERE ${same.join(' AND ')}`;
}

function removeText(table: ProjectionTable): string {
  const same = keyColumns(table).map((key) => `target.${quoted(key)} = gone.${quoted(key)}`);
  return `DELETE FROM ${quoted(table)} AS target
    USING jsonb_populate_recordset(NULL::${quoted(table)}, $rows) AS gone WHERE ${same.join(' AND ')}`;
}

function changedColumns(table: ProjectionTable, row: Readonly<Record<string, unknown>>): readonly string[] {
  const keys = keyColumns(table);
  return Object.keys(row)
    .filter((column) => !keys.includes(column))
    .toSorted();
}

function quoted(name: string): string {
  return `"${name}"`;
}
