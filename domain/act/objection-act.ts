import type { ObjectionOutcome } from '../objection/objection-target.ts';
import type { DecidableLight } from '../task/finding/decidable-light.ts';

/** What a unit objects to; which decision on it that is, the ledger says. */
export type ObjectionAbout =
  | { readonly kind: 'row'; readonly taskId: string; readonly obligationId: string; readonly subjectId: string }
  | { readonly kind: 'light'; readonly taskId: string; readonly subjectId: string }
  | { readonly kind: 'finding'; readonly taskId: string; readonly findingId: string }
  | { readonly kind: 'order'; readonly orderId: string };

/** What people do about an objection. */
export type ObjectionPersonAct =
  | { readonly type: 'fileObjection'; readonly about: ObjectionAbout; readonly grounds: string }
  | {
      readonly type: 'answerObjection';
      readonly objectionId: string;
      readonly outcome: ObjectionOutcome;
      readonly light: DecidableLight | null;
      readonly reason: string;
    }
  | { readonly type: 'withdrawObjection'; readonly objectionId: string; readonly reason: string };
