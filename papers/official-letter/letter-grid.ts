import type { Merging } from '../merged-columns.ts';

/** A column of a table; columns share the width of the page by their `share`. */
export interface LetterColumn {
  readonly head: string;
  readonly share: number;
  readonly align: 'left' | 'center' | 'right';
  readonly merging?: Merging;
}

/** A cell of a form: a caption, or what is filled in; a value without text is room for handwriting. */
export interface FormCell {
  readonly text: string;
  readonly isCaption: boolean;
  /** Of the form's twelve columns. */
  readonly columns: number;
}

/** A row of a form; its cells fill the twelve columns. */
export interface FormRow {
  readonly cells: readonly FormCell[];
  readonly heightMm: number;
}

const formColumns = 12;

/** A caption with what belongs to it, over the whole width. */
export function wideRow(caption: string, text: string, heightMm = 12): FormRow {
  return { cells: [captionCell(caption), { text, isCaption: false, columns: formColumns - 2 }], heightMm };
}

/** Two captions beside each other, each with what belongs to it. */
export function pairRow(left: readonly [caption: string, text: string], right: typeof left, heightMm = 12): FormRow {
  const cells = [left, right].flatMap(([caption, text]) => [
    captionCell(caption),
    { text, isCaption: false, columns: formColumns / 2 - 2 },
  ]);
  return { cells, heightMm };
}

function captionCell(text: string): FormCell {
  return { text, isCaption: true, columns: 2 };
}
