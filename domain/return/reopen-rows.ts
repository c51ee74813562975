import type { ReturnMoment } from './moment.ts';
import type { ReopenRows } from './return-command.ts';
import type { ReturnEvent } from './return-event.ts';
import type { ReturnState } from './return-state.ts';
import { isSameRow } from './row-key.ts';

/** Rows that were sent back wait for the review again, by another person; none that the unit has begun to rework. */
export function reopenRows(
  { rows }: ReturnState,
  { rows: keys, notBy, objectionId }: ReopenRows,
  { at }: ReturnMoment,
): readonly ReturnEvent[] {
  const reopened = keys.filter((key) => rows.some((row) => isSameRow(row, key) && row.state === 'sent-back'));
  if (reopened.length === 0) return [];
  return [{ type: 'rowsReopened', at, by: 'system', rows: reopened, notBy, objectionId }];
}
