import { describe, expect, it } from 'vitest';
import { type Origin, originAt, placeText } from '../../documents/origin.ts';

const origins: readonly Origin[] = [
  { start: 2, place: { kind: 'paragraph', paragraph: 1 } },
  { start: 10, place: { kind: 'table-cell', table: 1, row: 2, column: 3 } },
  { start: 15, place: { kind: 'sheet-cell', sheet: '表', cell: 'C5' } },
];

describe('the place that a character comes from', () => {
  it.each([
    { offset: 0, place: null },
    { offset: 2, place: '第1段' },
    { offset: 9, place: '第1段' },
    { offset: 10, place: '第1个表格第2行第3列' },
    { offset: 400, place: '工作表“表”单元格C5' },
  ])('is $place at $offset', ({ offset, place }) => {
    const found = originAt(origins, offset);
    expect(found === null ? null : placeText(found)).toBe(place);
  });
});
