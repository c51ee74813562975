import type { Origin } from './origin.ts';
import type { ReadSheet } from './sheet-mapping.ts';

/** What a reader takes out of a document of its kind. */
export interface ReadText {
  /** The whole document as one text, in which all spans count UTF-16 units. */
  readonly text: string;
  readonly origins: readonly Origin[];
  /** What was left out or could not be read, one Chinese sentence each: nothing goes in silence. */
  readonly remarks: readonly string[];
  /** The sheets of a workbook with how their columns were understood; empty for every other kind. */
  readonly sheets: readonly ReadSheet[];
}
