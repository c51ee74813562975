import { rowsOwed } from '../find.ts';
import type { TaskState } from '../task-state.ts';
import type { UrgingEvent } from './urging-event.ts';
import type { UrgingState } from './urging-state.ts';

/** What an event of urging changes. */
export function urged(state: UrgingState, event: UrgingEvent): UrgingState {
  if (event.type === 'promiseDue') {
    const promises = state.promises.map((each) =>
      event.urgingIds.includes(each.urgingId) ? { ...each, isDue: true } : each,
    );
    return { ...state, promises };
  }
  const { urgingId, unitId, obligationIds, promise, delivers } = event;
  const undelivered = delivers ? state.undelivered.filter((id) => !obligationIds.includes(id)) : state.undelivered;
  if (promise === null) return { ...state, undelivered };
  const { by, returnsOn } = promise;
  const open = { urgingId, unitId, obligationIds, by, returnsOn, isDue: false };
  return { undelivered, promises: [...state.promises, open] };
}

/** A letter of this key could not be delivered: the unit may know nothing of what the letter was about. */
export function letterLost({ urging, obligations }: TaskState, key: string): UrgingState {
  const isReminder = obligations.some(({ id }) => id === key);
  if (!isReminder || urging.undelivered.includes(key)) return urging;
  return { ...urging, undelivered: [...urging.undelivered, key] };
}

/** Forgets whatever is about things that are no longer owed; the same object where nothing is. */
export function stillOwed({ urging, obligations }: Pick<TaskState, 'urging' | 'obligations'>): UrgingState {
  if (urging.undelivered.length === 0 && urging.promises.length === 0) return urging;
  const owed = new Set(obligations.filter((each) => rowsOwed(each).length > 0).map(({ id }) => id));
  const undelivered = urging.undelivered.filter((id) => owed.has(id));
  const promises = urging.promises.filter(({ obligationIds }) => obligationIds.some((id) => owed.has(id)));
  const isSame = undelivered.length === urging.undelivered.length && promises.length === urging.promises.length;
  return isSame ? urging : { undelivered, promises };
}
