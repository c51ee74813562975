import type { ReactNode } from 'react';
import type { Column } from './column.ts';

/** What the one table needs; sorting, filters, search and the page stand in the address. */
export interface DataTableProps<Row> {
  /** Said to screen readers, and the name of the exported file. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Keeps the addresses of two tables on one page apart. */
  readonly name?: string;
  /** What stands there when there is no row at all. */
  readonly empty?: string;
  readonly tools?: ReactNode;
  /** Hides search, filters and export where a table is a short part of a page. */
  readonly bare?: boolean;
  /** Rows can be ticked; `label` names a row's box. */
  readonly choosing?: {
    readonly chosen: readonly string[];
    readonly choose: (keys: readonly string[]) => void;
    readonly label: (row: Row) => string;
  };
  readonly detail?: (row: Row) => ReactNode;
  readonly pageSize?: number;
}
