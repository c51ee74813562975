import type { PersonActor } from '../../actor.ts';
import type { NoticeAmended } from './amendment-event.ts';

/** The office records a new version of the notice, compared with the version that `follows` names; null for the one that was issued. */
export interface AmendNotice extends Pick<
  NoticeAmended,
  'amendmentId' | 'title' | 'documentNumber' | 'originalHash' | 'textHash' | 'differencesHash' | 'units'
> {
  readonly type: 'amendNotice';
  readonly by: PersonActor;
  readonly follows: string | null;
}

/** A unit's receipt of what changed for it. */
export interface ReceiptAmendment {
  readonly type: 'receiptAmendment';
  readonly by: PersonActor;
  readonly amendmentId: string;
  readonly unitId: string;
}

/** What people do about amendments of a notice. */
export type AmendmentCommand = AmendNotice | ReceiptAmendment;
