import type { Letter } from '../ledger/letter.ts';
import type { CountedBy } from './letter-facts.ts';

/** How letters of one kind read in a mail. */
export interface LetterText {
  /** What it is about, the beginning of its line. */
  readonly name: (facts: Letter['facts']) => string;
  /** What its letters are counted by, and the measure word; null where there is only one. */
  readonly counted: { readonly by: CountedBy; readonly measure: string } | null;
  /** Whether `about` is a day by which the receiver has to act, something that is overdue already, or neither. */
  readonly nature: 'deadline' | 'overdue' | 'notice';
  /** What had to be done by the day, as in 「应于10月12日报送」. */
  readonly act: string;
  /** What the receiver is asked to do. */
  readonly ask: string;
  /** Letters of one family about the same thing are one line: only the latest of them counts. */
  readonly family: string;
}
