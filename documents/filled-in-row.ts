/** One filled row: its key, and the text of each cell by the column's key with the cell's address. */
export interface FilledInRow {
  readonly key: string;
  readonly cells: Readonly<Record<string, { readonly text: string; readonly address: string }>>;
}
