import { type SearchAttributePair, defineSearchAttributeKey } from '@temporalio/common';

/** The plan that a workflow belongs to. Codes only: search attributes are never encrypted. */
export const planAttribute = defineSearchAttributeKey('DubanPlan', 'KEYWORD');

/** `running`, or `needs-attention` while a chain is parked: what operators look for. */
export const stateAttribute = defineSearchAttributeKey('DubanState', 'KEYWORD');

/** Every attribute that a server must know before the first workflow starts. */
export const searchAttributes = [planAttribute, stateAttribute] as const;

/** The attributes with which a plan's workflows start. */
export function attributesOf(planId: string): SearchAttributePair[] {
  return [
    { key: planAttribute, value: planId },
    { key: stateAttribute, value: 'running' },
  ];
}
