import type { TaskChange } from '../../task/change/task-change.ts';
import type { IssuedSubject } from '../../task/issued-subject.ts';
import type { Subject } from '../../task/task-state.ts';
import type { RunningTask } from './item-subjects.ts';

/** What a difference of the notice asks of a plan that is issued; `told` asks for nothing but that units know of it. */
export type Consequence =
  | { readonly kind: 'told' }
  /** Somebody has to decide first; `why` says what. */
  | { readonly kind: 'left'; readonly why: string }
  | { readonly kind: 'change'; readonly task: RunningTask; readonly change: TaskChange }
  /** One item gets other terms. */
  | {
      readonly kind: 'terms';
      readonly task: RunningTask;
      readonly subject: Subject;
      readonly terms: Partial<IssuedSubject>;
    };

/** Nothing to change. */
export const told: Consequence = { kind: 'told' };

/** Nothing that can be proposed before a person has decided. */
export function leftToPeople(why: string): Consequence {
  return { kind: 'left', why };
}
