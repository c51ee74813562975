/**
 * How a column merges equal values below each other: `alone` by its own values, `within` only where those of the columns before it that
 * merge so are equal too.
 */
export type Merging = 'alone' | 'within';

interface MergingColumn {
  readonly merging?: Merging;
}

/** Whether the cell of this column is one with the cell above it. */
export function isOneWithAbove(
  columns: readonly MergingColumn[],
  index: number,
  [above, row]: readonly [above: readonly string[], row: readonly string[]],
): boolean {
  switch (columns[index]?.merging) {
    case undefined:
      return false;
    case 'alone':
      return above[index] === row[index];
    case 'within':
      return columns.every(({ merging }, each) => each > index || merging !== 'within' || above[each] === row[each]);
  }
}
