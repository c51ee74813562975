import type { Period } from '../calendar/quarter.ts';
import type { ChangeAct } from './change-act.ts';
import type { FindingAct } from './finding-act.ts';
import type { NamedEnding } from '../task/ending/row-ending.ts';

/** The office's decision on a row's ending, its reason in words (empty where none is given). */
export interface FiledEnding extends NamedEnding {
  readonly subjectId: string;
  readonly value: number | null;
  readonly reason: string;
}

/** What people do to one task. */
export type TaskPersonAct =
  | FindingAct
  | ChangeAct
  | { readonly type: 'endTask'; readonly taskId: string }
  | {
      readonly type: 'decideEndings';
      readonly taskId: string;
      readonly rows: readonly FiledEnding[];
    }
  | {
      readonly type: 'fileStatement';
      readonly taskId: string;
      readonly aboutUnitId: string;
      readonly period: Period;
      readonly text: string;
    }
  | { readonly type: 'writeSummary'; readonly taskId: string; readonly period: Period; readonly text: string };
