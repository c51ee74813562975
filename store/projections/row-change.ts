import type { ProjectionTable, Row, RowPatch } from './projection-tables.ts';

/** What one event does to one row. `put` writes all of it, `patch` only the columns named; a patch of no row does nothing. */
export interface RowChange {
  readonly kind: 'put' | 'patch';
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
