import type { PlainDate } from '../../domain/plain-date.ts';
import type { FormRow, LetterColumn } from './letter-grid.ts';

/** How a page lies. */
export type Orientation = 'portrait' | 'landscape';

/**
 * The issuer's mark 发文机关标志 above a paper with its number: `document` as GB/T 9704 places it, `sheet` nearer to the edge, for slips and
 * orders, `letter` as a 函 has it.
 */
export interface LetterMark {
  readonly style: 'document' | 'sheet' | 'letter';
  readonly issuer: string;
  /** The number 发文字号; null leaves room for it to be written in. */
  readonly number: string | null;
}

/** A part of a paper's text. */
export type Block =
  /** Levels 一、, （一） and 1. of GB/T 9704; the number is part of the text. */
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  /** `lead` stands before the text in the letters of a second-level heading. */
  | { readonly kind: 'paragraph'; readonly text: string; readonly lead?: string }
  | {
      readonly kind: 'table';
      readonly caption?: string;
      readonly columns: readonly LetterColumn[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly kind: 'form'; readonly rows: readonly FormRow[] }
  /** A remark under a table, in small letters. */
  | { readonly kind: 'remark'; readonly text: string };

/** An annex 附件 on pages of its own. */
export interface Annex {
  readonly title: string;
  readonly orientation: Orientation;
  readonly blocks: readonly Block[];
}

/** Who signs a paper, and when; without a day there is room for it to be written in. */
export interface Closing {
  readonly issuer: string;
  readonly day: PlainDate | null;
}

/** Who gets a paper besides those to whom it is addressed, and who printed it when 版记. */
export interface Imprint {
  readonly copies: string | null;
  readonly printedBy: string;
  readonly printedOn: PlainDate;
}

/** An official paper 公文 by its elements; how each is laid out is GB/T 9704-2012. */
export interface OfficialLetter {
  /** Stands on every page: nothing of a rehearsal may be taken for real. */
  readonly isRehearsal: boolean;
  readonly orientation: Orientation;
  readonly mark: LetterMark | null;
  readonly title: string;
  /** A line under the title, such as the period that a table is of. */
  readonly subtitle: string | null;
  readonly recipients: string | null;
  readonly blocks: readonly Block[];
  readonly closing: Closing | null;
  /** A remark 附注 in brackets under the date, such as whom to call. */
  readonly note: string | null;
  readonly imprint: Imprint | null;
  readonly annexes: readonly Annex[];
}

/** A paper with nothing but its title; what it has besides is named where it is made. */
export const bareLetter: Omit<OfficialLetter, 'title' | 'isRehearsal'> = {
  orientation: 'portrait',
  mark: null,
  subtitle: null,
  recipients: null,
  blocks: [],
  closing: null,
  note: null,
  imprint: null,
  annexes: [],
};
