import type { Actor, PersonActor } from '../../actor.ts';
import type { ComputedDate } from '../../calendar/working-calendar.ts';
import type { Instant } from '../../instant.ts';
import type { ContentRef } from '../../ledger/event.ts';
import type { PaperApproval } from '../../paper-approval.ts';
import type { PlainDate } from '../../plain-date.ts';
import type { IssuedSubject, Party } from '../issued-subject.ts';
import type { Ladder } from '../ladder.ts';
import type { RowPlan } from '../task-state.ts';
import type { ChangeDecider } from './change-state.ts';
import type { ExtendedThing, TaskChange } from './task-change.ts';

interface Base<T extends string, By extends Actor = Actor> {
  readonly type: T;
  readonly at: Instant;
  readonly by: By;
}

interface Approved<T extends string> extends Base<T, PersonActor> {
  readonly changeId: string;
  readonly paper?: PaperApproval;
}

/** The reminders of an obligation from now on, in place of those that are not sent yet. */
export interface NewReminders {
  readonly obligationId: string;
  readonly due: PlainDate;
  readonly ladder: Ladder;
  readonly headOffsets: readonly number[];
}

/** A change was asked for; an obligation whose extension is asked has no overdue reminders until it is decided. */
export interface ChangeRequested extends Approved<'changeRequested'> {
  readonly change: TaskChange;
  /** The unit that asks; null where the office proposes. */
  readonly unitId: string | null;
  readonly reason: ContentRef;
  /** When the request first reached duban: whether it came in time is judged by it. */
  readonly receivedAt: Instant;
  readonly decider: ChangeDecider;
  readonly deciderUnitId: string;
  readonly decideBy: ComputedDate;
  readonly resubmission: boolean;
  readonly mailDay: PlainDate;
  readonly reminders: NewReminders | null;
}

/** A change was granted or refused, with the basis; what a granted one does are the events after it. */
export interface ChangeDecided extends Approved<'changeDecided'> {
  readonly outcome: 'granted' | 'refused';
  readonly reason: ContentRef;
  readonly replacementId: string | null;
  readonly mailDay: PlainDate;
  readonly reminders: NewReminders | null;
}

/** Whoever asked for a change took the request back. */
export interface ChangeWithdrawn extends Approved<'changeWithdrawn'> {
  readonly reason: ContentRef;
  readonly reminders: NewReminders | null;
}

/** A request has nothing left to decide: what it was about was submitted in time, or is no longer there. */
export interface ChangeLapsed extends Base<'changeLapsed', 'system'> {
  readonly changeId: string;
  readonly cause: 'submitted' | 'no-longer-owed';
}

/** A due day moved by an extension; the one before stays on record. */
export interface DueMoved extends Base<'dueMoved'> {
  readonly changeId: string;
  readonly of: ExtendedThing;
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** It is the day by which sent-back rows are due again. */
  readonly resubmission: boolean;
  /** How the moved day judges what was submitted meanwhile; null where nothing was, or the day is an item's. */
  readonly late: boolean | null;
  readonly reminders: NewReminders | null;
  /** The days left on which lights may change by time alone, counted anew. */
  readonly lightDays: readonly PlainDate[];
}

/** Who does what on the task was changed: units left or joined, items were changed, added or removed. */
export interface AssignmentChanged extends Base<'assignmentChanged'> {
  readonly changeId: string;
  /** All parties as they are from now on. */
  readonly parties: readonly Party[];
  /** Units that are no longer on the task, and those that are new to it. */
  readonly left: readonly string[];
  readonly joined: readonly string[];
  /** Items as they are from now on: changed ones in their place, new ones behind the others. */
  readonly put: readonly IssuedSubject[];
  readonly removed: readonly string[];
  /** What was before of all that was put or removed. */
  readonly before: readonly IssuedSubject[];
  /** Open obligations that end, because nobody owes them any more. */
  readonly endedObligations: readonly string[];
  /** Open obligations whose rows changed with the items. */
  readonly rowChanges: readonly {
    readonly obligationId: string;
    readonly add: readonly string[];
    readonly drop: readonly string[];
  }[];
  readonly lightDays: readonly PlainDate[];
}

/** The task stands still from this day. */
export interface TaskSuspended extends Base<'taskSuspended'> {
  readonly changeId: string;
  readonly on: PlainDate;
}

/** The task goes on: due days whose clock stood have moved by the working days that it stood, before and after both kept. */
export interface TaskResumed extends Base<'taskResumed'> {
  readonly changeId: string;
  readonly on: PlainDate;
  readonly stoodWorkingDays: number;
  readonly items: readonly {
    readonly subjectId: string;
    readonly before: PlainDate;
    readonly due: ComputedDate;
    /** The stage plan with its milestones and curve moved likewise; null where there is none. */
    readonly plan: RowPlan | null;
  }[];
  /** What is still owed, each with its new reminders; `before` equals the due day where its clock had not begun. */
  readonly obligations: readonly {
    readonly obligationId: string;
    readonly before: PlainDate;
    readonly due: PlainDate;
    readonly resubmitDue: PlainDate | null;
    readonly reviewDue: PlainDate | null;
    readonly ladder: Ladder;
  }[];
  /** Obligations of quarters that ended meanwhile: they are not asked any more. */
  readonly endedObligations: readonly string[];
  readonly headOffsets: readonly number[];
  readonly lightDays: readonly PlainDate[];
}

/** A leader's note on the task 批示. */
export interface InstructionGiven extends Base<'instructionGiven', PersonActor> {
  readonly text: ContentRef;
  readonly paper?: PaperApproval;
  readonly mailDay: PlainDate;
}

/** Everything that changes put in a task's chain. */
export type ChangeEvent =
  | ChangeRequested
  | ChangeDecided
  | ChangeWithdrawn
  | ChangeLapsed
  | DueMoved
  | AssignmentChanged
  | TaskSuspended
  | TaskResumed
  | InstructionGiven;

const changeEvents: Readonly<Record<ChangeEvent['type'], true>> = {
  changeRequested: true,
  changeDecided: true,
  changeWithdrawn: true,
  changeLapsed: true,
  dueMoved: true,
  assignmentChanged: true,
  taskSuspended: true,
  taskResumed: true,
  instructionGiven: true,
};

/** Whether an event of a task's chain is about a change of it, or a leader's note. */
export function isChangeEvent<E extends { readonly type: string }>(event: E): event is Extract<E, ChangeEvent> {
  return Object.hasOwn(changeEvents, event.type);
}
