import { describe, expect, it } from 'vitest';
import { checkCodeOf } from '../../../domain/return/check-code.ts';
import type { ReturnRow } from '../../../domain/return/return-state.ts';
import { actor, entryOf, nothingYet, on, playReturn, rowOf, text } from './return-play.ts';

const at = on('2022-10-08', 10);
const by = actor('officer', 'u');
const openRows = [rowOf('3'), rowOf('18')];
const saved = (value: number | null) =>
  playReturn(nothingYet, 'progress', [
    at,
    { type: 'saveRows', by, rows: [{ taskId: '3', entry: entryOf(['done'], { complete: value !== null }) }], openRows },
  ]).state;

const state = saved(null);
const [first, ...others] = state.rows;
if (first === undefined) throw new Error('nothing was saved');
const withFirst = (change: Partial<ReturnRow>) => ({ ...state, rows: [{ ...first, ...change }, ...others] });
const entry = entryOf(['done']);

describe('the check code of a return', () => {
  it('is ten characters in two groups, the same for the same content', () => {
    expect(checkCodeOf(state)).toMatch(/^[0-9A-F]{5}-[0-9A-F]{5}$/);
    expect(checkCodeOf(saved(null))).toBe(checkCodeOf(state));
  });

  it.each([
    { what: 'a statement that the item is done', changed: withFirst({ entry: { ...entry, complete: true } }) },
    { what: 'a value', changed: withFirst({ entry: { ...entry, value: 7 } }) },
    { what: 'a text', changed: withFirst({ entry: { ...entry, texts: { done: text('other') } } }) },
    {
      what: 'the target that it is measured by',
      changed: withFirst({
        subject: { ...first.subject, target: { value: 9, unit: '个', comparator: '>=' as const } },
      }),
    },
    { what: 'a row more', changed: { ...state, rows: state.rows.slice(1) } },
    {
      what: 'the version',
      changed: { ...state, version: 2, rows: state.rows.map((row) => ({ ...row, version: 2 })) },
    },
  ])('is another with $what', ({ changed }) => {
    expect(checkCodeOf(changed)).not.toBe(checkCodeOf(state));
  });

  it('is the same whoever saved and whatever became of the row', () => {
    expect(checkCodeOf(withFirst({ makers: ['somebody'], state: 'accepted' }))).toBe(checkCodeOf(state));
  });

  it('leaves out rows that an earlier version settled', () => {
    const settled = { ...first, taskId: '25', version: 1 };
    const second = { ...state, version: 2, rows: state.rows.map((row) => ({ ...row, version: 2 })) };
    expect(checkCodeOf({ ...second, rows: [settled, ...second.rows] })).toBe(checkCodeOf(second));
  });
});
