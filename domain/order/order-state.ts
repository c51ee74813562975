import type { Period } from '../calendar/quarter.ts';
import type { Instant } from '../instant.ts';
import type { ContentRef } from '../ledger/event.ts';
import type { PlainDate } from '../plain-date.ts';
import type { PlanClock } from '../plan/plan-state.ts';
import type { OrderRow } from './order-row.ts';
import type { OrderKind, PaperForm } from './paper-form.ts';

/**
 * How far a slip or an order has come. `drafted`: a slip waits for the office; `proposed`: an order waits for the supervisor or a leader;
 * `returned`: an answer was not enough; `lapsed`: none came in time (one may still come); `escalated`: an order was proposed on the slip.
 */
export type OrderPhase =
  | 'none'
  | 'drafted'
  | 'proposed'
  | 'dismissed'
  | 'sent'
  | 'answered'
  | 'returned'
  | 'lapsed'
  | 'escalated'
  | 'closed';

/** Why an order is proposed: always with reasons. */
export type OrderBasis =
  | {
      readonly kind: 'unanswered';
      readonly slipId: string;
      readonly slipNumber: string;
      readonly answerDue: PlainDate;
    }
  | {
      readonly kind: 'answer-returned';
      readonly slipId: string;
      readonly slipNumber: string;
      readonly returnedOn: PlainDate;
      readonly reason: ContentRef;
    }
  | { readonly kind: 'office'; readonly slipId: string | null; readonly reasons: ContentRef };

/** How an order ended: its answer was accepted, it was settled in another way, or it was taken back 撤销. */
export type OrderOutcome = 'accepted' | 'settled' | 'withdrawn';

/** Steps above the order, recorded with their outcome: bulletin 通报, interview 约谈. */
export type OrderStep = 'bulletin' | 'interview';

/** All that a slip or an order begins with. */
export interface OrderStart {
  readonly orderId: string;
  /** Where it comes from within the plan; its id is made of it. */
  readonly path: string;
  readonly planId: string;
  readonly planTitle: string;
  readonly planYear: number;
  readonly clock: PlanClock;
  readonly issuerWord: string;
  readonly officeUnitId: string;
  readonly leadershipUnitId: string;
  /** Where letters to the supervisor go; null where no such unit is registered. */
  readonly supervisionUnitId: string | null;
  readonly kind: OrderKind;
  readonly form: PaperForm;
  readonly unitId: string;
  /** The quarter on whose reports a slip was drafted; null for an order that the office proposes without one. */
  readonly period: Period | null;
  readonly rows: readonly OrderRow[];
  /** Null for a slip, which the calendar drafts. */
  readonly basis: OrderBasis | null;
}

/** One slip or order: the fold of its chain. */
export interface OrderState extends OrderStart {
  readonly phase: OrderPhase;
  readonly lastAt: Instant | null;
  readonly number: string | null;
  readonly sentAt: Instant | null;
  readonly answerDue: PlainDate | null;
  /** From which day the limit of the answer is counted, and in how many working days. */
  readonly answerFrom: { readonly day: PlainDate; readonly workingDays: number } | null;
  /** The slip becomes an order on this day, unless an answer is accepted before. */
  readonly escalateOn: PlainDate | null;
  /** Keys of the letters with the paper that could not be delivered: the clock stands while none of them was. */
  readonly failedKeys: readonly string[];
  /** Persons who proposed it: none of them opens it or reviews its answer. */
  readonly proposers: readonly string[];
  /** Persons who gave or signed an answer: none of them reviews it. */
  readonly answerers: readonly string[];
  readonly answers: number;
  /** The last return of an answer, from which the reasons of an order are made. */
  readonly returned: { readonly on: PlainDate; readonly reason: ContentRef } | null;
  readonly escalatedTo: string | null;
  /** The objection 异议 that is being decided: 复核中. */
  readonly objectionId: string | null;
}

/** The state of a chain without events. */
export const noOrder: OrderState = {
  phase: 'none',
  orderId: '',
  path: '',
  planId: '',
  planTitle: '',
  planYear: 0,
  clock: 'real',
  issuerWord: '',
  officeUnitId: '',
  leadershipUnitId: '',
  supervisionUnitId: null,
  kind: 'slip',
  form: 'slip',
  unitId: '',
  period: null,
  rows: [],
  basis: null,
  lastAt: null,
  number: null,
  sentAt: null,
  answerDue: null,
  answerFrom: null,
  escalateOn: null,
  failedKeys: [],
  proposers: [],
  answerers: [],
  answers: 0,
  returned: null,
  escalatedTo: null,
  objectionId: null,
};
