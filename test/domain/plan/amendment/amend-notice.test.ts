import { describe, expect, it } from 'vitest';
import type { AmendNotice } from '../../../../domain/plan/amendment/amendment-command.ts';
import { actor, draftOf, on, play, taskOf } from '../plan-play.ts';

const office = actor('office', 'office');
const answer = (unitId: string) =>
  ({ type: 'answerConsultation', by: actor('officer', unitId), unitId, opinions: [] }) as const;
const approve = {
  type: 'approveBreakdown',
  by: actor('leader', 'leaders'),
  draftVersion: 0,
  breakdownHash: 'h',
} as const;
const issued = play(
  draftOf([taskOf('1', ['a', 'lead'], ['b', 'support']), taskOf('2', ['c', 'lead'])], on('2022-08-12')),
  [on('2022-08-15'), { type: 'beginConsultation', by: office }],
  [on('2022-08-16'), answer('a')],
  [on('2022-08-16'), answer('b')],
  [on('2022-08-16'), answer('c')],
  [on('2022-08-18'), { type: 'askApproval', by: actor('office', 'office', 'asker') }],
  [on('2022-08-19'), approve],
  [on('2022-08-22'), { type: 'issuePlan', by: office }],
);
const amend: AmendNotice = {
  type: 'amendNotice',
  by: office,
  amendmentId: 'first',
  follows: null,
  title: '修改后的工作要点',
  documentNumber: null,
  originalHash: 'o',
  textHash: 't',
  differencesHash: 'd',
  units: [
    { unitId: 'a', taskNumbers: ['1'] },
    { unitId: 'b', taskNumbers: ['1'] },
  ],
};
const receipt = (unitId: string, amendmentId = 'first') =>
  ({ type: 'receiptAmendment', by: actor('officer', unitId), amendmentId, unitId }) as const;
const amended = play(issued, [on('2022-10-13'), amend]);
const ofAmendment = (letters: typeof amended.letters) => letters.filter(({ key }) => key.startsWith('amendment/'));
const told = (letters: typeof amended.letters) =>
  ofAmendment(letters).map(({ kind, receiver, dueAt }) => [kind, receiver.unitId, dueAt]);

describe('a notice that is amended on Thursday 13 October', () => {
  it('is told at once to the units concerned, who are reminded as of the first receipt, and to no other', () => {
    expect(amended.state.amendments).toMatchObject([
      { receiptDue: '2022-10-18', waiting: { a: 1, b: 1 }, receipted: [] },
    ]);
    expect(told(amended.letters)).toEqual(
      ['a', 'b'].flatMap((unit) => [
        ['notice-amended', unit, on('2022-10-13')],
        ['amendment-reminder', unit, on('2022-10-14', 9)],
        ['amendment-reminder', unit, on('2022-10-17', 9)],
      ]),
    );
  });

  it('is receipted by a unit once, which ends its reminders and no others', () => {
    const after = play(amended, [on('2022-10-14'), receipt('a')]);
    expect(after.events.at(-1)).toMatchObject({ type: 'amendmentReceipted', unitId: 'a', late: false });
    expect(new Set(ofAmendment(after.letters).map(({ receiver }) => receiver.unitId))).toEqual(new Set(['b']));
    expect(() => play(after, [on('2022-10-14'), receipt('a')])).toThrow(
      expect.objectContaining({ code: 'receipted-twice' }),
    );
  });

  it('lists who has not receipted on the fourth working day, and takes their receipt late', () => {
    const after = play(amended, [on('2022-10-14'), receipt('a')], [on('2022-10-20'), receipt('b')]);
    expect(after.events.slice(-2)).toMatchObject([
      { type: 'amendmentListed', unitIds: ['b'], at: on('2022-10-19', 0) },
      { type: 'amendmentReceipted', unitId: 'b', late: true },
    ]);
    expect(told(after.letters)).toEqual([]);
    expect(after.state.wakes.filter(({ does }) => does === 'list-amendments')).toEqual([]);
  });

  it('leaves the first receipt as it was', () => {
    const { units } = play(amended, [on('2022-10-14'), receipt('a')]).state;
    expect(units['a']?.receiptedAt).toBeNull();
  });

  it.each([
    { what: 'a receipt of a unit that is not concerned', command: receipt('c'), code: 'not-concerned' },
    { what: 'a receipt of no amendment', command: receipt('a', 'other'), code: 'unknown-amendment' },
    {
      what: 'a receipt for another unit',
      command: { ...receipt('a'), by: actor('officer', 'b') },
      code: 'not-permitted',
    },
    { what: 'an amendment that was compared with an older text', command: amend, code: 'notice-moved' },
    {
      what: 'an amendment by a unit',
      command: { ...amend, follows: 'first', by: actor('officer', 'a') },
      code: 'not-permitted',
    },
  ])('refuses $what', ({ command, code }) => {
    expect(() => play(amended, [on('2022-10-14'), command])).toThrow(expect.objectContaining({ code }));
  });
});
