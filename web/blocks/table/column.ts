import type { ReactNode } from 'react';

/** A column of the one table. */
export interface Column<Row> {
  /** Its name in the address, and to the API where that sorts and filters. */
  readonly key: string;
  readonly title: string;
  /** What the cell says without its dress: for sorting, searching and export. */
  readonly text: (row: Row) => string | number | null;
  /** How the cell looks where text is not enough. */
  readonly cell?: (row: Row) => ReactNode;
  readonly sorts?: boolean;
  /** Offers the values in use as a filter; a function where one row has several. */
  readonly filters?: boolean | ((row: Row) => readonly string[]);
  readonly width?: number | string;
  readonly numeric?: boolean;
  /** A word or a number, which is never broken over lines. */
  readonly short?: boolean;
  /** On paper and in the export only where it is left out of the narrow screen. */
  readonly wideOnly?: boolean;
}
