import type { Period } from '../calendar/quarter.ts';
import type { PlainDate } from '../plain-date.ts';
import type { Target } from '../task/issued-subject.ts';

/** What is asked for; items by their keys, the report or stage plan of a unit by its period. */
export type PlayedTaskChange =
  | { readonly kind: 'extension'; readonly item: string; readonly to: PlainDate }
  | { readonly kind: 'extension'; readonly period: Period | 'plan'; readonly to: PlainDate }
  | { readonly kind: 'target'; readonly item: string; readonly target: Target }
  | { readonly kind: 'decline' | 'suspension' | 'resumption' | 'termination' };

/** A change 变更 of a task as it is played: who asks when, and what is decided. `key` names the request within the plan. */
export interface PlayedChange {
  readonly key: string;
  readonly task: string;
  /** Null where the office proposes it. */
  readonly unit: string | null;
  readonly change: PlayedTaskChange;
  readonly reason: string;
  readonly requestOn: PlainDate;
  /** Null leaves it undecided. */
  readonly decision: {
    readonly on: PlainDate;
    readonly outcome: 'granted' | 'refused';
    readonly reason: string;
    /** Of a granted decline: the unit that takes over. */
    readonly replacement: string | null;
  } | null;
}
