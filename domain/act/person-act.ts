import type { PersonActor } from '../actor.ts';
import type { Instant } from '../instant.ts';
import type { PaperApproval } from '../paper-approval.ts';
import type { ChainAct } from './chain-act.ts';
import type { SheetAct } from './sheet-act.ts';

/** What a person does, before its texts are kept and it is sent to whoever writes the chain; by the chain that it goes to. */
export type PersonAct = { readonly type: 'settle' } | ChainAct | SheetAct;

/** An act with its place in the year. `key` is unique within the plan and the same in every run: ids are made of it. */
export interface PlannedAct {
  readonly at: Instant;
  readonly key: string;
  readonly by: PersonActor;
  readonly act: PersonAct;
  /** The request that brought it, for whoever follows it from the log to the ledger. */
  readonly requestId?: string;
  /** Present where a head or a leader approved on paper 纸质审签 and `by` only records it. */
  readonly paper?: PaperApproval;
  /** In a rehearsal: who signs the print, and when; it is printed and scanned when the act is done. */
  readonly signature?: Pick<PaperApproval, 'signer' | 'signedOn'>;
}
