import { type ProjectionTable, keyColumns } from './projection-tables.ts';
import type { RowChange } from './row-change.ts';

/** The last word on each row, so that any number of events comes down to one change a row. */
export function mergeChanges(changes: Iterable<RowChange>): ReadonlyMap<ProjectionTable, readonly RowChange[]> {
  const tables = new Map<ProjectionTable, Map<string, RowChange>>();
  for (const change of changes) {
    const rows = tables.get(change.table) ?? new Map<string, RowChange>();
    tables.set(change.table, rows);
    const key = JSON.stringify(keyColumns(change.table).map((column) => change.row[column]));
    rows.set(key, merged(rows.get(key), change));
  }
  return new Map([...tables].map(([table, rows]) => [table, [...rows.values()]]));
}

function merged(earlier: RowChange | undefined, change: RowChange): RowChange {
  if (earlier === undefined || change.kind !== 'patch') return change;
  if (earlier.kind === 'remove') return earlier;
  return { ...earlier, row: { ...earlier.row, ...change.row } };
}
