import type { Merging } from '../merged-columns.ts';

/** What stands in a cell; a number keeps being one, with its unit of measure behind it. */
export type SheetCell =
  | { readonly kind: 'text'; readonly text: string; readonly fill?: string }
  | { readonly kind: 'number'; readonly value: number; readonly unit: string }
  | { readonly kind: 'rate'; readonly value: number };

/** A column; `width` counts full-width characters. */
export interface SheetColumn {
  readonly head: string;
  readonly width: number;
  readonly align: 'left' | 'center' | 'right';
  readonly merging?: Merging;
}

/** A table for print and for work: title, remark, head, rows, lines for signatures. */
export interface TableSheet {
  readonly name: string;
  readonly isRehearsal: boolean;
  readonly paper: 'A3' | 'A4';
  readonly title: string;
  readonly remark: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly SheetCell[])[];
  readonly hasFilter: boolean;
  /** Columns that stay in sight when the sheet is moved sideways. */
  readonly frozenColumns: number;
  /** Lines under the table, each over its whole width. */
  readonly closing: readonly string[];
  /** What the footer says beside the page number. */
  readonly footer: string;
}

/** A cell with a text, and nothing in it where there is no text. */
export function textCell(text: string, fill?: string): SheetCell {
  return { kind: 'text', text, ...(fill === undefined ? {} : { fill }) };
}

/** A number with its unit; an empty cell where there is none. */
export function numberCell(value: number | null, unit = ''): SheetCell {
  return value === null ? textCell('') : { kind: 'number', value, unit };
}

/** A cell as people read it: what is measured for its width, and compared for merging. */
export function cellText(cell: SheetCell): string {
  switch (cell.kind) {
    case 'text':
      return cell.text;
    case 'number':
      return `${cell.value}${cell.unit}`;
    case 'rate':
      return `${Math.round(cell.value * 1000) / 10}%`;
  }
}
