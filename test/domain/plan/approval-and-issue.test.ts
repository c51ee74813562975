import { describe, expect, it } from 'vitest';
import { planBook } from '../../../domain/plan/plan-book.ts';
import { actor, draftOf, on, play, taskOf, text } from './plan-play.ts';

const office = actor('office', 'office');
const leader = actor('leader', 'leaders');
const answer = (unitId: string) =>
  ({ type: 'answerConsultation', by: actor('officer', unitId), unitId, opinions: [] }) as const;
const approve = { type: 'approveBreakdown', by: leader, draftVersion: 0, breakdownHash: 'h' } as const;
const asked = play(
  draftOf([taskOf('1', ['a', 'lead'], ['b', 'support'])], on('2022-08-12')),
  [on('2022-08-15'), { type: 'beginConsultation', by: office }],
  [on('2022-08-16'), answer('a')],
  [on('2022-08-16'), answer('b')],
  [on('2022-08-18'), { type: 'askApproval', by: actor('office', 'office', 'asker') }],
);

describe('a breakdown put before the leader', () => {
  it('goes to the leader by mail, and ends every letter of the consultation', () => {
    expect(asked.letters).toMatchObject([
      { kind: 'approval-asked', receiver: { unitId: 'leaders', seat: 'leader' }, dueAt: on('2022-08-19', 9) },
    ]);
  });

  it('is approved in the version that was put before the leader', () => {
    expect(play(asked, [on('2022-08-19'), approve]).state.phase).toBe('approved');
    expect(() => play(asked, [on('2022-08-19'), { ...approve, draftVersion: 1 }])).toThrow(
      expect.objectContaining({ code: 'draft-moved' }),
    );
  });

  it.each([
    { who: 'the person who asked', by: actor('leader', 'leaders', 'asker') },
    { who: 'the person who imported it', by: actor('leader', 'leaders', 'office-of-office') },
  ])('is not approved by $who', ({ by }) => {
    expect(() => play(asked, [on('2022-08-19'), { ...approve, by }])).toThrow(
      expect.objectContaining({ code: 'own-work' }),
    );
  });

  it('comes back to the office with a reason, and can be put before the leader again', () => {
    const returned = play(asked, [on('2022-08-19', 8), { type: 'returnBreakdown', by: leader, reason: text('r') }]);
    expect(returned.letters).toMatchObject([
      { kind: 'breakdown-decided', facts: { approved: 0 }, dueAt: on('2022-08-19', 9) },
    ]);
    const again = play(returned, [on('2022-08-19', 11), { type: 'askApproval', by: office }]);
    expect(again.letters.map(({ kind }) => kind)).toEqual(['approval-asked']);
  });

  it('cannot be revised while the leader looks at it', () => {
    const draft = taskOf('1', ['a', 'lead'], ['b', 'support']);
    const revise = {
      type: 'reviseTask',
      by: office,
      draftVersion: 0,
      draft,
      joins: [],
      leaves: [],
      reason: 'x',
    } as const;
    expect(() => play(asked, [on('2022-08-19'), revise])).toThrow('当前处于“报请审定”阶段，不能修改任务分解');
  });
});

describe('a plan issued on Monday 22 August 2022', () => {
  const issue = { type: 'issuePlan', by: office } as const;
  const receipt = (unitId: string) =>
    ({ type: 'receiptNotice', by: actor('officer', unitId), unitId, contacts: text(`contacts-${unitId}`) }) as const;
  const issued = play(asked, [on('2022-08-19'), approve], [on('2022-08-22', 9), issue]);

  it('is to be receipted until Thursday, reminded on Tuesday and Wednesday, listed on Friday', () => {
    expect(issued.events.at(-1)).toMatchObject({
      unitIds: ['a', 'b'],
      receiptDue: { date: '2022-08-25' },
      ladder: { '-2': '2022-08-23', '-1': '2022-08-24' },
      listedOn: '2022-08-26',
    });
    expect(planBook.nextWake(issued.state)).toBe(on('2022-08-26', 0));
  });

  it('reaches the officer of every unit at once', () => {
    const urgent = issued.letters.filter(({ mergeClass }) => mergeClass === 'urgent');
    expect(urgent.map(({ kind, receiver, dueAt }) => [kind, receiver.unitId, receiver.seat, dueAt])).toEqual([
      ['notice-issued', 'a', 'officer', on('2022-08-22', 9)],
      ['notice-issued', 'b', 'officer', on('2022-08-22', 9)],
    ]);
  });

  it('reminds nobody who has receipted, and lists who has not to the office and to the unit head', () => {
    const listed = play(issued, [on('2022-08-23', 8), receipt('a')], [on('2022-08-26', 8), { type: 'wake' }]);
    expect(listed.letters.filter(({ receiver }) => receiver.unitId === 'a')).toEqual([]);
    const listings = listed.letters.filter(({ kind }) => kind === 'receipt-listed');
    expect(listings.map(({ receiver, dueAt }) => [receiver.unitId, receiver.seat, dueAt])).toEqual([
      ['b', 'head', on('2022-08-26', 9)],
      ['office', 'office', on('2022-08-26', 9)],
    ]);
    expect(listed.state.wakes.map(({ does }) => does)).not.toContain('list-receipts');
  });

  it('takes a late receipt, and ends the listing with the last one', () => {
    const late = play(issued, [on('2022-08-23'), receipt('a')], [on('2022-08-26', 8), receipt('b')]);
    expect(late.events.at(-1)).toMatchObject({ type: 'noticeReceipted', unitId: 'b', late: true });
    expect(late.letters).toEqual([]);
  });

  it('takes a receipt on the last day as in time', () => {
    expect(play(issued, [on('2022-08-25', 23, 59), receipt('a')]).events.at(-1)).toMatchObject({ late: false });
  });

  it('waits for no receipt once everybody has receipted', () => {
    const all = play(issued, [on('2022-08-23'), receipt('a')], [on('2022-08-23'), receipt('b')]);
    expect(all.state.wakes.map(({ does }) => does)).not.toContain('list-receipts');
  });

  it.each([
    { what: 'a second receipt', command: receipt('a'), code: 'receipted-twice' },
    { what: 'a unit without tasks', command: receipt('c'), code: 'unit-not-in-plan' },
    { what: "another unit's officer", command: { ...receipt('b'), by: actor('officer', 'a') }, code: 'not-permitted' },
    { what: 'a second issue', command: issue, code: 'wrong-phase' },
    { what: 'a late opinion', command: answer('a'), code: 'wrong-phase' },
  ])('refuses $what with $code', ({ command, code }) => {
    const before = play(issued, [on('2022-08-23'), receipt('a')]);
    expect(() => play(before, [on('2022-08-23', 11), command])).toThrow(expect.objectContaining({ code }));
  });

  it('notes the start of its tasks once', () => {
    const started = play(issued, [on('2022-08-22', 9), { type: 'noteTasksStarted', upTo: 1 }]);
    const again = play(started, [on('2022-08-22', 9), { type: 'noteTasksStarted', upTo: 1 }]);
    expect(again.events.filter(({ type }) => type === 'tasksStarted')).toHaveLength(1);
    expect(() => play(issued, [on('2022-08-22', 9), { type: 'noteTasksStarted', upTo: 2 }])).toThrow(
      'there are 1 tasks',
    );
  });

  it('is not issued once its year is over', () => {
    const approved = play(asked, [on('2022-08-19'), approve]);
    expect(() => play(approved, [on('2023-01-03'), issue])).toThrow(
      expect.objectContaining({ code: 'plan-year-over' }),
    );
  });

  it('is not issued before the approval', () => {
    expect(() => play(asked, [on('2022-08-22'), issue])).toThrow(expect.objectContaining({ code: 'wrong-phase' }));
  });
});
