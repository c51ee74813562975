import type { MailedLetter } from './mail-lines.ts';
import { type SeatHolder, addresseesOf, eligibleFor } from './receivers.ts';

/** What the post office knows when it makes a plan's mails of one day. */
export interface Sorting {
  /** Everything that is due and in no mail yet. */
  readonly letters: readonly MailedLetter[];
  readonly holders: readonly SeatHolder[];
  /** Whether the merged mails of the day may be made now: a working day, 09:00 or later, nothing left that would add to them. */
  readonly isMergeTime: boolean;
  /** Persons who have had the day's merged mail. */
  readonly merged: ReadonlySet<string>;
}

/** All letters that one person gets in one mail. */
export interface PersonsLetters {
  readonly person: SeatHolder;
  readonly letters: readonly MailedLetter[];
  /** The day's merged mail, or one of the urgent ones. */
  readonly isMerged: boolean;
  readonly standsIn: boolean;
}

export interface SortedLetters {
  readonly mails: readonly PersonsLetters[];
  /** Nobody holds the seat that the letter is for. */
  readonly unaddressed: readonly MailedLetter[];
}

/**
 * Sorts due letters into mails, one to a person: urgent ones at once, daily ones into the day's merged mail, which takes
 * urgent ones along. A daily letter whose receiver has had that mail waits for the next working day's; where several persons
 * hold the seat it waits for all of them, so that a letter is always sent as a whole.
 */
export function groupLetters({ letters, holders, isMergeTime, merged }: Sorting): SortedLetters {
  const addressed = letters.map((letter) => ({
    letter,
    ...addresseesOf(letter.receiver, eligibleFor(letter, holders)),
  }));
  const ready = addressed.filter(
    ({ letter, persons }) =>
      letter.mergeClass === 'urgent' || (isMergeTime && !persons.some(({ personId }) => merged.has(personId))),
  );
  const pairs = ready.flatMap(({ letter, persons, standsIn }) =>
    persons.map((person) => ({ letter, person, standsIn })),
  );
  const byPerson = Object.groupBy(pairs, ({ person }) => person.personId);
  const mails = Object.values(byPerson).flatMap((group = []) => {
    const [first] = group;
    if (first === undefined) return [];
    const isMerged = group.some(({ letter }) => letter.mergeClass === 'daily');
    const standsIn = group.every((each) => each.standsIn);
    return [{ person: first.person, letters: group.map(({ letter }) => letter), isMerged, standsIn }];
  });
  const unaddressed = ready.filter(({ persons }) => persons.length === 0).map(({ letter }) => letter);
  return { mails: mails.toSorted((a, b) => (a.person.personId < b.person.personId ? -1 : 1)), unaddressed };
}
