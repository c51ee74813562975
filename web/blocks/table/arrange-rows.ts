import type { Column } from './column.ts';

/** How the person looks at a table, as it stands in the address. */
export interface Arrangement {
  readonly search: string;
  /** Key of the column, with `-` before it for the other direction. */
  readonly sort: string;
  readonly filters: Readonly<Record<string, string>>;
}

const chinese = new Intl.Collator('zh-CN', { numeric: true });

/** The rows that pass the filters and the search, in the chosen order; rows that are equal in it keep theirs. */
export function arrangeRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  { search, sort, filters }: Arrangement,
): readonly Row[] {
  const words = search.trim().toLowerCase();
  const kept = rows.filter(
    (row) =>
      columns.every((column) => passes(row, column, filters[column.key])) &&
      (words === '' ||
        columns.some(({ text }) =>
          String(text(row) ?? '')
            .toLowerCase()
            .includes(words),
        )),
  );
  const column = columns.find(({ key }) => key === sort.replace(/^-/, ''));
  if (column === undefined) return kept;
  const direction = sort.startsWith('-') ? -1 : 1;
  return kept.toSorted((a, b) => direction * compare(column.text(a), column.text(b)));
}

/** The values of a column that are in use, for its filter. */
export function valuesInUse<Row>(rows: readonly Row[], column: Column<Row>): readonly string[] {
  return [...new Set(rows.flatMap((row) => valuesOf(row, column)))]
    .filter((text) => text !== '')
    .toSorted(chinese.compare);
}

function passes<Row>(row: Row, column: Column<Row>, wanted: string | undefined): boolean {
  return wanted === undefined || wanted === '' || valuesOf(row, column).includes(wanted);
}

function valuesOf<Row>(row: Row, { filters, text }: Column<Row>): readonly string[] {
  return typeof filters === 'function' ? filters(row) : [String(text(row) ?? '')];
}

function compare(a: string | number | null, b: string | number | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return typeof a === 'number' && typeof b === 'number' ? a - b : chinese.compare(String(a), String(b));
}
