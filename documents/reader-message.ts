import type { DocumentKind } from './document-kind.ts';
import type { DocumentLimits } from './document-limits.ts';
import type { FilledInRow } from './filled-in-row.ts';
import type { ReadText } from './read-text.ts';
import type { SheetCorrection } from './sheet-mapping.ts';

/** A document to be read as text. */
export interface TextQuestion {
  readonly kind: Exclude<DocumentKind, 'text'>;
  readonly bytes: Uint8Array;
  readonly limits: DocumentLimits;
  readonly corrections: readonly SheetCorrection[];
}

/** A sheet of ours that was filled in, to be read as rows. */
export interface RowsQuestion {
  readonly kind: 'filled-in';
  readonly bytes: Uint8Array;
  readonly limits: DocumentLimits;
}

/** What the reading process is asked, once in its life. */
export type ReaderQuestion = TextQuestion | RowsQuestion;

/** What it answers: the text or the rows, or a refusal for people; `cause` is for the person who looks after duban. */
export type ReaderAnswer =
  | { readonly ok: true; readonly value: ReadText | readonly FilledInRow[] }
  | { readonly ok: false; readonly code: string; readonly message: string; readonly cause: string };

/** An answer as it came over the channel; `null` for anything else. */
export function readerAnswer(message: unknown): ReaderAnswer | null {
  if (typeof message !== 'object' || message === null || !('ok' in message)) return null;
  const isValue = message.ok === true && 'value' in message && typeof message.value === 'object';
  const isRefusal = message.ok === false && 'code' in message && typeof message.code === 'string';
  return isValue || isRefusal ? (message as ReaderAnswer) : null;
}
