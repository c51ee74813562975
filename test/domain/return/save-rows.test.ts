import { describe, expect, it } from 'vitest';
import { plainDate } from '../../../domain/plain-date.ts';
import type { OpenedRow } from '../../../domain/return/return-event.ts';
import type { Target } from '../../../domain/task/issued-subject.ts';
import type { ObligationKind, RowPlan, SubmittedRow } from '../../../domain/task/task-state.ts';
import { actor, entryOf, nothingYet, on, playReturn, rowOf, text } from './return-play.ts';

const officer = actor('officer', 'u');
const at = on('2022-09-28');
const target: Target = { value: 1400, unit: '个', comparator: '=' };
const plan: RowPlan = { baseline: null, curve: [], milestones: [], statisticsOn: null };

function save(kind: ObligationKind, row: OpenedRow, entry: SubmittedRow) {
  const rows = [{ taskId: row.taskId, entry }];
  return playReturn(nothingYet, kind, [at, { type: 'saveRows', by: officer, rows, openRows: [row] }]);
}

describe('a first save', () => {
  it('opens the first version with every row that is open', () => {
    const rows = [{ taskId: '3', entry: entryOf(['done']) }];
    const openRows = [rowOf('3'), rowOf('18')];
    const { events, state } = playReturn(nothingYet, 'progress', [
      at,
      { type: 'saveRows', by: officer, rows, openRows },
    ]);
    expect(events.map(({ type }) => type)).toEqual(['returnOpened', 'rowsSaved']);
    expect(state).toMatchObject({ version: 1, phase: 'draft', unitId: 'u', kind: 'progress' });
    expect(state.rows.map(({ taskId, makers }) => [taskId, makers])).toEqual([
      ['3', ['officer-of-u']],
      ['18', []],
    ]);
  });

  it('is refused where the unit owes nothing', () => {
    const rows = [{ taskId: '3', entry: entryOf(['done']) }];
    expect(() =>
      playReturn(nothingYet, 'progress', [at, { type: 'saveRows', by: officer, rows, openRows: [] }]),
    ).toThrow('本单位目前没有需要填报的2022年第三季度进展情况表');
  });
});

describe('a later save', () => {
  const begun = save('progress', rowOf('3'), entryOf(['done']));

  it('takes in rows whose obligation was opened after the first save', () => {
    const rows = [{ taskId: '18', entry: entryOf(['done']) }];
    const openRows = [rowOf('3'), rowOf('18')];
    const { state } = playReturn(begun, 'progress', [at, { type: 'saveRows', by: officer, rows, openRows }]);
    expect(state.version).toBe(1);
    expect(state.rows.map(({ taskId, entry }) => [taskId, entry !== null])).toEqual([
      ['3', true],
      ['18', true],
    ]);
  });

  it.each([
    { what: 'a row that is not owed', taskIds: ['9'], code: 'row-unknown' },
    { what: 'one row twice', taskIds: ['3', '3'], code: 'row-twice' },
    { what: 'nothing', taskIds: [], code: 'rows-missing' },
  ])('refuses $what with $code', ({ taskIds, code }) => {
    const rows = taskIds.map((taskId) => ({ taskId, entry: entryOf(['done']) }));
    expect(() =>
      playReturn(begun, 'progress', [at, { type: 'saveRows', by: officer, rows, openRows: [rowOf('3')] }]),
    ).toThrow(expect.objectContaining({ code }));
  });

  it("refuses another unit's officer", () => {
    const rows = [{ taskId: '3', entry: entryOf(['done']) }];
    const by = actor('officer', 'other');
    expect(() => playReturn(begun, 'progress', [at, { type: 'saveRows', by, rows, openRows: [] }])).toThrow(
      expect.objectContaining({ code: 'not-permitted' }),
    );
  });
});

describe('a row of progress', () => {
  const number = rowOf('16', { kind: 'number', target }, { previousValue: 900 });

  it('may reach the former value or rise without a word', () => {
    expect(save('progress', number, entryOf(['done'], { value: 900 })).state.rows[0]?.entry?.value).toBe(900);
  });

  it('may fall with a reason', () => {
    expect(save('progress', number, entryOf(['done', 'reason'], { value: 880 })).state.phase).toBe('draft');
  });

  it('may fall where the target is a ceiling', () => {
    const ceiling = rowOf('16', { kind: 'number', target: { ...target, comparator: '<=' } }, { previousValue: 900 });
    expect(save('progress', ceiling, entryOf(['done'], { value: 880 })).state.phase).toBe('draft');
  });

  it.each([
    {
      what: 'a fall without a reason',
      row: number,
      entry: { value: 899 },
      says: '累计完成值899低于上次的900，请填写理由',
    },
    { what: 'a value that is no number', row: number, entry: { value: Number.NaN }, says: '的数值不是有效数字' },
    { what: 'an infinite value', row: number, entry: { value: Infinity }, says: '的数值不是有效数字' },
    { what: 'a value where none is counted', row: rowOf('3'), entry: { value: 1 }, says: '没有数量目标' },
    {
      what: 'an unknown milestone',
      row: rowOf('3'),
      entry: { milestonesDone: ['m'] },
      says: '里程碑不在已审核的阶段计划中',
    },
    { what: 'a stage plan', row: rowOf('3'), entry: { plan }, says: '不能填写阶段计划' },
    {
      what: 'a text beyond all bounds',
      row: rowOf('3'),
      entry: { texts: { done: text('text-long') } },
      says: '有2001字',
    },
  ])('refuses $what', ({ row, entry, says }) => {
    expect(() => save('progress', row, entryOf(['done'], entry))).toThrow(says);
  });
});

describe('a contribution', () => {
  const row = rowOf('2', { kind: 'whole' }, { textLimit: 200, subjectId: 'whole/u' });
  const whole = { subjectId: 'whole/u' };

  it('has at most 200 characters in all its texts together', () => {
    expect(save('contribution', row, entryOf(['done', 'problem'], whole)).state.phase).toBe('draft');
    expect(() => save('contribution', row, entryOf(['done', 'problem', 'next'], whole))).toThrow(
      '共201字，超过200字的上限',
    );
  });

  it('says 本季无 by having no text', () => {
    expect(save('contribution', row, entryOf([], whole)).state.rows[0]?.entry?.texts).toEqual({});
  });

  it('reports no progress', () => {
    expect(() => save('contribution', row, entryOf([], { ...whole, complete: true }))).toThrow(
      expect.objectContaining({ code: 'progress-not-expected' }),
    );
  });
});

describe('a stage plan', () => {
  const number = rowOf('16', { kind: 'number', target });
  const deliverable = rowOf('17', { due: plainDate('2022-12-31') });
  const milestone = { id: 'm1', title: '完成初步设计', due: plainDate('2022-11-30') };

  it.each([
    { what: 'a number with its baseline and a straight line', row: number, plan: { ...plan, baseline: 900 } },
    {
      what: 'a number with a curve',
      row: number,
      plan: {
        ...plan,
        baseline: 900,
        curve: [
          { day: plainDate('2022-09-30'), value: 900 },
          { day: plainDate('2022-12-31'), value: 1400 },
        ],
      },
    },
    { what: 'a deliverable with a milestone', row: deliverable, plan: { ...plan, milestones: [milestone] } },
  ])('holds $what', ({ row, plan: rowPlan }) => {
    expect(save('stage-plan', row, entryOf([], { plan: rowPlan })).state.rows[0]?.entry?.plan).toEqual(rowPlan);
  });

  const curve = (...points: readonly (readonly [string, number])[]) =>
    points.map(([day, value]) => ({ day: plainDate(day), value }));
  it.each([
    { what: 'no plan', row: deliverable, plan: null, code: 'plan-missing' },
    { what: 'a number without a baseline', row: number, plan, code: 'baseline-missing' },
    {
      what: 'a baseline that is no number',
      row: number,
      plan: { ...plan, baseline: Number.NaN },
      code: 'value-not-finite',
    },
    { what: 'a deliverable without milestones', row: deliverable, plan, code: 'milestones-missing' },
    {
      what: 'a deliverable with a baseline',
      row: deliverable,
      plan: { ...plan, baseline: 1 },
      code: 'baseline-not-expected',
    },
    {
      what: 'a milestone after the due day',
      row: deliverable,
      plan: { ...plan, milestones: [{ ...milestone, due: plainDate('2023-01-01') }] },
      code: 'milestone-late',
    },
    {
      what: 'one milestone twice',
      row: deliverable,
      plan: { ...plan, milestones: [milestone, milestone] },
      code: 'milestone-twice',
    },
    {
      what: 'a milestone without a name',
      row: deliverable,
      plan: { ...plan, milestones: [{ ...milestone, title: ' ' }] },
      code: 'milestone-unnamed',
    },
    {
      what: 'a curve that falls',
      row: number,
      plan: { ...plan, baseline: 0, curve: curve(['2022-09-30', 5], ['2022-10-31', 4]) },
      code: 'curve-falls',
    },
    {
      what: 'a curve below the baseline',
      row: number,
      plan: { ...plan, baseline: 10, curve: curve(['2022-09-30', 5]) },
      code: 'curve-falls',
    },
    {
      what: 'a curve with a day twice',
      row: number,
      plan: { ...plan, baseline: 0, curve: curve(['2022-09-30', 5], ['2022-09-30', 6]) },
      code: 'curve-order',
    },
    {
      what: 'a curve beyond the due day',
      row: number,
      plan: { ...plan, baseline: 0, curve: curve(['2023-01-31', 5]) },
      code: 'curve-late',
    },
  ])('refuses $what with $code', ({ row, plan: rowPlan, code }) => {
    expect(() => save('stage-plan', row, entryOf([], { plan: rowPlan }))).toThrow(expect.objectContaining({ code }));
  });
});
