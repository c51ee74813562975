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
    expect(withItemSaid(draft, '1', said).items).toMatchObject([
      { id: '1', quote: '建成平台5个', span: [2, 8], kind: 'deliverable', due: '2022-11-30', unitId: 'b', shares: [] },
    ]);
  });

  it('gives an item that nobody read from the notice the next number and no place', () => {
    const target = { value: 3, unit: '场', comparator: '>=' } as const;
    expect(withItemSaid(draft, null, { ...said, title: '举办活动3场', target }).items[1]).toMatchObject({
      id: '2',
      span: null,
      quote: '举办活动3场',
      kind: 'number',
    });
  });

  it('leaves an item out, and refuses one that it does not have', () => {
    expect(withItemSaid(draft, '1', null).items).toEqual([]);
    expect(() => withItemSaid(draft, '7', said)).toThrow('没有编号为7的具体事项');
  });
});
