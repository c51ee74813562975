import { type Instant, mailHour } from '../instant.ts';
import type { PlainDate } from '../plain-date.ts';
import type { Letter } from './letter.ts';

/** What tells one letter from another, before its moment is set. */
export type LetterContent = Omit<Letter, 'dueAt' | 'mergeClass'>;

/** A letter for the receiver's one mail of `day`, 09:00. */
export function dailyLetter(day: PlainDate, content: LetterContent): Letter {
  return { ...content, dueAt: mailHour(day), mergeClass: 'daily' };
}

/** A letter that goes out at once, whatever the day. */
export function urgentLetter(at: Instant, content: LetterContent): Letter {
  return { ...content, dueAt: at, mergeClass: 'urgent' };
}

/** No letters made, the letters of `keys` withdrawn. */
export function onlyWithdraw(...keys: readonly string[]): {
  readonly make: readonly [];
  readonly withdraw: readonly string[];
} {
  return { make: [], withdraw: keys };
}
