import type { ProjectionTable, Row, RowKey, RowPatch } from './projection-tables.ts';

/**
 * What one event does to one row. `put` writes all of it, `patch` only the columns named, `remove` takes it away and names its key
 * alone; a patch or a removal of no row does nothing.
 */
export interface RowChange {
  readonly kind: 'put' | 'patch' | 'remove';
  readonly table: ProjectionTable;
  readonly row: Readonly<Record<string, unknown>>;
}

/** The whole row, new or in place of the one with this key. */
export function put<T extends ProjectionTable>(table: T, row: Row<T>): RowChange {
  return { kind: 'put', table, row };
}

/** Columns of a row that an earlier event has put. */
export function patch<T extends ProjectionTable>(table: T, row: RowPatch<T>): RowChange {
  return { kind: 'patch', table, row };
}

/** The row is no more. */
export function remove<T extends ProjectionTable>(table: T, key: RowKey<T>): RowChange {
  return { kind: 'remove', table, row: key };
}
