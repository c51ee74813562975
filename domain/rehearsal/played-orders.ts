import type { Period } from '../calendar/quarter.ts';
import type { OrderStep } from '../order/order-state.ts';
import type { OrderKind } from '../order/paper-form.ts';
import type { PlainDate } from '../plain-date.ts';
import type { UrgingChannel } from '../task/urging/urging-event.ts';

/** Which paper something is about: the unit's slip of a quarter, or the order that followed it. */
interface OfPaper {
  readonly unit: string;
  readonly period: Period;
  readonly on: OrderKind;
  /** Which answer to it, from 1; absent means the first. */
  readonly round?: number | undefined;
}

/** How a unit answers, in working days from the day on which the paper went out. */
export interface PlayedAnswer extends OfPaper {
  readonly workingDaysAfter: number;
  readonly text: string;
}

/** An answer that is not enough. */
export interface PlayedAnswerReturn extends OfPaper {
  readonly reason: string;
}

/** Who opens a proposed order, in working days from the proposal, and what it demands. */
export interface PlayedOpening {
  readonly unit: string;
  readonly period: Period;
  readonly by: 'supervisor' | 'leader';
  readonly workingDaysAfter: number;
  readonly demand: string;
}

/** A bulletin or an interview above an order. */
export interface PlayedStep {
  readonly unit: string;
  readonly period: Period;
  readonly step: OrderStep;
  readonly on: PlainDate;
  readonly outcome: string;
}

/** The office urges a unit by hand about what it owes of one kind; one urging a unit and day. */
export interface PlayedUrging {
  readonly unit: string;
  readonly kind: 'stagePlan' | 'contribution' | 'districtFigures' | 'progress';
  readonly period: Period | 'plan';
  readonly on: PlainDate;
  readonly channel: UrgingChannel;
  readonly reached: string;
  readonly promise: { readonly text: string; readonly by: PlainDate } | null;
  readonly delivers: boolean;
}

/** Urging and escalation as they are played; whatever is not said here is left undone. */
export interface PlayedOrders {
  /** Working days from the draft of a slip until the office confirms it. */
  readonly confirmWorkingDaysAfter: number;
  /** Working days from an answer until it is reviewed; what is not returned is accepted. */
  readonly reviewWorkingDaysAfter: number;
  readonly openings: readonly PlayedOpening[];
  readonly answers: readonly PlayedAnswer[];
  readonly returns: readonly PlayedAnswerReturn[];
  readonly steps: readonly PlayedStep[];
  readonly urgings: readonly PlayedUrging[];
}
