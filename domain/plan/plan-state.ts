import type { PersonActor } from '../actor.ts';
import type { Period } from '../calendar/quarter.ts';
import type { Instant } from '../instant.ts';
import type { PlainDate } from '../plain-date.ts';
import type { AmendmentState } from './amendment/amendment-state.ts';
import type { SummaryState } from './year-end/summary-state.ts';

/** `draft` has no clock and belongs to the store's draft function; from `consultation` on the plan's workflow is the only writer. */
export type PlanPhase = 'none' | 'draft' | 'consultation' | 'approval' | 'approved' | 'issued';

/** A plan runs on real time, or on a stepped clock 演练; chosen at import, fixed for its life. */
export type PlanClock = 'real' | 'stepped';

/** How far one unit of the plan has come. */
export interface PlanUnit {
  /** Tasks on which the unit is a party; 0 once a revision took its last. */
  readonly tasks: number;
  readonly answer: 'none' | 'no-opinion' | 'opinions' | 'lapsed';
  /** Last day of the unit's own consultation; null before it is consulted. */
  readonly answerDue: PlainDate | null;
  readonly receiptedAt: Instant | null;
}

/** One opinion 有意见 on one task, and what the office decided 采纳情况. */
export interface Opinion {
  readonly id: string;
  readonly unitId: string;
  readonly taskNumber: string;
  /** The person who gave it: they do not decide on it. */
  readonly by: string;
  readonly decision: 'none' | OpinionDecision;
}

/** 采纳, 部分采纳, 未采纳. */
export type OpinionDecision = 'adopted' | 'partly-adopted' | 'refused';

/** Something that time does in a plan's chain. */
export interface PlanWake {
  readonly on: PlainDate;
  readonly does: 'lapse-consultation' | 'list-receipts' | 'begin-slips' | 'list-amendments';
}

/** The life of a plan as its workflow needs it: without the breakdown, which may hold any number of tasks. */
export interface PlanState {
  readonly phase: PlanPhase;
  readonly planId: string;
  readonly clock: PlanClock;
  readonly title: string;
  readonly documentNumber: string | null;
  readonly planYear: number;
  /** Where letters to the coordination office and to the leader go. */
  readonly officeUnitId: string;
  readonly leadershipUnitId: string;
  readonly lastAt: Instant | null;
  /** Counts revisions of the breakdown: a revision names the one it was made on. */
  readonly draftVersion: number;
  readonly taskCount: number;
  /** Open points that still wait for a decision. */
  readonly openPoints: readonly string[];
  readonly units: Readonly<Record<string, PlanUnit>>;
  readonly consultation: { readonly begunAt: Instant; readonly due: PlainDate } | null;
  readonly opinions: readonly Opinion[];
  readonly askedBy: PersonActor | null;
  /** Persons who imported, settled or revised the breakdown: none of them may approve it. */
  readonly makers: readonly string[];
  readonly approvedAt: Instant | null;
  readonly issuedAt: Instant | null;
  readonly issuedBy: PersonActor | null;
  readonly receiptDue: PlainDate | null;
  readonly startedTasks: number;
  readonly wakes: readonly PlanWake[];
  /** Days ahead on which slips are drafted. */
  readonly slipDays: readonly { readonly period: Period; readonly on: PlainDate }[];
  /** Quarters whose slips are being drafted, with the key of the unit up to which they are. */
  readonly slipsDue: readonly { readonly period: Period; readonly on: PlainDate; readonly after: string | null }[];
  /** New versions of the notice since its issue 文件修改, in their order. */
  readonly amendments: readonly AmendmentState[];
  readonly rulesVersion: number;
  /** The year's summary, from the day on which the office asks for its approval. */
  readonly summary: SummaryState | null;
}

/** The state of a chain without events. */
export const noPlan: PlanState = {
  phase: 'none',
  planId: '',
  clock: 'real',
  title: '',
  documentNumber: null,
  planYear: 0,
  officeUnitId: '',
  leadershipUnitId: '',
  lastAt: null,
  draftVersion: 0,
  taskCount: 0,
  openPoints: [],
  units: {},
  consultation: null,
  opinions: [],
  askedBy: null,
  makers: [],
  approvedAt: null,
  issuedAt: null,
  issuedBy: null,
  receiptDue: null,
  startedTasks: 0,
  wakes: [],
  slipDays: [],
  slipsDue: [],
  amendments: [],
  rulesVersion: 0,
  summary: null,
};
