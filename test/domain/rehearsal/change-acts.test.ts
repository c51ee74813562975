import { describe, expect, it } from 'vitest';
import { uuid5 } from '../../../domain/ids.ts';
import { plainDate } from '../../../domain/plain-date.ts';
import { changeActs } from '../../../domain/rehearsal/change-acts.ts';
import type { PlayedChange } from '../../../domain/rehearsal/played-change.ts';
import type { RehearsalView, ViewedChange, ViewedTask } from '../../../domain/rehearsal/rehearsal-view.ts';
import { readScenario } from '../../../seeds/scenario-files.ts';
import { on, person, unit, view } from './rehearsal-views.ts';

const planId = '5e1c0a52-6f0c-5d0e-9b1f-2d6a1f3c8a47';
const task: ViewedTask = {
  taskId: 'task-7',
  number: '7',
  subjects: [{ subjectId: '1', unitId: 'dashujuju', kind: 'deliverable', title: '建立健全公共数据开放责任清单' }],
  obligations: [{ obligationId: 'progress/dashujuju/2022Q3', unitId: 'dashujuju', kind: 'progress', period: 'plan' }],
};
const extension: PlayedChange = {
  key: 'qingdan',
  task: '7',
  unit: 'dashujuju',
  change: { kind: 'extension', item: 'qingdan', to: plainDate('2023-02-28') },
  reason: '需与省级目录对接。',
  requestOn: plainDate('2022-10-12'),
  decision: { on: plainDate('2022-10-14'), outcome: 'granted', reason: '同意。', replacement: null },
};
const seen = (facts: Partial<RehearsalView> = {}) =>
  view({
    phase: 'issued',
    instant: on('2022-10-11'),
    units: [unit('dashujuju'), unit('wangxinban')],
    tasks: [task],
    ...facts,
    planId,
  });
const asked = (decider: ViewedChange['decider'], state: ViewedChange['state'] = 'pending') =>
  seen({ changes: [{ changeId: uuid5(planId, 'change/qingdan'), state, decider }] });
const acts = (played: PlayedChange, at: RehearsalView, onPaper: readonly string[] = []) =>
  changeActs({ ...readScenario('ordinary'), changes: [played], onPaper }, at);

describe('people about a change of a task', () => {
  it('have the head ask on the day, for the item by its key', () => {
    expect(acts(extension, seen())).toEqual([
      {
        at: on('2022-10-12', 15),
        key: 'change/qingdan/request',
        by: person('dashujuju', 'head'),
        act: {
          type: 'requestChange',
          taskId: 'task-7',
          request: 'qingdan',
          change: { kind: 'extension', of: { kind: 'item', subjectId: '1' }, to: '2023-02-28' },
          reason: '需与省级目录对接。',
        },
      },
    ]);
  });

  it('have the officer record what the head signed where the unit signs on paper', () => {
    expect(acts(extension, seen(), ['dashujuju'])).toMatchObject([
      {
        by: { seat: 'officer' },
        signature: { signer: person('dashujuju', 'head'), signedOn: '2022-10-12' },
      },
    ]);
  });

  it('have it decided by whom the request names, and by nobody twice', () => {
    const decided = (at: RehearsalView, onPaper: readonly string[] = []) =>
      acts(extension, at, onPaper).map(({ by, signature }) => [by.seat, signature?.signer.seat ?? null]);
    expect(decided(asked('office'))).toEqual([['office', null]]);
    expect(decided(asked('leader'))).toEqual([['leader', null]]);
    expect(decided(asked('leader'), ['leader'])).toEqual([['office', 'leader']]);
    expect(decided(asked('office', 'granted'))).toEqual([]);
  });

  it('have nobody of the office decide for the unit in which they sit', () => {
    const [decision] = acts({ ...extension, unit: 'fagaiwei' }, { ...asked('office'), units: [unit('fagaiwei')] });
    expect(decision?.by).toEqual(person('office', 'office', 2));
  });

  it('name the unit that takes over a declined part', () => {
    const decline: PlayedChange = {
      ...extension,
      change: { kind: 'decline' },
      decision: { on: plainDate('2022-10-14'), outcome: 'granted', reason: '同意。', replacement: 'wangxinban' },
    };
    expect(acts(decline, asked('leader'))).toMatchObject([{ act: { replacementId: 'wangxinban' } }]);
  });

  it('are told of a task or an item that the plan has not', () => {
    expect(() => acts({ ...extension, task: '99' }, seen())).toThrow('task 99');
    const strange = { ...extension, change: { ...extension.change, item: 'nothing' } } as PlayedChange;
    expect(() => acts(strange, seen())).toThrow('nothing of task 7');
  });
});
