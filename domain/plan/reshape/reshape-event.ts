import type { PersonActor } from '../../actor.ts';
import type { Instant } from '../../instant.ts';
import type { Span, TaskDraft } from '../task-draft.ts';

/** The breakdown has one task more: a part of task `from`, whose own new version follows. */
export interface TaskSplitOff {
  readonly type: 'taskSplitOff';
  readonly at: Instant;
  readonly by: PersonActor;
  readonly draft: TaskDraft;
  /** Where it stands among the tasks of the breakdown: no whole number, since the others keep theirs. */
  readonly place: number;
  readonly from: string;
  readonly reason: string;
}

/** The breakdown has one task less: what it held is in task `into`, whose new version came just before. */
export interface TaskMerged {
  readonly type: 'taskMerged';
  readonly at: Instant;
  readonly by: PersonActor;
  readonly taskId: string;
  readonly number: string;
  readonly title: string;
  readonly unitIds: readonly string[];
  readonly into: string;
  readonly reason: string;
}

/** The breakdown has one task more, of words of the notice that had been in none. */
export interface TaskAdded {
  readonly type: 'taskAdded';
  readonly at: Instant;
  readonly by: PersonActor;
  readonly draft: TaskDraft;
  /** Where it stands among the tasks of the breakdown, which keep their places. */
  readonly place: number;
  readonly reason: string;
}

/** The breakdown has one task less: its words are none. */
export interface TaskDropped {
  readonly type: 'taskDropped';
  readonly at: Instant;
  readonly by: PersonActor;
  readonly taskId: string;
  readonly number: string;
  readonly title: string;
  readonly span: Span;
  readonly unitIds: readonly string[];
  readonly reason: string;
}

/** Events by which a breakdown comes to have more or fewer tasks after its import. */
export type ReshapeEvent = TaskSplitOff | TaskMerged | TaskAdded | TaskDropped;
