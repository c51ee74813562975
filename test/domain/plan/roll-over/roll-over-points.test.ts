import { describe, expect, it } from 'vitest';
import { plainDate } from '../../../../domain/plain-date.ts';
import { proposedSettlement } from '../../../../domain/plan/proposed-settlement.ts';
import { settleBreakdown } from '../../../../domain/plan/settle.ts';
import type { Settlement } from '../../../../domain/plan/settlement.ts';
import { parseSettlement } from '../../../../domain/plan/settlement.ts';
import type { OpenPoint } from '../../../../domain/plan/task-draft.ts';
import { earlierYear, rolledOver } from './next-notice.ts';

const rollOvers = (points: readonly OpenPoint[]) => points.filter(({ kind }) => kind === 'roll-over');
const drafted = rolledOver(earlierYear('16', '17'));
const points = rollOvers(drafted.points);
const of = (words: string) => {
  const found = points.find(({ quote }) => quote.includes(words));
  if (found === undefined) throw new Error(`nothing is carried over that says “${words}”`);
  return found;
};

function settled(changes: Partial<Settlement>) {
  const parsed = parseSettlement({ title: '承接', otherProposals: null, following: null, ...changes });
  if (!parsed.ok) throw new Error(parsed.issues.join('\n'));
  return settleBreakdown(parsed.value, drafted);
}

const link = { decision: 'link', reason: '同一项工作' } as const;

describe('what a year leaves to the next notice', () => {
  it('is asked about row by row, and nothing else is', () => {
    expect(rollOvers(rolledOver(earlierYear()).points)).toEqual([]);
    expect(new Set(points.map(({ earlier }) => earlier?.taskNumber))).toEqual(new Set(['16', '17']));
    expect(points.every(({ earlier }) => earlier?.why === 'carried-over')).toBe(true);
  });

  it('is proposed for the item with the like words, with the reason and its place in the new text', () => {
    const point = of('新建5G基站1400个');
    expect(point).toMatchObject({ taskNumber: '1', item: { target: { value: 1600 } } });
    expect(point.proposal).toContain('2022年第16项任务');
    expect(point.proposal).toContain('结转，目标1400个');
    expect(point.proposal).toContain('建议由其承接');
    expect(drafted.text.slice(...(point.span ?? [0, 0]))).toContain('5G基站1600个');
  });

  it('is proposed for nothing where the new notice has nothing alike', () => {
    expect(of('智慧公路设计')).toMatchObject({ taskNumber: null, item: null, span: null });
    expect(of('智慧公路设计').proposal).toContain('没有相近的任务和事项');
  });

  it('links a target of a later year to the figure of the preamble that says it again', () => {
    const { planId, planYear, tasks } = earlierYear();
    const [first, ...others] = tasks;
    const [row] = first?.subjects ?? [];
    if (first === undefined || row === undefined) throw new Error('the plan has rows');
    const later = {
      ...row,
      kind: 'number' as const,
      title: '到2025年,数字经济核心产业增加值占地区生产总值比重力争达到10%左右',
      target: { value: 10, unit: '%', comparator: '=' as const },
      due: plainDate('2025-12-31'),
      tracked: true,
    };
    const year = rolledOver({ planId, planYear, tasks: [{ ...first, subjects: [later] }, ...others] });
    const [point] = rollOvers(year.points);
    expect(point).toMatchObject({ taskNumber: null, item: { target: { value: 12 } }, earlier: { why: 'later-year' } });
    const revisions = settleBreakdown(proposedSettlement(year), year).revisions;
    const linked = revisions.flatMap(({ draft }) => draft.items).filter(({ follows }) => follows !== undefined);
    expect(linked).toMatchObject([{ target: { value: 12 }, tracked: true, follows: [{ planYear: 2022 }] }]);
  });
});

describe('a decision on what is carried over', () => {
  it('links the item by its words, and no other', () => {
    const { id } = of('新建5G基站1400个');
    const quote = of('新建5G基站1400个').item?.quote ?? null;
    const { revisions, points: decided } = settled({ rollOvers: [{ point: id, task: '1', quote, ...link }] });
    expect(revisions.map(({ draft }) => draft.number)).toEqual(['1']);
    expect(revisions[0]?.draft.items.flatMap(({ follows }) => follows ?? [])).toMatchObject([
      { planYear: 2022, taskNumber: '16', target: { value: 1400 }, why: 'carried-over' },
    ]);
    expect(decided).toMatchObject([{ pointId: id, how: expect.stringContaining('同一项工作') }]);
  });

  it('links a task as a whole where no item goes on', () => {
    const { id } = of('智慧公路设计');
    const { revisions } = settled({ rollOvers: [{ point: id, task: '2', quote: null, ...link }] });
    expect(revisions[0]?.draft).toMatchObject({ number: '2', follows: [{ taskNumber: '17' }] });
  });

  it('changes no task when the row is not taken on, and keeps the reason', () => {
    const { id } = of('智慧公路设计');
    const rollOver = { point: id, decision: 'anew', task: null, quote: null, reason: '已移交省厅' } as const;
    const { revisions, points: decided } = settled({ rollOvers: [rollOver] });
    expect(revisions).toEqual([]);
    expect(decided).toMatchObject([{ how: '不承接：已移交省厅' }]);
  });

  it('stays on the item that takes the place of the one it was put on', () => {
    const point = of('新建5G基站1400个');
    const quote = point.item?.quote ?? '';
    const [unit] = drafted.register.filter(({ unitId }) => unitId === point.item?.unitId);
    const item = {
      key: 'stations',
      task: '1',
      quote,
      unit: unit?.key ?? '',
      kind: 'number',
      title: '5G基站建设',
      target: { value: 1600, unit: '个', comparator: '=' },
      commitment: 'binding',
      due: plainDate('2023-12-31'),
      dueBasis: 'derived',
      tracked: false,
      orphan: false,
      shares: [],
      reason: null,
    } as const;
    const linked = settled({ rollOvers: [{ point: point.id, task: '1', quote, ...link }] }).revisions[0]?.draft;
    if (linked === undefined) throw new Error('the task was linked');
    const drafts = drafted.drafts.map((draft) => (draft.number === '1' ? linked : draft));
    const parsed = parseSettlement({ title: '确认', otherProposals: null, following: null, items: [item] });
    if (!parsed.ok) throw new Error(parsed.issues.join('\n'));
    const { revisions } = settleBreakdown(parsed.value, { ...drafted, drafts });
    expect(revisions[0]?.draft.items).toMatchObject([{ title: '5G基站建设', follows: [{ taskNumber: '16' }] }]);
  });

  it.each([
    { what: 'a point that is not open', rollOver: { point: 'roll-over/2022/99/1', task: '1', quote: null } },
    { what: 'a task that is not there', rollOver: { point: points[0]?.id ?? '', task: '99', quote: null } },
    { what: 'words that no item has', rollOver: { point: points[0]?.id ?? '', task: '1', quote: '无人机' } },
    { what: 'neither a task nor words', rollOver: { point: points[0]?.id ?? '', task: null, quote: null } },
  ])('is refused for $what', ({ rollOver }) => {
    expect(() => settled({ rollOvers: [{ ...rollOver, ...link }] })).toThrow(
      expect.objectContaining({ code: 'settlement-mismatch' }),
    );
  });
});
