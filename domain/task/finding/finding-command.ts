import type { PersonActor } from '../../actor.ts';
import type { ContentRef } from '../../ledger/event.ts';
import type { ObjectionEnding, TaskTarget } from '../../objection/objection-target.ts';
import type { Approval } from '../../paper-approval.ts';
import type { DecidableLight } from './decidable-light.ts';
import type { FindingEvidence } from './finding-event.ts';
import type { FindingMethod, FindingOutcome } from './finding-state.ts';

/** The supervisor records what two people found on a row, and asks the unit for its view. */
export interface OpenFinding {
  readonly type: 'openFinding';
  readonly findingId: string;
  readonly subjectId: string;
  readonly claim: ContentRef;
  readonly method: FindingMethod;
  /** Two persons; the one who records it is among them. */
  readonly checkers: readonly string[];
  readonly reportedValue: number | null;
  readonly foundValue: number | null;
  readonly evidence: FindingEvidence;
  readonly by: PersonActor;
}

/** The unit's view of a finding, approved by its head. */
export interface StateOnFinding extends Approval {
  readonly type: 'stateOnFinding';
  readonly findingId: string;
  readonly text: ContentRef;
}

/** The supervisor's conclusion; `light` where it changes the row's light. */
export interface ConcludeFinding {
  readonly type: 'concludeFinding';
  readonly findingId: string;
  readonly outcome: FindingOutcome;
  readonly text: ContentRef;
  readonly light: DecidableLight | null;
  readonly by: PersonActor;
}

/** A light is changed by decision. */
export interface DecideLight {
  readonly type: 'decideLight';
  readonly subjectId: string;
  readonly light: DecidableLight;
  readonly reason: ContentRef;
  readonly by: PersonActor;
}

/** From the objection's own chain: what it is about shows 复核中. */
export interface NoteObjection {
  readonly type: 'noteObjection';
  readonly objectionId: string;
  readonly target: TaskTarget;
}

/** From the objection's own chain: it is over, and, upheld, has its effect here. */
export interface EndObjection {
  readonly type: 'endObjection';
  readonly objectionId: string;
  readonly ending: ObjectionEnding;
  readonly reason: ContentRef;
  /** The light that takes the place of the one objected to. */
  readonly light: DecidableLight | null;
  /** The unit has not begun to rework a row that was sent back: it can wait for review again. */
  readonly canReopen: boolean;
  /** Persons who may not review a row that is reopened. */
  readonly notBy: readonly string[];
  readonly by: PersonActor;
}

/** What findings, decided lights and objections ask of a task. */
export type FindingCommand =
  | OpenFinding
  | StateOnFinding
  | ConcludeFinding
  | DecideLight
  | NoteObjection
  | EndObjection;
