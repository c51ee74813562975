import type { PaperHead } from '../../domain/papers/paper-head.ts';

/** A column of a table; the shares of a table's columns say how its width is divided. */
export interface CaseColumn {
  readonly title: string;
  readonly share: number;
}

/** A part of a section. */
export type CaseBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'quote'; readonly text: string }
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [name: string, value: string])[] }
  | { readonly kind: 'table'; readonly columns: readonly CaseColumn[]; readonly rows: readonly (readonly string[])[] };

/** A section; one without blocks says that there is nothing of its kind. */
export interface CaseSection {
  readonly title: string;
  readonly blocks: readonly CaseBlock[];
}

/** A file that belongs to the case: evidence, or the scan of a signed sheet. */
export interface CaseAttachment {
  readonly name: string;
  /** What it is and where it comes from. */
  readonly about: string;
  readonly mediaType: string;
  readonly sha256: string;
  /** Null where the bytes were left out or are no longer kept: the file is named all the same. */
  readonly bytes: Uint8Array | null;
}

/** Something for machines that goes with the printed file: the ledger's own texts. */
export interface CaseRecord {
  readonly fileName: string;
  readonly about: string;
  readonly bytes: Uint8Array;
}

/** The case file 案卷 of a task. */
export interface CaseFile {
  readonly head: PaperHead;
  readonly taskNumber: string;
  readonly taskTitle: string;
  readonly sections: readonly CaseSection[];
  readonly attachments: readonly CaseAttachment[];
  readonly records: readonly CaseRecord[];
}
