import type { PlainDate } from '../plain-date.ts';
import type { Letter, Receiver } from '../ledger/letter.ts';
import type { Seat } from '../actor.ts';

/** A person in a seat, as it stands on the day on which letters are sent. */
export interface SeatHolder {
  readonly personId: string;
  readonly unitId: string;
  readonly seat: Seat;
  readonly rank: 'A' | 'B' | null;
  /** The holder for whom this person is deputy on the day, in that seat. */
  readonly deputyFor?: string;
  readonly name: string;
  /** Null where no address is known, or none that mail can be sent to. */
  readonly address: string | null;
  /** Plan day on which mail to this very address failed for good last, with nothing accepted since; null where it works. */
  readonly failedOn: PlainDate | null;
}

/** Who gets a letter. `standsIn`: officer B, because A's seat is empty or A cannot be reached, or a deputy authorised for the day. */
export interface Addressees {
  readonly persons: readonly SeatHolder[];
  readonly standsIn: boolean;
}

/**
 * The persons whom a letter reaches now. Officer means A, or B while A's seat is empty or A cannot be reached; every other
 * seat means all who hold it. Whoever is authorised as a deputy for the day stands in the place of the holder, as long as mail
 * reaches them. `tried` are persons to whom this letter was sent already in vain.
 */
export function addresseesOf(
  receiver: Receiver,
  holders: readonly SeatHolder[],
  tried: ReadonlySet<string> = new Set(),
): Addressees {
  const untried = present(holders.filter(({ personId }) => !tried.has(personId)));
  if (receiver.personId !== undefined) {
    const own = untried.filter(({ personId, deputyFor }) => (deputyFor ?? personId) === receiver.personId);
    const found = own.find(({ deputyFor, seat, unitId }) => {
      return deputyFor !== undefined && seat === receiver.seat && unitId === receiver.unitId;
    });
    const person = found ?? own.find(({ deputyFor }) => deputyFor === undefined);
    return { persons: person === undefined ? [] : [person], standsIn: found !== undefined };
  }
  const inSeat = untried.filter(({ unitId, seat }) => unitId === receiver.unitId && seat === receiver.seat);
  if (receiver.seat !== 'officer') {
    const persons = onceEach(inSeat);
    return { persons, standsIn: persons.length > 0 && persons.every(({ deputyFor }) => deputyFor !== undefined) };
  }
  const officers = inSeat.toSorted((a, b) => rankPlace(a) - rankPlace(b) || (a.personId < b.personId ? -1 : 1));
  // Where neither can be reached A is tried all the same: that is how a mended mailbox comes back.
  const officer = officers.find(isReachable) ?? officers.find(({ address }) => address !== null) ?? officers[0];
  return officer === undefined
    ? { persons: [], standsIn: false }
    : { persons: [officer], standsIn: officer.rank === 'B' || officer.deputyFor !== undefined };
}

/**
 * The holders among whom a letter's receivers are found. Whoever holds a seat in the unit whose return is to be reviewed, as in the
 * office's host unit, reviews it not: the letter goes to the others of the office, where there are any.
 */
export function eligibleFor(
  { kind, receiver, facts }: Pick<Letter, 'kind' | 'receiver' | 'facts'>,
  holders: readonly SeatHolder[],
): readonly SeatHolder[] {
  if (kind !== 'review-due' && kind !== 'review-overdue') return holders;
  const ofUnit = holders.filter(({ unitId }) => unitId === facts['unitId']).map(({ personId }) => personId);
  const isReviewer = ({ unitId, seat }: SeatHolder) => unitId === receiver.unitId && seat === receiver.seat;
  const others = holders.filter((holder) => !isReviewer(holder) || !ofUnit.includes(holder.personId));
  return others.some(isReviewer) ? others : holders;
}

/** The receivers whose seats have to be known to find out who is eligible for the letter. */
export function receiversToKnow({ receiver, facts }: Pick<Letter, 'receiver' | 'facts'>): readonly Receiver[] {
  const unitId = facts['unitId'];
  return receiver.seat === 'office' && typeof unitId === 'string' ? [receiver, { ...receiver, unitId }] : [receiver];
}

// Without those for whom a deputy stands whom mail reaches.
function present(holders: readonly SeatHolder[]): readonly SeatHolder[] {
  const deputies = holders.filter((holder) => holder.deputyFor !== undefined && isReachable(holder));
  return holders.filter(
    ({ personId, unitId, seat, deputyFor }) =>
      deputyFor !== undefined ||
      !deputies.some((each) => each.deputyFor === personId && each.unitId === unitId && each.seat === seat),
  );
}

function isReachable({ address, failedOn }: SeatHolder): boolean {
  return address !== null && failedOn === null;
}

function rankPlace({ rank }: SeatHolder): number {
  return rank === 'A' ? 0 : rank === null ? 1 : 2;
}

function onceEach(holders: readonly SeatHolder[]): readonly SeatHolder[] {
  return holders.filter((holder, index) => holders.findIndex(({ personId }) => personId === holder.personId) === index);
}
