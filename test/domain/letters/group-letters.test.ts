import { describe, expect, it } from 'vitest';
import { groupLetters } from '../../../domain/letters/group-letters.ts';
import type { SeatHolder } from '../../../domain/letters/receivers.ts';
import { letterLike } from './letters.ts';

function holder(personId: string, unitId: string, seat: SeatHolder['seat'] = 'officer'): SeatHolder {
  const rank = seat === 'officer' ? 'A' : null;
  return { personId, unitId, seat, rank, name: personId, address: `${personId}@unit.example`, failedOn: null };
}

const holders = [
  holder('ann', 'bureau'),
  holder('bo', 'traffic'),
  holder('ann', 'office', 'office'),
  holder('cy', 'office', 'office'),
];
const office = { unitId: 'office', seat: 'office' } as const;
const morning = { holders, isMergeTime: true, merged: new Set<string>() };

const shown = (sorted: ReturnType<typeof groupLetters>) =>
  sorted.mails.map(({ person, letters, isMerged }) => [
    person.personId,
    letters.map(({ id }) => id).join(' '),
    isMerged,
  ]);

describe('sorting due letters into mails', () => {
  it('merges what one person gets in several seats into one mail', () => {
    const letters = [
      letterLike(1),
      letterLike(2, { receiver: office }),
      letterLike(3, { receiver: { unitId: 'traffic', seat: 'officer' } }),
    ];
    expect(shown(groupLetters({ ...morning, letters }))).toEqual([
      ['ann', 'letter-1 letter-2', true],
      ['bo', 'letter-3', true],
      ['cy', 'letter-2', true],
    ]);
  });

  it('sends urgent letters at any time, and leaves daily ones for the morning', () => {
    const letters = [letterLike(1), letterLike(2, { mergeClass: 'urgent' })];
    expect(shown(groupLetters({ ...morning, letters, isMergeTime: false }))).toEqual([['ann', 'letter-2', false]]);
  });

  it('lets the merged mail take urgent letters along', () => {
    const letters = [letterLike(1), letterLike(2, { mergeClass: 'urgent' })];
    expect(shown(groupLetters({ ...morning, letters }))).toEqual([['ann', 'letter-1 letter-2', true]]);
  });

  it('leaves a daily letter for the next working day when its receiver has had the merged mail', () => {
    const letters = [letterLike(1), letterLike(2, { mergeClass: 'urgent' })];
    expect(shown(groupLetters({ ...morning, letters, merged: new Set(['ann']) }))).toEqual([
      ['ann', 'letter-2', false],
    ]);
  });

  it('keeps a letter to several persons whole: it waits for all while it waits for one', () => {
    const letters = [letterLike(1, { receiver: office })];
    expect(groupLetters({ ...morning, letters, merged: new Set(['ann']) }).mails).toEqual([]);
  });

  it('names letters to seats that nobody holds, once they are to be sent', () => {
    const letters = [letterLike(1, { receiver: { unitId: 'traffic', seat: 'head' } })];
    expect(groupLetters({ ...morning, letters }).unaddressed).toEqual(letters);
    expect(groupLetters({ ...morning, letters, isMergeTime: false }).unaddressed).toEqual([]);
  });
});
