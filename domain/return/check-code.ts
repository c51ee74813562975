import { contentHash } from '../canonical.ts';
import { checkCode } from '../check-code.ts';
import type { ReturnState } from './return-state.ts';

/**
 * The check code 校验码 of the version that a return stands in: any change of a row, of what it is measured by or of the version makes it
 * another; who saved, and what became of a row later, does not.
 */
export function checkCodeOf({ returnId, planId, unitId, period, kind, version, rows }: ReturnState): string {
  const content = rows
    .filter((row) => row.version === version)
    .map(({ taskId, taskNumber, subjectId, due, subject: { title, target }, entry }) => ({
      taskId,
      taskNumber,
      subjectId,
      due,
      title,
      target,
      entry,
    }));
  return checkCode(contentHash({ returnId, planId, unitId, period, kind, version, rows: content }));
}
