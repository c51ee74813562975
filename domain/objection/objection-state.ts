import type { PersonActor } from '../actor.ts';
import type { Instant } from '../instant.ts';
import type { ContentRef } from '../ledger/event.ts';
import type { PlainDate } from '../plain-date.ts';
import type { DecidableLight } from '../task/finding/decidable-light.ts';
import type { ObjectionEnding, ObjectionOutcome, ObjectionTarget } from './objection-target.ts';

/** What the ledger says of the decision that is objected to, read when the objection is filed. */
export interface ObjectionBasis {
  /** The unit that the decision is about: its head objects. */
  readonly unitId: string;
  /** The row or paper, in the words of the breakdown. */
  readonly title: string;
  /** Null for what concerns a unit as a whole. */
  readonly taskNumber: string | null;
  readonly taskTitle: string | null;
  /** The day on which the unit got the decision: the days for objecting count from it. */
  readonly receivedOn: PlainDate;
  /** Persons who made the decision: none of them answers. */
  readonly firstDeciders: readonly string[];
  readonly officeUnitId: string;
  /** Where the supervisors sit; null where nobody is registered there. */
  readonly supervisionUnitId: string | null;
}

/** How an objection came to its end. */
export interface ObjectionEnd {
  readonly ending: ObjectionEnding;
  readonly outcome: ObjectionOutcome | null;
  readonly light: DecidableLight | null;
  readonly reason: ContentRef;
  readonly by: PersonActor;
}

/** One objection 异议: the fold of its chain. `unfiled` only before its first event. */
export interface ObjectionState {
  readonly phase: 'unfiled' | 'open' | 'answered' | 'withdrawn';
  readonly objectionId: string;
  readonly planId: string;
  readonly target: ObjectionTarget | null;
  readonly basis: ObjectionBasis | null;
  /** Everybody who filed it: a deputy stands for two, a recorder of a paper counts too. */
  readonly filedBy: readonly string[];
  readonly filedOn: PlainDate | null;
  readonly answerDue: PlainDate | null;
  readonly overdue: boolean;
  readonly end: ObjectionEnd | null;
  /** How far the chain that it is about knows: it shows 复核中 from `noted` to `ended`. */
  readonly noted: 'none' | 'noted' | 'ended';
  readonly calendarVersions: Readonly<Record<string, number>>;
  readonly lastAt: Instant | null;
}

/** The state of a chain without events. */
export const unfiledObjection: ObjectionState = {
  phase: 'unfiled',
  objectionId: '',
  planId: '',
  target: null,
  basis: null,
  filedBy: [],
  filedOn: null,
  answerDue: null,
  overdue: false,
  end: null,
  noted: 'none',
  calendarVersions: {},
  lastAt: null,
};

/** What the chain that the objection is about does not know yet; null where it knows everything. */
export function stageToNote({ phase, noted }: ObjectionState): 'noted' | 'ended' | null {
  if (phase === 'unfiled' || noted === 'ended') return null;
  if (noted === 'none') return 'noted';
  return phase === 'open' ? null : 'ended';
}
