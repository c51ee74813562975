import type { PersonActor, Seat } from '../actor.ts';
import type { ContentRef } from '../ledger/event.ts';
import type { Approval } from '../paper-approval.ts';
import type { PlainDate } from '../plain-date.ts';

/** Lets a person act in somebody's seat from a day to a day. */
export interface AuthoriseDeputy {
  readonly type: 'authoriseDeputy';
  readonly by: PersonActor;
  readonly unitId: string;
  readonly seat: Seat;
  readonly personKey: string;
  readonly deputyKey: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly reason: ContentRef;
}

/** Ends an authorisation earlier than it said. */
export interface EndDeputy {
  readonly type: 'endDeputy';
  readonly by: PersonActor;
  readonly unitId: string;
  readonly seat: Seat;
  readonly personKey: string;
  readonly deputyKey: string;
  readonly to: PlainDate;
}

/** Other contacts of a unit, approved by its head; who is new to the register comes with particulars. */
export interface ChangeContacts extends Approval {
  readonly type: 'changeContacts';
  readonly changeId: string;
  readonly planId: string;
  readonly unitId: string;
  readonly from: PlainDate;
  readonly leaves: readonly { readonly personKey: string; readonly seat: Seat }[];
  readonly takes: readonly {
    readonly personKey: string;
    readonly particulars: ContentRef | null;
    readonly seat: Seat;
    readonly rank: 'A' | 'B' | null;
  }[];
  readonly contacts: ContentRef | null;
  readonly reason: ContentRef;
}

/** What people ask of the registry by which a plan goes. */
export type RegistryCommand = AuthoriseDeputy | EndDeputy | ChangeContacts;
