import type { Letter, LetterKind } from '../ledger/letter.ts';
import { factText } from './letter-facts.ts';

/** Path of the page on which the receiver acts on a letter, below the public address. */
export function letterPage(
  planId: string,
  { kind, receiver, facts }: Pick<Letter, 'kind' | 'receiver' | 'facts'>,
): string {
  const plan = `/plans/${encodeURIComponent(planId)}`;
  const part = (name: string): string => encodeURIComponent(factText(facts, name));
  switch (pages[kind]) {
    case 'consultation':
      return `${plan}/consultation`;
    case 'approval':
      return `${plan}/approval`;
    case 'summary':
      return `${plan}/summary`;
    case 'receipt':
      return `${plan}/receipt`;
    case 'return': {
      const unit = encodeURIComponent(factText(facts, 'unitId') || receiver.unitId);
      const isWhole = part('period') !== '' && part('obligationKind') !== '';
      return isWhole ? `${plan}/returns/${unit}/${part('period')}/${part('obligationKind')}` : plan;
    }
    case 'sheet':
      return part('sheetId') === '' ? plan : `${plan}/sheets/${part('sheetId')}`;
    case 'task':
      return part('taskId') === '' ? plan : `${plan}/tasks/${part('taskId')}`;
    case 'order':
      return `${plan}/orders/${part('orderId')}`;
    case 'plan':
      return plan;
  }
}

type Page = 'consultation' | 'approval' | 'summary' | 'receipt' | 'return' | 'task' | 'sheet' | 'order' | 'plan';

const pages: Readonly<Record<LetterKind, Page>> = {
  'consultation-begun': 'consultation',
  'consultation-reminder': 'consultation',
  'consultation-lapsed': 'consultation',
  'opinion-received': 'consultation',
  'opinion-decided': 'consultation',
  'approval-asked': 'approval',
  'breakdown-decided': 'approval',
  'notice-issued': 'receipt',
  'receipt-reminder': 'receipt',
  'receipt-listed': 'receipt',
  'notice-amended': 'receipt',
  'amendment-reminder': 'receipt',
  'amendment-listed': 'receipt',
  'obligation-reminder': 'return',
  'obligation-overdue': 'return',
  'rows-sent-back': 'return',
  'rows-accepted': 'return',
  'review-due': 'return',
  'review-overdue': 'return',
  'row-handed-over': 'return',
  'approval-due': 'return',
  'approval-refused': 'return',
  'statement-possible': 'task',
  'task-ended': 'task',
  'sheet-asked': 'sheet',
  'sheet-refused': 'sheet',
  'sheet-act-refused': 'sheet',
  'finding-opened': 'task',
  'finding-stated': 'task',
  'finding-unanswered': 'task',
  'finding-concluded': 'task',
  'light-decided': 'task',
  'objection-filed': 'task',
  'objection-due': 'task',
  'objection-overdue': 'task',
  'objection-answered': 'task',
  'objection-withdrawn': 'task',
  'change-asked': 'task',
  'change-decided': 'task',
  'task-assigned': 'task',
  'instruction-given': 'task',
  'promise-due': 'task',
  'slips-withheld': 'plan',
  'slip-to-confirm': 'order',
  'slip-sent': 'order',
  'order-proposed': 'order',
  'order-proposal-refused': 'order',
  'order-opened': 'order',
  'order-answer-due': 'order',
  'order-answered': 'order',
  'order-answer-returned': 'order',
  'order-answer-overdue': 'order',
  'order-undelivered': 'order',
  'step-recorded': 'order',
  'order-closed': 'order',
  'endings-decided': 'task',
  'statistics-due': 'task',
  'summary-asked': 'summary',
  'summary-decided': 'summary',
  'needs-attention': 'return',
};
