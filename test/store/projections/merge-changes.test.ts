import { describe, expect, it } from 'vitest';
import { mergeChanges } from '../../../store/projections/merge-changes.ts';
import { type RowChange, patch, put } from '../../../store/projections/row-change.ts';
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
