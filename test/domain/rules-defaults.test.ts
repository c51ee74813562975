import { describe, expect, it } from 'vitest';
import { areSameRules, completeRules } from '../../domain/rules-defaults.ts';
import shipped from '../../seeds/rules/default.json' with { type: 'json' };

const { orderDecisionWorkingDays, ...earlier } = shipped;

describe('rules that were registered before a limit was known', () => {
  it('are completed with the limit that duban ships', () => {
    expect(completeRules(earlier)).toEqual(shipped);
  });

  it('are the same as those that name this limit, and others than those that name another', () => {
    expect(areSameRules(earlier, shipped)).toBe(true);
    expect(areSameRules(earlier, { ...shipped, orderDecisionWorkingDays: orderDecisionWorkingDays + 1 })).toBe(false);
  });
});
