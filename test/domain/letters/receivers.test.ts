import { describe, expect, it } from 'vitest';
import { type SeatHolder, addresseesOf, eligibleFor } from '../../../domain/letters/receivers.ts';
import { plainDate } from '../../../domain/plain-date.ts';

function holder(personId: string, changes: Partial<SeatHolder> = {}): SeatHolder {
  return {
    personId,
    unitId: 'bureau',
    seat: 'officer',
    rank: 'A',
    name: personId,
    address: `${personId}@unit.example`,
    failedOn: null,
    ...changes,
  };
}

const officer = { unitId: 'bureau', seat: 'officer' } as const;
const failedOn = plainDate('2022-10-08');
const names = ({ persons }: ReturnType<typeof addresseesOf>) => persons.map(({ personId }) => personId);

describe('the addressees of a letter to the officer', () => {
  const a = holder('a');
  const b = holder('b', { rank: 'B' });

  it.each([
    { holders: [b, a], gets: ['a'], standsIn: false, why: 'A comes first, whatever the order' },
    { holders: [b], gets: ['b'], standsIn: true, why: "A's seat is empty" },
    { holders: [{ ...a, failedOn }, b], gets: ['b'], standsIn: true, why: "A's mailbox has failed" },
    { holders: [{ ...a, address: null }, b], gets: ['b'], standsIn: true, why: 'A has no address' },
    {
      holders: [
        { ...a, failedOn },
        { ...b, failedOn },
      ],
      gets: ['a'],
      standsIn: false,
      why: 'neither can be reached',
    },
    { holders: [{ ...a, failedOn }], gets: ['a'], standsIn: false, why: 'there is no B' },
    { holders: [{ ...a, unitId: 'traffic' }], gets: [], standsIn: false, why: 'the officer is of another unit' },
    { holders: [], gets: [], standsIn: false, why: 'nobody is officer' },
  ])('are $gets: $why', ({ holders, gets, standsIn }) => {
    const addressees = addresseesOf(officer, holders);
    expect(names(addressees)).toEqual(gets);
    expect(addressees.standsIn).toBe(standsIn);
  });

  it('leave out whom the letter was sent to in vain', () => {
    expect(names(addresseesOf(officer, [a, b], new Set(['a'])))).toEqual(['b']);
    expect(names(addresseesOf(officer, [a, b], new Set(['a', 'b'])))).toEqual([]);
  });
});

describe('the addressees of other letters', () => {
  it('are all who hold the seat, each once', () => {
    const supervisors = ['x', 'y', 'y'].map((id) => holder(id, { seat: 'supervisor', rank: null }));
    expect(names(addresseesOf({ unitId: 'bureau', seat: 'supervisor' }, supervisors))).toEqual(['x', 'y']);
  });

  it('are the one person that the letter names, and nobody else in the seat', () => {
    const writers = ['x', 'y'].map((id) => holder(id, { seat: 'writer', rank: null }));
    expect(names(addresseesOf({ unitId: 'bureau', seat: 'writer', personId: 'y' }, writers))).toEqual(['y']);
    expect(names(addresseesOf({ unitId: 'bureau', seat: 'writer', personId: 'gone' }, writers))).toEqual([]);
  });
});

describe('the addressees of a letter while a deputy is authorised', () => {
  const head = holder('head', { seat: 'head', rank: null });
  const deputy = holder('deputy', { seat: 'head', rank: null, deputyFor: 'head' });
  const toHead = { unitId: 'bureau', seat: 'head' } as const;

  it.each([
    { what: 'is the deputy', holders: [head, deputy], gets: ['deputy'], standsIn: true },
    {
      what: 'is the holder, where no mail reaches the deputy',
      holders: [head, { ...deputy, address: null }],
      gets: ['head', 'deputy'],
      standsIn: false,
    },
    {
      what: 'is every other holder too',
      holders: [head, deputy, { ...head, personId: 'other' }],
      gets: ['deputy', 'other'],
      standsIn: false,
    },
    {
      what: 'is the holder, in another unit',
      holders: [head, { ...deputy, unitId: 'other' }],
      gets: ['head'],
      standsIn: false,
    },
  ])('$what', ({ holders, gets, standsIn }) => {
    const addressees = addresseesOf(toHead, holders);
    expect(names(addressees).toSorted()).toEqual(gets.toSorted());
    expect(addressees.standsIn).toBe(standsIn);
  });

  it('is the holder once the deputy was tried in vain', () => {
    expect(names(addresseesOf(toHead, [head, deputy], new Set(['deputy'])))).toEqual(['head']);
  });

  it('is officer B in the place of A, whose deputy B is', () => {
    const [a, b] = [holder('a'), holder('b', { rank: 'B' })];
    const addressees = addresseesOf(officer, [a, b, { ...b, rank: 'A', deputyFor: 'a' }]);
    expect([names(addressees), addressees.standsIn]).toEqual([['b'], true]);
  });

  it('is the deputy of the one writer who is meant', () => {
    const writer = holder('w', { seat: 'writer', rank: null });
    const meant = { unitId: 'bureau', seat: 'writer', personId: 'w' } as const;
    const standing = { ...writer, personId: 'x', deputyFor: 'w' };
    expect(names(addresseesOf(meant, [writer, standing]))).toEqual(['x']);
  });
});

describe('those eligible for a letter about a review', () => {
  const clerk = (personId: string) => holder(personId, { unitId: 'office', seat: 'office', rank: null });
  const ofBureau = holder('one');
  const letter = {
    kind: 'review-due',
    receiver: { unitId: 'office', seat: 'office' },
    facts: { unitId: 'bureau' },
  } as const;
  const reached = (kind: 'review-due' | 'rows-accepted', holders: readonly SeatHolder[]) =>
    names(addresseesOf(letter.receiver, eligibleFor({ ...letter, kind }, holders)));

  it('hold no seat in the reporting unit', () => {
    expect(reached('review-due', [clerk('one'), clerk('two'), ofBureau])).toEqual(['two']);
  });

  it('are all of the office where every one of them sits there', () => {
    expect(reached('review-due', [clerk('one'), ofBureau])).toEqual(['one']);
  });

  it('are all of the office for a letter about anything else', () => {
    expect(reached('rows-accepted', [clerk('one'), clerk('two'), ofBureau])).toEqual(['one', 'two']);
  });
});
