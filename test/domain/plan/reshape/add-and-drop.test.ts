import { describe, expect, it } from 'vitest';
import { addDraft } from '../../../../domain/plan/reshape/add-draft.ts';
import type { AddTask, DropTask } from '../../../../domain/plan/reshape/reshape-command.ts';
import { actor, draftOf, on, play, taskOf, text } from '../plan-play.ts';

const office = actor('office', 'office');
const planId = '0f0e0d0c-0b0a-4908-8706-050403020100';
const notice = '一、建设网络。二、推进上云。三、培育产业。四、发展园区。';
const spanOf = (words: string) => [notice.indexOf(words), notice.indexOf(words) + words.length] as const;
const lead = (unitId: string) => ({ unitId, role: 'lead' }) as const;

describe('words of the notice that become a task', () => {
  const drafts = [
    { ...taskOf('4', ['a', 'lead']), group: '应用', span: spanOf('一、建设网络。') },
    { ...taskOf('5', ['b', 'lead']), group: '产业', span: spanOf('三、培育产业。') },
  ];
  const basis = { planId, text: notice, drafts };
  const adding = (words: string, change: object = {}) => {
    const [start, end] = spanOf(words);
    return addDraft({ start, end, task: { title: words, parties: [lead('c')] }, ...change }, basis);
  };

  it('stand after the task whose words come before them, in its group, and are numbered after it', () => {
    const { draft, after } = adding('二、推进上云。');
    expect(after).toBe('4');
    expect(draft).toMatchObject({ number: '4-2', group: '应用', span: spanOf('二、推进上云。'), items: [] });
    expect(draft.parties).toEqual([{ unitId: 'c', role: 'lead', order: 0, basis: 'added' }]);
    expect(adding('四、发展园区。')).toMatchObject({ after: '5', draft: { number: '5-2', group: '产业' } });
  });

  it('take the number and the group that the office gives, and stand after the last of tasks that share their words', () => {
    const task = { title: '推进上云', group: '产业', parties: [lead('c')] };
    expect(adding('二、推进上云。', { number: ' 6 ', task }).draft).toMatchObject({ number: '6', group: '产业' });
    const [first, last] = drafts;
    const parts = [first, { ...first, number: '4-2' }, last].flatMap((each) =>
      each === undefined ? [] : [{ ...taskOf('4'), ...each }],
    );
    const [start, end] = spanOf('二、推进上云。');
    expect(addDraft({ start, end, task }, { ...basis, drafts: parts })).toMatchObject({
      after: '4-2',
      draft: { number: '4-2-2' },
    });
  });

  it.each([
    { why: 'are a task already', words: '建设网络。二、', change: {}, told: '已列入第4项任务' },
    { why: 'have a number that another has', words: '二、推进上云。', change: { number: '5' }, told: '已有第5项任务' },
    { why: 'say nothing', words: '。', change: { start: 27, end: 28 }, told: '没有文字' },
    { why: 'stand beyond the notice', words: '四、', change: { end: 99 }, told: '不在文件之内' },
  ])('are refused where they $why', ({ words, change, told }) => {
    expect(() => adding(words, change)).toThrow(told);
  });

  it('need a number where no task stands before them', () => {
    const rest = { ...basis, drafts: drafts.slice(1) };
    const said = { start: 0, end: 7, task: { title: '建设网络', parties: [lead('c')] } };
    expect(() => addDraft(said, rest)).toThrow('请填写任务序号');
    expect(addDraft({ ...said, number: '1' }, rest)).toMatchObject({
      after: null,
      draft: { number: '1', group: '产业' },
    });
  });
});

describe('the breakdown of a plan', () => {
  const start = draftOf([taskOf('4', ['a', 'lead']), taskOf('5', ['a', 'lead'], ['b', 'support'])], on('2022-08-12'));
  const draft = taskOf('4-2', ['c', 'lead'], ['a', 'support']);
  const add: AddTask = { type: 'addTask', by: office, draftVersion: 0, draft, place: 1.5, reason: '漏读' };
  const drop: DropTask = { type: 'dropTask', by: office, draftVersion: 0, gone: taskOf('5'), reason: '属于说明' };
  const dropFive: DropTask = { ...drop, gone: taskOf('5', ['a', 'lead'], ['b', 'support']) };
  const at = on('2022-08-12', 11);
  const consulted = play(start, [on('2022-08-15'), { type: 'beginConsultation', by: office }]);
  const later = on('2022-08-16', 11);

  it('has one task more, and is as before once it is left out', () => {
    const added = play(start, [at, add]);
    expect(added.events.at(-1)).toMatchObject({ type: 'taskAdded', place: 1.5, draft: { number: '4-2' } });
    expect([added.state.taskCount, added.state.draftVersion]).toEqual([3, 1]);
    expect([added.state.units['a']?.tasks, added.state.units['c']?.tasks]).toEqual([3, 1]);
    const { state, events } = play(added, [at, { ...drop, draftVersion: 1, gone: draft }]);
    expect(events.at(-1)).toMatchObject({
      type: 'taskDropped',
      number: '4-2',
      unitIds: ['c', 'a'],
      reason: '属于说明',
    });
    expect([state.taskCount, state.draftVersion, state.units['c']?.tasks]).toEqual([2, 2, 0]);
    expect(state.units['a']).toEqual(start.state.units['a']);
  });

  it('asks in the consultation exactly the units that it never asked, with a limit of their own', () => {
    const { events, letters } = play(consulted, [later, add]);
    expect(events.slice(-2)).toMatchObject([{ type: 'taskAdded' }, { type: 'consultationBegun', unitIds: ['c'] }]);
    const told = letters.filter(({ kind, dueAt }) => kind === 'consultation-begun' && dueAt >= later);
    expect(told.map(({ receiver }) => receiver.unitId)).toEqual(['c']);
    const known = play(consulted, [later, { ...add, draft: taskOf('4-2', ['b', 'lead']) }]);
    expect(known.events.at(-1)).toMatchObject({ type: 'taskAdded' });
  });

  it('asks a unit nothing any more to which no task is left, and asks it again when one comes', () => {
    const dropped = play(consulted, [later, dropFive]);
    expect(dropped.letters.filter(({ receiver }) => receiver.unitId === 'b')).toEqual([]);
    expect(dropped.letters.filter(({ receiver }) => receiver.unitId === 'a')).not.toEqual([]);
    const again = taskOf('5', ['a', 'lead'], ['b', 'support']);
    const { events, state } = play(dropped, [on('2022-08-17'), { ...add, draftVersion: 1, draft: again }]);
    expect(events.at(-1)).toMatchObject({ type: 'consultationBegun', unitIds: ['b'] });
    expect(state.units['b']).toMatchObject({ tasks: 1, answer: 'none' });
    expect(state.units['b']?.answerDue).not.toBe(consulted.state.units['b']?.answerDue);
  });

  it('keeps a task on which units have spoken', () => {
    const opinions = [{ id: 'o', taskNumber: '5', text: text('o') }];
    const answer = { type: 'answerConsultation', by: actor('head', 'b'), unitId: 'b', opinions } as const;
    expect(() => play(consulted, [later, answer], [later, dropFive])).toThrow('对第5项任务已提出1条意见');
  });

  it('keeps its only task', () => {
    const left = play(start, [at, dropFive]);
    const last: DropTask = { ...drop, draftVersion: 1, gone: taskOf('4', ['a', 'lead']) };
    expect(() => play(left, [at, last])).toThrow('仅有的一项任务');
  });

  it.each([
    { why: 'made on an older version', command: { ...add, draftVersion: 7 }, code: 'draft-moved' },
    { why: 'by a unit', command: { ...drop, by: actor('officer', 'a') }, code: 'not-permitted' },
    { why: 'without a reason for a new task', command: { ...add, reason: ' ' }, code: 'reason-missing' },
    { why: 'without a reason for leaving one out', command: { ...drop, reason: ' ' }, code: 'reason-missing' },
    {
      why: 'by a task without a lead',
      command: { ...add, draft: taskOf('4-2', ['c', 'support']) },
      code: 'task-unsound',
    },
  ])('is not changed $why', ({ command, code }) => {
    expect(() => play(start, [at, command])).toThrow(expect.objectContaining({ code }));
  });
});
