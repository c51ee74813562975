import { describe, expect, it } from 'vitest';
import { mergeChanges } from '../../../store/projections/merge-changes.ts';
import { type RowChange, patch, put, remove } from '../../../store/projections/row-change.ts';
import { changeStatements } from '../../../store/projections/write-changes.ts';

const rules = (version: number, reason: string): RowChange =>
  put('rule_set', { registry: 'registry', version, rules: {}, reason });

describe('changes of rows', () => {
  it('come down to the last word on each row', () => {
    const changes = [
      rules(1, 'one'),
      rules(2, 'two'),
      patch('rule_set', { registry: 'registry', version: 1, reason: 'three' }),
      rules(2, 'four'),
    ];
    expect(mergeChanges(changes).get('rule_set')).toEqual([rules(1, 'three'), rules(2, 'four')]);
  });

  it('stay a patch where the row was put before', () => {
    const changes = [
      patch('rule_set', { registry: 'registry', version: 1, reason: 'one' }),
      patch('rule_set', { registry: 'registry', version: 1, rules: { a: 1 } }),
    ];
    const merged = { registry: 'registry', version: 1, reason: 'one', rules: { a: 1 } };
    expect(mergeChanges(changes).get('rule_set')).toEqual([patch('rule_set', merged)]);
  });

  it('take a row away with what was said of it, and put it anew where it comes back', () => {
    const key = { registry: 'registry', version: 1 };
    const later = patch('rule_set', { ...key, reason: 'late' });
    expect(mergeChanges([rules(1, 'one'), remove('rule_set', key), later]).get('rule_set')).toEqual([
      remove('rule_set', key),
    ]);
    expect(mergeChanges([remove('rule_set', key), rules(1, 'two')]).get('rule_set')).toEqual([rules(1, 'two')]);
    const statements = changeStatements([rules(2, 'two'), remove('rule_set', key)]);
    expect(statements.map(({ removes, rows }) => [removes, rows.length])).toEqual([
      [true, 1],
      [undefined, 1],
    ]);
  });

  it('take one statement a table, and one a set of columns where rows are patched', () => {
    const changes = [
      rules(1, 'one'),
      rules(2, 'two'),
      patch('rule_set', { registry: 'registry', version: 3, reason: 'three' }),
      patch('rule_set', { registry: 'registry', version: 4, reason: 'four' }),
      patch('rule_set', { registry: 'registry', version: 5, rules: {} }),
    ];
    expect(changeStatements(changes).map(({ rows }) => rows.length)).toEqual([2, 2, 1]);
  });
});
