import type { OpinionDecision } from '../plan/plan-state.ts';
import type { PlainDate } from '../plain-date.ts';
import type { BreakdownTask } from './breakdown-data.ts';
import type { PaperHead } from './paper-head.ts';

/** The draft that goes to the units 征求意见稿. */
export interface ConsultationData {
  readonly head: PaperHead;
  /** Whose answer is asked: one unit, or all units with tasks. */
  readonly units: readonly string[];
  /** Null before the consultation has begun. */
  readonly due: PlainDate | null;
  readonly draftVersion: number;
  readonly tasks: readonly BreakdownTask[];
}

/** An opinion with what the office decided on it. */
export interface AdoptionRow {
  readonly unit: string;
  readonly taskNumber: string;
  readonly taskTitle: string;
  readonly opinion: string;
  readonly decision: 'none' | OpinionDecision;
  readonly reason: string;
}

/** What became of the consultation 意见采纳情况表. */
export interface AdoptionData {
  readonly head: PaperHead;
  readonly consulted: readonly string[];
  readonly withoutOpinion: readonly string[];
  readonly withOpinions: readonly string[];
  /** 逾期未反馈: silence is never consent. */
  readonly lapsed: readonly string[];
  readonly rows: readonly AdoptionRow[];
}
