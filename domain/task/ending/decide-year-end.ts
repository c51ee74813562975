import type { Instant } from '../../instant.ts';
import type { DecisionContext } from '../../ledger/book.ts';
import type { TaskEvent } from '../task-event.ts';
import type { TaskState } from '../task-state.ts';
import { closeOut } from './close-out.ts';
import { decideEndings } from './decide-endings.ts';
import type { CloseOut, DecideEndings } from './ending-command.ts';

/** What the year-end's commands do to a task. */
export function decideYearEnd(
  state: TaskState,
  command: DecideEndings | CloseOut,
  at: Instant,
  context: DecisionContext,
): readonly TaskEvent[] {
  return command.type === 'decideEndings'
    ? decideEndings(state, command, at, context)
    : closeOut(state, command, at, context);
}
