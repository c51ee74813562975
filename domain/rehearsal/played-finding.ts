import type { Period } from '../calendar/quarter.ts';
import type { ObjectionOutcome } from '../objection/objection-target.ts';
import type { PlainDate } from '../plain-date.ts';
import type { DecidableLight } from '../task/finding/decidable-light.ts';
import type { FindingMethod, FindingOutcome } from '../task/finding/finding-state.ts';

/** A row by the unit that answers for it; `item` null is the task as a whole. */
export interface PlayedRow {
  readonly task: string;
  readonly unit: string;
  readonly item: string | null;
}

/** A finding 核查记录 as it is played by the first two supervisors. `key` names it within the plan. */
export interface PlayedFinding extends PlayedRow {
  readonly key: string;
  readonly claim: string;
  readonly method: FindingMethod;
  readonly reportedValue: number | null;
  readonly foundValue: number | null;
  readonly evidence: string;
  readonly openOn: PlainDate;
  /** Null where the unit states nothing. */
  readonly statement: { readonly on: PlainDate; readonly text: string } | null;
  /** Null leaves it open. */
  readonly conclusion: {
    readonly on: PlainDate;
    readonly outcome: FindingOutcome;
    readonly text: string;
    readonly light: DecidableLight | null;
  } | null;
}

/** What a unit objects to: a row that was sent back, a light, a finding by its key, a slip or an order by where it comes from. */
export type PlayedObjected =
  | (PlayedRow & { readonly kind: 'row'; readonly period: Period })
  | (PlayedRow & { readonly kind: 'light' })
  | { readonly kind: 'finding'; readonly finding: string }
  | { readonly kind: 'order'; readonly path: string };

/** An objection 异议 as it is played. */
export interface PlayedObjection {
  readonly unit: string;
  readonly about: PlayedObjected;
  readonly on: PlainDate;
  readonly grounds: string;
  /** Null leaves it unanswered. */
  readonly answer: {
    readonly on: PlainDate;
    readonly outcome: ObjectionOutcome;
    readonly light: DecidableLight | null;
    readonly reason: string;
  } | null;
}
