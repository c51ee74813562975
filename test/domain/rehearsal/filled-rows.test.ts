import { describe, expect, it } from 'vitest';
import { period } from '../../../domain/calendar/quarter.ts';
import { plainDate } from '../../../domain/plain-date.ts';
import { chance, pick } from '../../../domain/rehearsal/chance.ts';
import { filledRows } from '../../../domain/rehearsal/filled-rows.ts';
import type { ViewedReturn } from '../../../domain/rehearsal/rehearsal-view.ts';
import type { ReplacedRow } from '../../../domain/rehearsal/scenario.ts';
import { readScenario } from '../../../seeds/scenario-files.ts';
import { owed, row } from './rehearsal-views.ts';

const third = period('2022Q3');

function fill(name: string, unitKey: string, facts: Partial<ViewedReturn>, replaced: readonly ReplacedRow[] = []) {
  const of = owed(unitKey, { period: third, ...facts });
  const filling = { unitKey, unitName: unitKey, of, issuedOn: plainDate('2022-08-22'), replaced };
  return filledRows(readScenario(name), filling);
}

const stations = row({
  taskNumber: '16',
  subjectId: '1',
  kind: 'number',
  title: '新建5G基站1400个',
  target: { value: 1400, unit: '个', comparator: '>=' },
});

/** The row of the item that seeds call `key`, by the title that the settlement gives it. */
function itemRow(name: string, task: string, key: string) {
  const title = readScenario(name).items.find((item) => item.task === task && item.key === key)?.title ?? '';
  return row({ taskNumber: task, subjectId: '1', kind: 'deliverable', title });
}

describe('rows that simulated people fill in', () => {
  it('say what the demonstration has for the unit, the task and the quarter', () => {
    const item = itemRow('ordinary', '14', 'chengguan');
    const [filled] = fill('ordinary', 'chengguanju', { rows: [item] });
    expect(filled?.texts.done?.length).toBeGreaterThan(20);
    expect(filled?.texts.problem).toBeDefined();
    expect(filled).toMatchObject({ plan: null, complete: false });
  });

  it('say in a scenario of their own what it puts in the place of the demonstration', () => {
    const item = itemRow('many-leads', '14', 'chengguan');
    const [filled] = fill('many-leads', 'chengguanju', { rows: [item] });
    expect(filled?.texts.done).toContain('整合方案形成初稿，尚未通过评审');
    expect(filled?.milestonesDone).toEqual([]);
  });

  it('change only what is replaced when a row comes again', () => {
    const item = itemRow('ordinary', '14', 'chengguan');
    const [first] = fill('ordinary', 'chengguanju', { rows: [item] });
    const [again] = fill('ordinary', 'chengguanju', { rows: [item] }, [
      { task: '14', item: 'chengguan', next: '逐周报送。' },
    ]);
    expect(again).toEqual({ ...first, texts: { ...first?.texts, next: '逐周报送。' } });
  });

  it('still find their item by the title that a revision gave it', () => {
    const item = itemRow('consultation', '17', 'sheji');
    const revised = { ...item, title: '完成G312宁镇段智慧公路施工图设计并通过审查' };
    const plan = (rows: ViewedReturn['rows']) =>
      fill('consultation', 'jiaotongju', { kind: 'stage-plan', period: 'plan', rows })[0]?.plan;
    expect(plan([revised])?.milestones).toHaveLength(3);
    expect(plan([revised])).toEqual(plan([item]));
  });

  it('give each district the figure of its scenario', () => {
    const item = { ...stations, title: itemRow('district-shares', '16', 'jizhan').title };
    const value = (unit: string) => fill('district-shares', unit, { kind: 'district-figures', rows: [item] })[0]?.value;
    expect([value('danyang'), value('gaoxinqu')]).toEqual([246, 62]);
  });

  it('are made from the row itself where no demonstration knows it, the same every time', () => {
    const unknown = row({ taskNumber: '99', title: '建成智慧码头' });
    const [filled] = fill('ordinary', 'gongxinju', { rows: [unknown] });
    expect(filled?.texts.done).toContain('建成智慧码头');
    expect(fill('ordinary', 'gongxinju', { rows: [unknown] })[0]).toEqual(filled);
  });
});

describe('chance', () => {
  it('depends on the seed and the path alone, and stays below one', () => {
    expect(chance(1, 'a')).toBe(chance(1, 'a'));
    expect(chance(1, 'a')).not.toBe(chance(2, 'a'));
    expect(chance(1, 'a')).not.toBe(chance(1, 'b'));
    const all = Array.from({ length: 200 }, (_, index) => chance(7, `path/${index}`));
    expect(all.every((each) => each >= 0 && each < 1)).toBe(true);
  });

  it('picks every one of few numbers in a few dozen tries', () => {
    const picked = new Set(Array.from({ length: 60 }, (_, index) => pick(7, `path/${index}`, 3)));
    expect(picked).toEqual(new Set([0, 1, 2]));
  });
});
