import type { PlainDate } from '../plain-date.ts';
import type { Receiver } from '../ledger/letter.ts';
import type { Seat } from '../actor.ts';

/** A person in a seat, as it stands on the day on which letters are sent. */
export interface SeatHolder {
  readonly personId: string;
  readonly unitId: string;
  readonly seat: Seat;
  readonly rank: 'A' | 'B' | null;
  readonly name: string;
  /** Null where no address is known, or none that mail can be sent to. */
  readonly address: string | null;
  /** Plan day on which mail to this very address failed for good last, with nothing accepted since; null where it works. */
  readonly failedOn: PlainDate | null;
}

/** Who gets a letter. `standsIn`: officer B, because A's seat is empty or A cannot be reached. */
export interface Addressees {
  readonly persons: readonly SeatHolder[];
  readonly standsIn: boolean;
}

/**
 * The persons whom a letter reaches now. Officer means A, or B while A's seat is empty or A cannot be reached; every other
 * seat means all who hold it. `tried` are persons to whom this letter was sent already in vain.
 */
export function addresseesOf(
  receiver: Receiver,
  holders: readonly SeatHolder[],
  tried: ReadonlySet<string> = new Set(),
): Addressees {
  const untried = holders.filter(({ personId }) => !tried.has(personId));
  if (receiver.personId !== undefined) {
    const [person] = untried.filter(({ personId }) => personId === receiver.personId);
    return { persons: person === undefined ? [] : [person], standsIn: false };
  }
  const inSeat = untried.filter(({ unitId, seat }) => unitId === receiver.unitId && seat === receiver.seat);
  if (receiver.seat !== 'officer') return { persons: onceEach(inSeat), standsIn: false };
  const officers = inSeat.toSorted((a, b) => rankPlace(a) - rankPlace(b) || (a.personId < b.personId ? -1 : 1));
  // Where neither can be reached A is tried all the same: that is how a mended mailbox comes back.
  const officer = officers.find(isReachable) ?? officers.find(({ address }) => address !== null) ?? officers[0];
  return officer === undefined
    ? { persons: [], standsIn: false }
    : { persons: [officer], standsIn: officer.rank === 'B' };
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
