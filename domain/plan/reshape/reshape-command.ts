import type { PersonActor } from '../../actor.ts';
import type { TaskDraft } from '../task-draft.ts';

interface Reshape<T extends string> {
  readonly type: T;
  readonly by: PersonActor;
  /** The version of the breakdown that it was made on. */
  readonly draftVersion: number;
  readonly reason: string;
}

/** Takes a part of a task out of it as a task of its own 拆分: both at once, so that nothing is ever in neither. */
export interface SplitTask extends Reshape<'splitTask'> {
  /** What is left of the task. */
  readonly rest: TaskDraft;
  /** Units that are on the task no longer; each of them is on the new one. */
  readonly leaves: readonly string[];
  readonly added: TaskDraft;
  /** Between the place of the task and that of the next. */
  readonly place: number;
}

/** Makes one task of two 合并: `merged` is the new version of the first, `gone` is the second. */
export interface MergeTasks extends Reshape<'mergeTasks'> {
  readonly merged: TaskDraft;
  /** Units that come to the first task from the second. */
  readonly joins: readonly string[];
  readonly gone: TaskDraft;
}

/** Makes a task of words of the notice that are in none 增列. */
export interface AddTask extends Reshape<'addTask'> {
  readonly draft: TaskDraft;
  /** Behind the place of the task whose words come before. */
  readonly place: number;
}

/** Leaves out a task that is none 不列. */
export interface DropTask extends Reshape<'dropTask'> {
  readonly gone: TaskDraft;
}

/** What the office does to the tasks of a breakdown as such, before the leader is asked. */
export type ReshapeCommand = SplitTask | MergeTasks | AddTask | DropTask;
