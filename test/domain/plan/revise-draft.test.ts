import { describe, expect, it } from 'vitest';
import { plainDate } from '../../../domain/plain-date.ts';
import { withItemSaid, withTaskSaid } from '../../../domain/plan/revise-draft.ts';
import type { TaskDraft } from '../../../domain/plan/task-draft.ts';

const draft: TaskDraft = {
  taskId: 't',
  number: '3',
  group: '数字应用',
  title: '建设平台',
  span: [0, 10],
  parties: [
    { unitId: 'a', role: 'lead', order: 0, basis: 'named' },
    { unitId: 'b', role: 'support', order: 1, basis: 'named' },
  ],
  items: [
    {
      id: '1',
      quote: '建成平台5个',
      span: [2, 8],
      unitId: 'a',
      kind: 'number',
      title: '建成平台5个',
      target: { value: 5, unit: '个', comparator: '=' },
      commitment: 'binding',
      due: plainDate('2022-12-31'),
      dueBasis: 'derived',
      tracked: false,
      shares: [{ unitId: 'b', value: 5 }],
    },
  ],
};
const text = '建设平台，建成平台5个。举办活动3场。';
const said = {
  title: '建成平台',
  unitId: 'b',
  target: null,
  commitment: 'striving',
  due: plainDate('2022-11-30'),
  dueBasis: 'stated',
  tracked: false,
} as const;

describe('a task of the breakdown that the office writes by hand', () => {
  it('keeps the basis of the units that stay, and marks who is new as added', () => {
    const parties = [
      { unitId: 'b', role: 'lead' },
      { unitId: 'c', role: 'support' },
    ] as const;
    expect(withTaskSaid(draft, { title: '建设一批平台', parties })).toMatchObject({
      title: '建设一批平台',
      parties: [
        { unitId: 'b', role: 'lead', order: 0, basis: 'named' },
        { unitId: 'c', role: 'support', order: 1, basis: 'added' },
      ],
    });
  });

  it('keeps the quote and the place of an item whose words change, and drops the shares of a number that is none', () => {
    expect(withItemSaid(draft, { itemId: '1', item: said }, text).items).toMatchObject([
      { id: '1', quote: '建成平台5个', span: [2, 8], kind: 'deliverable', due: '2022-11-30', unitId: 'b', shares: [] },
    ]);
  });

  it('gives an item that nobody read from the notice the next number and no place', () => {
    const target = { value: 3, unit: '场', comparator: '>=' } as const;
    expect(
      withItemSaid(draft, { itemId: null, item: { ...said, title: '举办活动3场', target } }, text).items[1],
    ).toMatchObject({
      id: '2',
      span: null,
      quote: '举办活动3场',
      kind: 'number',
    });
  });

  it('leaves an item out, and refuses one that it does not have', () => {
    expect(withItemSaid(draft, { itemId: '1', item: null }, text).items).toEqual([]);
    expect(() => withItemSaid(draft, { itemId: '7', item: said }, text)).toThrow('没有编号为7的具体事项');
  });

  it('stands at its words in the notice, in its own passage only, and nowhere where it has none', () => {
    const wide = { ...draft, span: [0, text.length] } as const;
    const item = { ...said, quote: '举办活动3场' };
    const [added] = withItemSaid({ ...wide, items: [] }, { itemId: null, item }, text).items;
    expect(added).toMatchObject({ quote: '举办活动3场', title: '建成平台', span: [12, 18] });
    expect(text.slice(...(added?.span ?? [0, 0]))).toBe('举办活动3场');
    expect(() => withItemSaid(draft, { itemId: '1', item }, text)).toThrow('第3项任务的原文中没有“举办活动3场”');
    expect(withItemSaid(draft, { itemId: '1', item: { ...said, quote: ' ' } }, text).items).toMatchObject([
      { quote: '建成平台', span: null },
    ]);
    expect(withItemSaid(draft, { itemId: '1', item: said }, text).items).toMatchObject([
      { quote: '建成平台5个', span: [2, 8] },
    ]);
  });

  it('takes other shares of its target, and keeps those it has where none are said', () => {
    const target = { value: 8, unit: '个', comparator: '>=' } as const;
    const shares = [{ unitId: 'b', value: 8 }];
    const written = (more: object) =>
      withItemSaid(draft, { itemId: '1', item: { ...said, target, ...more } }, text).items[0]?.shares;
    expect(written({})).toEqual([{ unitId: 'b', value: 5 }]);
    expect(written({ shares })).toEqual(shares);
    expect(written({ target: null, shares })).toEqual([]);
  });
});
