import type { Book } from '../ledger/book.ts';
import { evolveTask } from './evolve.ts';
import { taskLetters } from './letters.ts';
import type { TaskEvent } from './task-event.ts';
import { type TaskState, unissuedTask } from './task-state.ts';
import { nextWake } from './wake.ts';

/** How a task's chain is read. */
export const taskBook: Book<TaskState, TaskEvent> = {
  kind: 'task',
  initial: unissuedTask,
  stateVersion: 6,
  evolve: evolveTask,
  nextWake,
  lettersFor: taskLetters,
};
