import type { RowKey } from './return-event.ts';

/** Whether two keys name the same row. */
export function isSameRow(a: RowKey, b: RowKey): boolean {
  return a.taskId === b.taskId && a.subjectId === b.subjectId;
}
