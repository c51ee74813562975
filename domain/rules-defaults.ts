import { canonicalText } from './canonical.ts';
import type { Rules } from './rules.ts';

// Limits that came after version 1 of duban: rules that were registered before do not say them.
const laterLimits = {
  slipWorkingDaysAfterDue: 5,
  slipsAutomatic: false,
  slipAnswerWorkingDays: 3,
  orderProposedWorkingDaysAfter: 1,
  orderAnswerWorkingDays: 5,
  orderDecisionWorkingDays: 2,
  extensionsByOffice: 1,
  changeDecisionWorkingDays: 5,
  findingStatementWorkingDays: 5,
  objectionCalendarDays: 30,
  objectionAnswerWorkingDays: 20,
  numberWords: { slip: '办催', order: '办督', letter: '办函' },
} as const satisfies Partial<Rules>;

/** Rules as they were registered, whatever limits were known then: a missing one is what duban proposes today. */
export type RegisteredRules = Omit<Rules, keyof typeof laterLimits> & Partial<Pick<Rules, keyof typeof laterLimits>>;

/** Completes rules of any age. */
export function completeRules(registered: RegisteredRules): Rules {
  return { ...laterLimits, ...registered };
}

/** Whether rules say what was registered: of a limit that was not known then, what it is completed with. */
export function areSameRules(registered: RegisteredRules, rules: Rules): boolean {
  return canonicalText(completeRules(registered)) === canonicalText(rules);
}
