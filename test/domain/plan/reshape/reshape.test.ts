import { describe, expect, it } from 'vitest';
import { plainDate } from '../../../../domain/plain-date.ts';
import { assertSettled } from '../../../../domain/plan/reshape/assert-settled.ts';
import { mergeDrafts } from '../../../../domain/plan/reshape/merge-drafts.ts';
import { splitDraft } from '../../../../domain/plan/reshape/split-draft.ts';
import type { ItemDraft, Span, TaskDraft } from '../../../../domain/plan/task-draft.ts';
import { actor, draftOf, on, play, taskOf, text } from '../plan-play.ts';

const office = actor('office', 'office');
const planId = '0f0e0d0c-0b0a-4908-8706-050403020100';

function itemOf(id: string, unitId: string, span: Span | null = null): ItemDraft {
  const words = {
    quote: `事项${id}`,
    title: `事项${id}`,
    commitment: 'binding',
    due: plainDate('2022-12-31'),
  } as const;
  const kind = { kind: 'deliverable', target: null, dueBasis: 'derived', tracked: false, shares: [] } as const;
  return { id, unitId, span, ...words, ...kind };
}

const whole: TaskDraft = {
  ...taskOf('5', ['a', 'lead'], ['b', 'support'], ['c', 'district']),
  span: [100, 200],
  items: [itemOf('1', 'a', [110, 120]), itemOf('2', 'b', [160, 170]), itemOf('3', 'b')],
};
const lead = (unitId: string) => ({ unitId, role: 'lead' }) as const;
const said = {
  rest: { title: '建设', parties: [lead('a'), { unitId: 'c', role: 'district' }] },
  added: { title: '推广', parties: [lead('b')] },
  itemIds: ['2', '3'],
  cutAt: null,
} as const;
const basis = { planId, numbers: ['4', '5', '6'] };

describe('a task that is divided', () => {
  it('becomes two: the first keeps number and id, the second is numbered after it; each has its items, its units and its words', () => {
    const { rest, added } = splitDraft(whole, { ...said, cutAt: 150 }, basis);
    expect(rest).toMatchObject({
      taskId: 'task-5',
      number: '5',
      title: '建设',
      span: [100, 150],
      items: [{ id: '1' }],
    });
    expect(added).toMatchObject({ number: '5-2', title: '推广', group: '一', span: [150, 200] });
    expect(added.items.map(({ id }) => id)).toEqual(['2', '3']);
    expect(added.parties).toEqual([{ unitId: 'b', role: 'lead', order: 0, basis: 'named' }]);
    expect(added.taskId).not.toBe(rest.taskId);
  });

  it('leaves its whole passage to both where none is cut, and takes the next free number', () => {
    const { rest, added } = splitDraft(whole, said, { planId, numbers: ['5', '5-2'] });
    expect([rest.span, added.span, added.number]).toEqual([[100, 200], [100, 200], '5-3']);
  });

  it.each([
    {
      why: 'a unit would be on neither',
      change: { rest: { title: '建设', parties: [lead('a')] } },
      text: '须至少列入',
    },
    {
      why: 'a unit would come in',
      change: { added: { title: '推广', parties: [lead('b'), lead('x')] } },
      text: '原有的单位',
    },
    { why: 'an item is not on it', change: { itemIds: ['9'] }, text: '没有编号为9的具体事项' },
    { why: 'the cut is no place within it', change: { cutAt: 100 }, text: '须从第5项任务的原文中间起' },
    { why: 'an item would stand outside its part', change: { cutAt: 165 }, text: '“事项2”的原文不在第5-2项' },
  ])('is refused where $why', ({ change, text: told }) => {
    expect(() => splitDraft(whole, { ...said, ...change }, basis)).toThrow(told);
  });
});

describe('two tasks that are merged', () => {
  const first = {
    ...taskOf('5', ['a', 'lead'], ['b', 'support']),
    span: [0, 10] as const,
    items: [itemOf('1', 'a', [1, 3])],
  };
  const second = {
    ...taskOf('6', ['a', 'lead'], ['c', 'support'], ['b', 'district']),
    span: [10, 25] as const,
    items: [itemOf('1', 'c', [12, 14])],
  };
  const nameOf = (unitId: string) => `${unitId}局`;

  it('are one with the words, the units and the items of both, each item at its place', () => {
    expect(mergeDrafts([first, second], '合并后的任务', nameOf)).toMatchObject({
      taskId: 'task-5',
      number: '5',
      title: '合并后的任务',
      span: [0, 25],
      parties: [
        { unitId: 'a', role: 'lead' },
        { unitId: 'b', role: 'support' },
        { unitId: 'c', role: 'support', order: 2 },
      ],
      items: [
        { id: '1', span: [1, 3] },
        { id: '2', unitId: 'c', span: [12, 14] },
      ],
    });
  });

  it('put a divided task together again', () => {
    const parts = splitDraft(
      whole,
      {
        ...said,
        added: { ...said.added, parties: [lead('a'), lead('b')] },
        rest: { ...said.rest, parties: [lead('a'), lead('b'), { unitId: 'c', role: 'district' }] },
        cutAt: 150,
      },
      basis,
    );
    const again = mergeDrafts([parts.rest, parts.added], whole.title, nameOf);
    expect([again.span, again.items]).toEqual([whole.span, whole.items]);
  });

  it('are refused with other leads, named, and from other groups', () => {
    const led = { ...second, parties: taskOf('6', ['c', 'lead']).parties };
    expect(() => mergeDrafts([first, led], '甲', nameOf)).toThrow(
      '第5项任务的牵头单位是a局，第6项任务的牵头单位是c局，牵头单位不同，不能合并',
    );
    expect(() => mergeDrafts([first, { ...second, group: '二' }], '甲', nameOf)).toThrow('不在同一任务组');
  });
});

describe('a task about which something is open', () => {
  it('is named with what is open, and others are not in its way', () => {
    const open = [
      { taskNumber: '5', quote: '等按职责分工负责' },
      { taskNumber: null, quote: '下同' },
    ];
    expect(() => assertSettled(['4', '5'], open, '合并')).toThrow(
      '第5项任务还有1个待定事项未确认（如“等按职责分工负责”），请先确认，再合并',
    );
    expect(() => assertSettled(['4', '6'], open, '拆分')).not.toThrow();
  });
});

describe('the breakdown of a plan', () => {
  const start = draftOf([taskOf('4', ['a', 'lead']), whole], on('2022-08-12'));
  const { rest, added } = splitDraft(whole, said, basis);
  const split = {
    type: 'splitTask',
    by: office,
    draftVersion: 0,
    rest,
    leaves: ['b'],
    added,
    place: 2.5,
    reason: '分工',
  } as const;
  const at = on('2022-08-12', 11);
  const merge = {
    type: 'mergeTasks',
    by: office,
    draftVersion: 2,
    merged: whole,
    joins: ['b'],
    gone: added,
    reason: '还原',
  } as const;

  it('has one task more after a split, at its place, both recorded in one act, and every unit as many tasks as it is on', () => {
    const { state, events } = play(start, [at, split]);
    expect(events.slice(-2)).toMatchObject([
      { type: 'taskSplitOff', place: 2.5, from: '5', draft: { number: '5-2' } },
      { type: 'taskRevised', draft: { number: '5' }, leaves: ['b'] },
    ]);
    expect([state.taskCount, state.draftVersion]).toEqual([3, 2]);
    expect([state.units['a']?.tasks, state.units['b']?.tasks, state.units['c']?.tasks]).toEqual([2, 1, 1]);
  });

  it('is as before once they are merged', () => {
    const { state, events } = play(start, [at, split], [at, merge]);
    expect(events.at(-1)).toMatchObject({ type: 'taskMerged', number: '5-2', into: '5', unitIds: ['b'] });
    expect([state.taskCount, state.units]).toEqual([start.state.taskCount, start.state.units]);
  });

  it('asks no unit again in the consultation, withdraws no letter, and keeps what units said of a task that is merged', () => {
    const consulted = play(start, [on('2022-08-15'), { type: 'beginConsultation', by: office }]);
    const opinions = [{ id: 'o', taskNumber: '5-2', text: text('o') }];
    const answer = { type: 'answerConsultation', by: actor('head', 'b'), unitId: 'b', opinions } as const;
    const divided = play(consulted, [on('2022-08-15', 11), split]);
    expect(divided.letters).toEqual(consulted.letters);
    expect(divided.events.at(-1)).toMatchObject({ type: 'taskRevised' });
    const { state } = play(divided, [on('2022-08-15', 12), answer], [on('2022-08-15', 13), merge]);
    expect(state.opinions).toMatchObject([{ id: 'o', taskNumber: '5' }]);
  });

  it.each([
    { why: 'made on an older version', command: { ...split, draftVersion: 7 }, code: 'draft-moved' },
    { why: 'by a unit', command: { ...split, by: actor('officer', 'a') }, code: 'not-permitted' },
    { why: 'without a reason', command: { ...split, reason: ' ' }, code: 'reason-missing' },
    {
      why: 'into a task without a lead',
      command: { ...split, added: { ...added, parties: [] } },
      code: 'task-unsound',
    },
    {
      why: 'where a unit leaves that is on no part',
      command: { ...split, rest: { ...rest, parties: taskOf('5', ['a', 'lead']).parties }, leaves: ['b', 'c'] },
      code: 'parties-mismatch',
    },
    {
      why: 'into a task that lacks a unit',
      command: {
        ...merge,
        draftVersion: 0,
        gone: { ...added, parties: taskOf('9', ['z', 'lead']).parties },
        joins: [],
      },
      code: 'parties-mismatch',
    },
  ])('is not changed $why', ({ command, code }) => {
    expect(() => play(start, [at, command])).toThrow(expect.objectContaining({ code }));
  });
});
