import { overlaps } from '../../notice/span.ts';
import type { Subject, TaskState } from '../../task/task-state.ts';
import type { ItemDraft, TaskDraft } from '../task-draft.ts';
import { resemblance } from '../unit-names.ts';

/** A task that runs, with its part of the breakdown as it was approved. */
export interface RunningTask {
  readonly draft: TaskDraft;
  readonly state: TaskState;
}

/** An issued plan, and whether differences are found against the text that it was issued with. */
export interface RunningPlan {
  readonly tasks: readonly RunningTask[];
  readonly isIssuedText: boolean;
}

/** One subject of a running task. */
export interface RunningSubject {
  readonly task: RunningTask;
  readonly subject: Subject;
}

const enough = 0.5;

/**
 * The subjects of running tasks that stand for an item of the notice: those that were drafted from the same words, or, where these
 * are not in the text that was issued, those that say the same. Several where the work was split over units.
 */
export function subjectsOf(
  item: ItemDraft,
  tasks: readonly RunningTask[],
  isIssuedText: boolean,
): readonly RunningSubject[] {
  const running = tasks.flatMap((task) => itemsOf(task).map((subject) => ({ task, subject })));
  const bySpan = isIssuedText ? running.filter(({ task, subject }) => isDraftedFrom(task, subject, item)) : [];
  if (bySpan.length > 0) return bySpan;
  const sameWords = running.filter(({ subject }) => subject.title === item.quote);
  if (sameWords.length > 0) return sameWords;
  return running.filter(({ subject: { title, target } }) => {
    return target?.value === item.target?.value && resemblance(title, item.quote) >= enough;
  });
}

function itemsOf({ state }: RunningTask): readonly Subject[] {
  return state.subjects.filter(({ kind }) => kind !== 'whole');
}

function isDraftedFrom({ draft }: RunningTask, { id }: Subject, { span, kind }: ItemDraft): boolean {
  const own = draft.items.find((each) => each.id === id);
  if (own === undefined || own.span === null || span === null) return false;
  return own.kind === kind && overlaps(own.span, span);
}
