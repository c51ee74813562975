import type { FindingMethod, FindingOutcome } from './finding-state.ts';

/** The ways of checking as users read them, in the order in which forms offer them. */
export const findingMethodNames: Readonly<Record<FindingMethod, string>> = {
  documents: '查阅资料',
  telephone: '电话',
  'on-site': '实地',
};

/** The conclusions as users read them. */
export const findingOutcomeNames: Readonly<Record<FindingOutcome, string>> = {
  confirmed: '属实',
  partly: '部分属实',
  unfounded: '不属实',
};
