import { describe, expect, it } from 'vitest';
import { fold } from '../../../domain/ledger/book.ts';
import { planBook } from '../../../domain/plan/plan-book.ts';
import type { PlanEvent } from '../../../domain/plan/plan-event.ts';
import type { ItemDraft, TaskDraft } from '../../../domain/plan/task-draft.ts';
import { plainDate } from '../../../domain/plain-date.ts';
import { actor, draftOf, on, play, taskOf } from './plan-play.ts';

const office = actor('office', 'office');
const start = draftOf([taskOf('1', ['a', 'lead'])], on('2022-08-12'));
const consulted = play(start, [on('2022-08-15'), { type: 'beginConsultation', by: office }]);

const revise = (draft: TaskDraft, change: { joins?: string[]; leaves?: string[]; version?: number } = {}) =>
  ({
    type: 'reviseTask',
    by: office,
    draftVersion: change.version ?? 0,
    draft,
    joins: change.joins ?? [],
    leaves: change.leaves ?? [],
    reason: '采纳意见',
  }) as const;

describe('a revision during the consultation', () => {
  const revision = revise(taskOf('1', ['b', 'lead'], ['c', 'support']), { joins: ['b', 'c'], leaves: ['a'] });
  const revised = play(consulted, [on('2022-08-17'), revision]);

  it('consults the units that it brings in, with a limit of their own', () => {
    expect(revised.events.at(-1)).toMatchObject({
      type: 'consultationBegun',
      unitIds: ['b', 'c'],
      due: { date: '2022-08-22' },
    });
    expect(planBook.nextWake(revised.state)).toBe(on('2022-08-23', 0));
  });

  it('ends the letters of a unit that it leaves without a task', () => {
    expect(revised.letters.filter(({ receiver }) => receiver.unitId === 'a')).toEqual([]);
    expect(revised.state.units['a']?.tasks).toBe(0);
  });

  it('waits with the approval for the units that came in later, and for nobody else', () => {
    const ask = { type: 'askApproval', by: office } as const;
    expect(() => play(revised, [on('2022-08-22'), ask])).toThrow('还有2个单位未反馈意见');
    expect(play(revised, [on('2022-08-23'), ask]).state.phase).toBe('approval');
  });

  it('counts versions, and refuses a revision made on an older one', () => {
    expect(revised.state.draftVersion).toBe(1);
    expect(() => play(revised, [on('2022-08-17', 11), revise(taskOf('1', ['b', 'lead']))])).toThrow(
      expect.objectContaining({ code: 'draft-moved' }),
    );
  });

  it('does not ask a unit again that was asked before', () => {
    const back = revise(taskOf('1', ['a', 'lead'], ['b', 'support'], ['c', 'support']), { joins: ['a'], version: 1 });
    expect(play(revised, [on('2022-08-18'), back]).events.at(-1)).toMatchObject({ type: 'taskRevised' });
  });
});

describe('a settlement of several tasks during the consultation', () => {
  const settle = (drafts: readonly TaskDraft[], joins: string[]) =>
    ({
      type: 'settleTasks',
      by: office,
      draftVersion: 0,
      revisions: drafts.map((draft) => ({ draft, joins, leaves: [], reason: '确认待定事项' })),
      points: [],
    }) as const;

  it('asks each unit that comes in once, whatever the number of its tasks', () => {
    const twice = [taskOf('1', ['a', 'lead'], ['b', 'support']), taskOf('2', ['a', 'lead'], ['b', 'support'])];
    const { events, state } = play(consulted, [on('2022-08-17'), settle(twice, ['b'])]);
    expect(events.at(-1)).toMatchObject({ type: 'consultationBegun', unitIds: ['b'], due: { date: '2022-08-22' } });
    expect(state.draftVersion).toBe(2);
  });

  it('is refused where nothing else is open and a task could not be issued', () => {
    expect(() => play(consulted, [on('2022-08-17'), settle([taskOf('1', ['a', 'support'])], [])])).toThrow(
      expect.objectContaining({ code: 'task-unsound' }),
    );
  });
});

describe('a revision of the draft', () => {
  it('consults nobody yet', () => {
    const { events } = play(start, [
      on('2022-08-12', 11),
      revise(taskOf('1', ['a', 'lead'], ['b', 'support']), { joins: ['b'] }),
    ]);
    expect(events.at(-1)).toMatchObject({ type: 'taskRevised', joins: ['b'] });
  });

  const item: ItemDraft = {
    id: '1',
    quote: '建成平台',
    span: [0, 4],
    unitId: 'a',
    kind: 'deliverable',
    title: '建成平台',
    target: null,
    commitment: 'binding',
    due: plainDate('2022-12-31'),
    dueBasis: 'derived',
    tracked: false,
    shares: [],
  };
  const ofA = taskOf('1', ['a', 'lead']);
  it.each([
    { fault: '没有牵头单位', draft: taskOf('1', ['a', 'support']) },
    { fault: '同一单位重复列出', draft: taskOf('1', ['a', 'lead'], ['a', 'support']) },
    { fault: '“建成平台”没有责任单位', draft: { ...ofA, items: [{ ...item, unitId: null }] } },
    { fault: '责任单位不是本任务的参与单位', draft: { ...ofA, items: [{ ...item, unitId: 'x' }] } },
    { fault: '具体事项编号重复', draft: { ...ofA, items: [item, item] } },
    { fault: '类型与目标值不符', draft: { ...ofA, items: [{ ...item, kind: 'number' as const }] } },
    { fault: '没有目标值，不能分解指标', draft: { ...ofA, items: [{ ...item, shares: [{ unitId: 'a', value: 1 }] }] } },
  ])('is refused where the task: $fault', ({ draft, fault }) => {
    expect(() => play(start, [on('2022-08-12', 11), revise(draft)])).toThrow(fault);
  });

  it.each([
    { what: 'a unit joins that is no party', change: { joins: ['b'] } },
    { what: 'a unit leaves that is still a party', change: { leaves: ['a'] } },
  ])('is refused where $what', ({ change }) => {
    expect(() => play(start, [on('2022-08-12', 11), revise(ofA, change)])).toThrow(
      expect.objectContaining({ code: 'parties-mismatch' }),
    );
  });
});

describe('an open point', () => {
  const at = on('2022-08-12');
  const opened: PlanEvent = {
    type: 'pointOpened',
    at,
    by: office,
    point: {
      id: 'open-list/1',
      kind: 'open-list',
      taskNumber: '1',
      span: [3, 4],
      quote: '等',
      proposal: '不增列单位',
      unitIds: [],
      role: 'support',
      item: null,
    },
  };
  const withPoint = { ...start, state: fold(planBook, start.state, [opened]) };
  const settle = {
    type: 'settlePoints',
    by: actor('office', 'office', 'second'),
    points: [{ pointId: 'open-list/1', how: '不增列单位', quote: '等', span: [3, 4] }],
  } as const;

  it('keeps the approval from being asked for, not the consultation from beginning', () => {
    const lapsed = play(withPoint, [on('2022-08-15'), { type: 'beginConsultation', by: office }]);
    const ask = { type: 'askApproval', by: office } as const;
    expect(() => play(lapsed, [on('2022-08-19'), ask])).toThrow('还有1个待定事项未确认');
    expect(play(lapsed, [on('2022-08-19'), settle], [on('2022-08-19', 11), ask]).state.phase).toBe('approval');
  });

  it('makes a maker of whoever settles it, and is settled once', () => {
    const settled = play(withPoint, [on('2022-08-12', 11), settle]);
    expect(settled.state.makers).toEqual(['office-of-office', 'second']);
    expect(() => play(settled, [on('2022-08-12', 12), settle])).toThrow(
      expect.objectContaining({ code: 'point-not-open' }),
    );
  });
});
