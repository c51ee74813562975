import type { Approver } from '../act/approved-act.ts';
import type { PersonActor } from '../actor.ts';
import type { Instant } from '../instant.ts';
import type { ContentRef } from '../ledger/event.ts';

/**
 * Where a sheet stands. `approved` until its act was tried; then `performed`, or `act-refused` where the chain that the act goes to
 * refused it: that, like `refused`, can be drafted anew.
 */
export type SheetPhase =
  | 'none'
  | 'drafted'
  | 'asked'
  | 'refused'
  | 'approved'
  | 'performed'
  | 'act-refused'
  | 'withdrawn';

/** One act that waits for the approval of a head or a leader. */
export interface SheetState {
  readonly sheetId: string;
  readonly planId: string;
  readonly key: string;
  /** Of the head who approves; for a leader the leadership. */
  readonly unitId: string;
  readonly approver: Approver;
  readonly actType: string;
  readonly phase: SheetPhase;
  readonly version: number;
  /** The act as canonical JSON. */
  readonly content: ContentRef | null;
  readonly checkCode: string;
  /** Everybody who drafted the sheet or sent it up: none of them approves it. */
  readonly makers: readonly string[];
  /** Who drafted last, and hears what became of it. */
  readonly drafter: PersonActor | null;
  readonly lastAt: Instant | null;
}

/** The state of a chain without events. */
export const noSheet: SheetState = {
  sheetId: '',
  planId: '',
  key: '',
  unitId: '',
  approver: 'head',
  actType: '',
  phase: 'none',
  version: 0,
  content: null,
  checkCode: '',
  makers: [],
  drafter: null,
  lastAt: null,
};
