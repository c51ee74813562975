import { describe, expect, it } from 'vitest';
import { actor, entryOf, nothingYet, on, playReturn, rowOf } from './return-play.ts';

const at = on('2022-09-28', 8);
const officer = actor('officer', 'u');
const writer = actor('writer', 'u', 'w');
const openRows = [rowOf('3'), rowOf('18')];
const key = (taskId: string) => ({ taskId, subjectId: '1' });
const handOver = (taskIds: readonly string[], writerId: string | null) =>
  ({ type: 'handOverRows', by: officer, rows: taskIds.map(key), writerId, openRows }) as const;
const save = (taskId: string, by = writer) =>
  ({ type: 'saveRows', by, rows: [{ taskId, entry: entryOf(['done']) }], openRows }) as const;

const handed = playReturn(nothingYet, 'progress', [at, handOver(['3'], 'w')]);

describe('a row handed to a writer', () => {
  it('is told to that one person, in the mail of the day', () => {
    expect(handed.letters).toMatchObject([
      {
        kind: 'row-handed-over',
        receiver: { unitId: 'u', seat: 'writer', personId: 'w' },
        dueAt: on('2022-09-28', 9),
        about: '2022-10-12',
        facts: { rows: 1 },
      },
    ]);
  });

  it('can be saved by the writer, who sees their letter end with it', () => {
    const saved = playReturn(handed, 'progress', [at, save('3')]);
    expect(saved.state.rows[0]?.makers).toEqual(['w']);
    expect(saved.letters).toEqual([]);
  });

  it.each([
    { what: 'a row that was not handed over', step: save('18') },
    { what: 'the rows of another writer', step: save('3', actor('writer', 'u', 'other')) },
  ])('does not let a writer save $what', ({ step }) => {
    expect(() => playReturn(handed, 'progress', [at, step])).toThrow('经办人只能办理分派给本人的行');
  });

  it('can still be saved by the officer', () => {
    expect(playReturn(handed, 'progress', [at, save('3', officer)]).state.rows[0]?.makers).toEqual(['officer-of-u']);
  });

  it('can be taken back, which ends the letter', () => {
    const back = playReturn(handed, 'progress', [at, handOver(['3'], null)]);
    expect(back.state.rows[0]?.writerId).toBeNull();
    expect(back.letters).toEqual([]);
  });

  it('records nothing when it is handed to the same writer again', () => {
    expect(playReturn(handed, 'progress', [at, handOver(['3'], 'w')]).events).toHaveLength(handed.events.length);
  });

  it('moves to another writer with a letter of their own', () => {
    const moved = playReturn(handed, 'progress', [at, handOver(['3'], 'w2')]);
    expect(moved.letters.map(({ receiver }) => receiver.personId)).toEqual(['w2']);
  });

  it('stays with the writer when it comes back from the office', () => {
    const head = actor('head', 'u');
    const reviewed = playReturn(
      handed,
      'progress',
      [at, save('3')],
      [at, save('18', officer)],
      [at, { type: 'askHeadApproval', by: officer }],
      [at, { type: 'submitReturn', by: head, version: 1 }],
      [at, { type: 'noteDelivery', act: 'r/1', refused: [] }],
      [
        on('2022-09-29'),
        {
          type: 'reviewReturn',
          by: actor('office', 'office'),
          version: 1,
          sendBack: [{ ...key('3'), reason: { contentId: 'why', commitment: '' } }],
          ownUnit: false,
          isOfUnit: false,
        },
      ],
    );
    const again = playReturn(reviewed, 'progress', [on('2022-09-30'), { ...save('3'), openRows: [rowOf('3')] }]);
    expect(again.state).toMatchObject({ version: 2, phase: 'draft' });
  });
});
