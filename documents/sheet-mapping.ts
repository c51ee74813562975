/** How one column of a sheet was understood. */
export interface ReadColumn {
  /** The letter of the column. */
  readonly column: string;
  /** Its heading as printed. */
  readonly heading: string;
  /** The heading as which it is read: the printed one, or the one that a person has put in its place. */
  readonly readAs: string;
  /** What its cells are taken for 牵头单位, in Chinese; `null` for a column that is not read. */
  readonly meaning: string | null;
}

/** One sheet as it was read, for people to check and correct. */
export interface ReadSheet {
  readonly sheet: string;
  /** The last row of the headings; `null` where no headings were recognised. */
  readonly headRow: number | null;
  readonly columns: readonly ReadColumn[];
}

/** What a person corrects about one sheet: its row of headings, and as which heading a column is to be read. */
export interface SheetCorrection {
  readonly sheet: string;
  readonly headRow?: number;
  /** From the letter of a column to a heading, such as D to 牵头单位. */
  readonly headings: Readonly<Record<string, string>>;
}
