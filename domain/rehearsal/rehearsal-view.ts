import type { PersonActor, Seat } from '../actor.ts';
import type { Period } from '../calendar/quarter.ts';
import type { Instant } from '../instant.ts';
import type { OrderPhase, OrderStep } from '../order/order-state.ts';
import type { OrderKind } from '../order/paper-form.ts';
import type { PlainDate } from '../plain-date.ts';
import type { ObjectionTarget } from '../objection/objection-target.ts';
import type { OpinionDecision, PlanPhase } from '../plan/plan-state.ts';
import type { TaskDraft } from '../plan/task-draft.ts';
import type { SheetPhase } from '../sheet/sheet-state.ts';
import type { ChangeDecider } from '../task/change/change-state.ts';
import type { DecidedEnding, NamedEnding } from '../task/ending/row-ending.ts';
import type { ObligationKind, RowPlan, Subject } from '../task/task-state.ts';

/** A unit of the rehearsed plan with the people who act for it. */
export interface ViewedUnit {
  readonly unitId: string;
  readonly key: string;
  readonly name: string;
  readonly answer: 'none' | 'no-opinion' | 'opinions' | 'lapsed';
  readonly receipted: boolean;
  readonly officer: PersonActor | null;
  readonly head: PersonActor | null;
  /** What the unit files with its receipt, in words. */
  readonly contacts: string;
}

/** One row that a unit still has to fill in. */
export interface ViewedRow {
  readonly taskId: string;
  readonly taskNumber: string;
  readonly subjectId: string;
  readonly kind: Subject['kind'];
  readonly title: string;
  readonly target: Subject['target'];
  readonly due: PlainDate;
  readonly plan: RowPlan | null;
  readonly previousValue: number | null;
  /** The row belongs to the last quarter's return and asks for its ending. */
  readonly asksEnding?: boolean;
  /** The row was sent back with this version. */
  readonly sentBack: boolean;
}

/** What a unit owes of one kind for one period. */
export interface ViewedReturn {
  readonly unitId: string;
  readonly kind: ObligationKind;
  readonly period: Period | 'plan';
  /** Of the rows that are open; for rows that came back the day by which they are due again. */
  readonly due: PlainDate;
  /** When rows were sent back last; null for a first version. */
  readonly sentBackOn: PlainDate | null;
  /** Version that the next save opens or goes on with. */
  readonly version: number;
  readonly stage: 'open' | 'saved' | 'asked';
  readonly rows: readonly ViewedRow[];
  readonly obligations: readonly { readonly taskId: string; readonly obligationIds: readonly string[] }[];
}

/** A submitted version that the office has to review. */
export interface ViewedReview {
  readonly unitId: string;
  readonly kind: ObligationKind;
  readonly period: Period | 'plan';
  readonly version: number;
  readonly submittedAt: Instant;
  readonly makers: readonly string[];
  /** Who sent back rows that an upheld objection brought back to review: somebody else reviews them. */
  readonly notBy: readonly string[];
  readonly rows: readonly Pick<ViewedRow, 'taskId' | 'taskNumber' | 'subjectId' | 'title'>[];
}

/** An opinion that came in. */
export interface ViewedOpinion {
  readonly id: string;
  readonly unitKey: string;
  readonly taskNumber: string;
  readonly decision: 'none' | OpinionDecision;
}

/** A row of a task whose last reports are in, or will not come any more. */
export interface ViewedEndingRow extends Pick<Subject, 'kind' | 'title' | 'target'> {
  readonly subjectId: string;
  readonly unitKey: string;
  readonly claim: NamedEnding | null;
  readonly ending: DecidedEnding | null;
  readonly makers: readonly string[];
}

/** A task of which the office may decide how its rows end. */
export interface ViewedEnding {
  readonly taskId: string;
  readonly taskNumber: string;
  readonly acceptedOn: PlainDate;
  /** Every last report is accepted; otherwise one is overdue and may never come. */
  readonly isReported: boolean;
  readonly rows: readonly ViewedEndingRow[];
}

/** A finding as those see it who state on it, conclude it or object to it. */
export interface ViewedFinding {
  readonly findingId: string;
  readonly taskId: string;
  readonly taskNumber: string;
  readonly subjectId: string;
  readonly unitId: string;
  readonly phase: 'open' | 'concluded' | 'withdrawn';
  readonly openedOn: PlainDate;
  readonly statementDue: PlainDate;
  readonly isStated: boolean;
  /** When its conclusion was fed back; null before. */
  readonly concludedOn: PlainDate | null;
}

/** An objection; an open one waits for its answer. */
export interface ViewedObjection {
  readonly objectionId: string;
  readonly phase: 'open' | 'answered' | 'withdrawn';
  readonly target: ObjectionTarget;
  readonly unitId: string;
  readonly filedOn: PlainDate;
  readonly answerDue: PlainDate;
  /** None of them may answer. */
  readonly firstDeciders: readonly string[];
}

/** A slip or an order that has not ended, with what its next step is counted from. */
export interface ViewedOrder {
  readonly orderId: string;
  /** Where it comes from, as in `slip/<unit>/2022Q3` or `slip/<unit>/2022Q3/order`. */
  readonly path: string;
  readonly kind: OrderKind;
  readonly unitId: string;
  readonly phase: OrderPhase;
  readonly begunOn: PlainDate;
  readonly sentOn: PlainDate | null;
  readonly answerDue: PlainDate | null;
  readonly answeredOn: PlainDate | null;
  /** How many answers came so far. */
  readonly answers: number;
  /** What is on record above it. */
  readonly steps: readonly OrderStep[];
}

/** An issued task with what people name when they ask for a change, check a row or object. */
export interface ViewedTask {
  readonly taskId: string;
  readonly number: string;
  readonly subjects: readonly (Pick<ViewedRow, 'subjectId' | 'kind' | 'title'> & { readonly unitId: string })[];
  readonly obligations: readonly {
    readonly obligationId: string;
    readonly unitId: string;
    readonly kind: ObligationKind;
    readonly period: Period | 'plan';
  }[];
}

/** A change that was asked for. */
export interface ViewedChange {
  readonly changeId: string;
  readonly state: 'pending' | 'granted' | 'refused' | 'withdrawn' | 'lapsed';
  readonly decider: ChangeDecider;
}

/** A sheet 审签单 by its key. */
export interface ViewedSheet {
  readonly key: string;
  readonly phase: SheetPhase;
  readonly version: number;
}

/** An authorisation of a deputy, past and coming ones included. */
export interface ViewedDeputy {
  readonly unitId: string;
  readonly seat: Seat;
  readonly deputyId: string;
  readonly validFrom: PlainDate;
}

/** All that simulated people look at before they act; plain data, read at one moment. */
export interface RehearsalView {
  readonly planId: string;
  readonly phase: PlanPhase;
  readonly instant: Instant;
  readonly issuedAt: Instant | null;
  /** The limit of the receipt; null before the issue. */
  readonly receiptDue: PlainDate | null;
  readonly openPoints: number;
  readonly units: readonly ViewedUnit[];
  readonly opinions: readonly ViewedOpinion[];
  /** Drafts of tasks with opinions; only during the consultation. */
  readonly drafts: readonly TaskDraft[];
  readonly returns: readonly ViewedReturn[];
  readonly reviews: readonly ViewedReview[];
  readonly endings: readonly ViewedEnding[];
  /** Empty before the issue. */
  readonly tasks: readonly ViewedTask[];
  readonly changes: readonly ViewedChange[];
  readonly sheets: readonly ViewedSheet[];
  readonly deputies: readonly ViewedDeputy[];
  readonly findings: readonly ViewedFinding[];
  readonly objections: readonly ViewedObjection[];
  readonly orders: readonly ViewedOrder[];
  /** Which units were urged by hand 人工催办, and when. */
  readonly urgings: readonly { readonly unitId: string; readonly on: PlainDate }[];
  readonly supervisors: readonly PersonActor[];
  /** The year's summary; null before the issue. */
  readonly summary: {
    readonly undecided: number;
    readonly askedAt: Instant | null;
    readonly approvedAt: Instant | null;
  } | null;
  /** People of the office with the units in which they hold other seats: who sits in the unit does not review it. */
  readonly office: readonly { readonly actor: PersonActor; readonly otherUnitIds: readonly string[] }[];
  readonly leader: PersonActor | null;
}
