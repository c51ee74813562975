import type { Span } from './span.ts';
import type { TableColumn } from './table-columns.ts';

/** A row: one cell per column, an empty span where the cell is blank. */
export interface TableRow {
  readonly span: Span;
  readonly cells: readonly Span[];
}

/** A table of tasks, however it was printed; `failed` are rows whose cells could not be told apart. */
export interface Table {
  readonly span: Span;
  readonly columns: readonly TableColumn[];
  readonly head: readonly Span[];
  readonly rows: readonly TableRow[];
  readonly failed: readonly Span[];
}
