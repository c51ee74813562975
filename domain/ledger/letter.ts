import type { PlainDate } from '../plain-date.ts';
import type { Instant } from '../instant.ts';

/** Seats that letters go to; `officer` means officer A, or B as domain.md section 4 says, resolved when the letter is sent. */
export type ReceivingSeat = 'officer' | 'head' | 'writer' | 'office' | 'supervisor' | 'leader';

/** Whom a letter is for: a unit and a seat, never an address; `personId` only where one person is meant (a writer, a reviewer). */
export interface Receiver {
  readonly unitId: string;
  readonly seat: ReceivingSeat;
  readonly personId?: string;
}

/** What a letter says. Its Chinese text is made when it is sent, from the kind and the facts. */
export type LetterKind =
  | 'consultation-begun'
  | 'consultation-reminder'
  | 'consultation-lapsed'
  | 'opinion-received'
  | 'opinion-decided'
  | 'approval-asked'
  | 'breakdown-decided'
  | 'notice-issued'
  | 'receipt-reminder'
  | 'receipt-listed'
  | 'notice-amended'
  | 'amendment-reminder'
  | 'amendment-listed'
  | 'obligation-reminder'
  | 'obligation-overdue'
  | 'rows-sent-back'
  | 'rows-accepted'
  | 'review-due'
  | 'review-overdue'
  | 'row-handed-over'
  | 'approval-due'
  | 'approval-refused'
  | 'statement-possible'
  | 'task-ended'
  | 'sheet-asked'
  | 'sheet-refused'
  | 'sheet-act-refused'
  | 'finding-opened'
  | 'finding-stated'
  | 'finding-unanswered'
  | 'finding-concluded'
  | 'light-decided'
  | 'objection-filed'
  | 'objection-due'
  | 'objection-overdue'
  | 'objection-answered'
  | 'objection-withdrawn'
  | 'change-asked'
  | 'change-decided'
  | 'task-assigned'
  | 'instruction-given'
  | 'promise-due'
  | 'slips-withheld'
  | 'slip-to-confirm'
  | 'slip-sent'
  | 'order-proposed'
  | 'order-proposal-refused'
  | 'order-opened'
  | 'order-answer-due'
  | 'order-answered'
  | 'order-answer-returned'
  | 'order-answer-overdue'
  | 'order-undelivered'
  | 'step-recorded'
  | 'order-closed'
  | 'endings-decided'
  | 'statistics-due'
  | 'summary-asked'
  | 'summary-decided'
  | 'needs-attention';

/** `urgent` is sent at once, whatever the day; `daily` is merged into the person's one mail of a working day. */
export type MergeClass = 'daily' | 'urgent';

/**
 * One letter 消息 to one seat. `key` names the thing it is about within its chain: when that thing ends, letters of this key that
 * are not yet sent are withdrawn. `step` tells apart the letters of one kind about one thing (the offset in working days of a reminder).
 */
export interface Letter {
  readonly kind: LetterKind;
  readonly receiver: Receiver;
  readonly key: string;
  readonly step: string;
  readonly dueAt: Instant;
  readonly mergeClass: MergeClass;
  /** The day on which what the letter is about is due, for sorting and for the text. */
  readonly about: PlainDate | null;
  readonly facts: Readonly<Record<string, string | number>>;
}

/** What an event does to letters. */
export interface LetterChange {
  readonly make: readonly Letter[];
  /** Keys whose unsent letters end. */
  readonly withdraw: readonly string[];
}
