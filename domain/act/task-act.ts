import type { Period } from '../calendar/quarter.ts';
import type { ChangeAct } from './change-act.ts';
import type { FindingAct } from './finding-act.ts';

/** What people do to one task. */
export type TaskPersonAct =
  | FindingAct
  | ChangeAct
  | { readonly type: 'endTask'; readonly taskId: string }
  | {
      readonly type: 'fileStatement';
      readonly taskId: string;
      readonly aboutUnitId: string;
      readonly period: Period;
      readonly text: string;
    }
  | { readonly type: 'writeSummary'; readonly taskId: string; readonly period: Period; readonly text: string };
