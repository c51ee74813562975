import type { Period } from '../../domain/calendar/quarter.ts';
import type { TaskDraft } from '../../domain/plan/task-draft.ts';
import type { ObligationKind, TaskState } from '../../domain/task/task-state.ts';
import type { TimelineEntryBody } from '../schemas/task.ts';
import { returnTitle } from '../words.ts';

/** What an event says in words, and what it changed. */
export interface EventDetails {
  readonly details?: readonly string[];
  readonly changes?: TimelineEntryBody['changes'];
  readonly rulesVersion?: number;
}

/** With what an event is told: the state of its task before it (empty for a plan's) and the names of units. */
export interface TellingBasis {
  readonly before: Pick<TaskState, 'subjects' | 'title'>;
  readonly unitName: (unitId: string) => string;
  /** An item by its title, or the task's where it has none. */
  readonly item: (subjectId: string) => string;
  /** The version of a task of the breakdown before the event; null where there was none. */
  readonly draftBefore: (taskId: string) => TaskDraft | null;
  /** What a unit owes, by the id of the obligation. */
  readonly owed: (obligationId: string) => string;
}

/** The basis for one event. */
export function tellingBasis(
  before: TellingBasis['before'],
  unitName: TellingBasis['unitName'],
  draftBefore: TellingBasis['draftBefore'] = () => null,
): TellingBasis {
  return {
    before,
    unitName,
    draftBefore,
    item: (subjectId) => before.subjects.find(({ id }) => id === subjectId)?.title ?? before.title,
    // An obligation's id is `kind/unit/period`.
    owed: (obligationId) => {
      const [kind = '', unitId = '', period = ''] = obligationId.split('/');
      return `${unitName(unitId)}${returnTitle(kind as ObligationKind, period as Period | 'plan')}`;
    },
  };
}
