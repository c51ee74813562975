import type { TaskChange } from '../task/change/task-change.ts';

/** What people do about changes of one task. `request` names a request within the plan: the id of the change is made of it. */
export type ChangeAct =
  | {
      readonly type: 'requestChange';
      readonly taskId: string;
      readonly request: string;
      readonly change: TaskChange;
      readonly reason: string;
    }
  | { readonly type: 'withdrawChange'; readonly taskId: string; readonly changeId: string; readonly reason: string }
  | {
      readonly type: 'decideChange';
      readonly taskId: string;
      readonly changeId: string;
      readonly outcome: 'granted' | 'refused';
      readonly reason: string;
      /** Of a granted decline: the unit that takes over. */
      readonly replacementId: string | null;
    }
  | { readonly type: 'recordInstruction'; readonly taskId: string; readonly text: string };
