import { describe, expect, it } from 'vitest';
import { type SeatHolder, addresseesOf } from '../../../domain/letters/receivers.ts';
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
