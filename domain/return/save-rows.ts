import { RuleViolation } from '../errors.ts';
import { assertMay } from '../permissions.ts';
import { assertRow } from './check-row.ts';
import type { ReturnMoment } from './moment.ts';
import { draftRow, openVersion } from './open-version.ts';
import type { SaveRows } from './return-command.ts';
import type { ReturnEvent } from './return-event.ts';
import type { ReturnIdentity } from './return-of.ts';
import type { ReturnState } from './return-state.ts';
import { isSameRow } from './row-key.ts';

/** Saves what the officer, or a writer in the rows handed to them, filled in; all of the rows or none. */
export function saveRows(
  before: ReturnState,
  { by, rows, openRows }: SaveRows,
  identity: ReturnIdentity,
  moment: ReturnMoment,
): readonly ReturnEvent[] {
  const keys = rows.map(({ taskId, entry }) => ({ taskId, subjectId: entry.subjectId }));
  const writerIds = keys.map((key) => before.rows.find((row) => isSameRow(row, key))?.writerId ?? null);
  assertMay(by, 'saveRows', { unitId: identity.unitId, writerIds });
  if (rows.length === 0) throw new RuleViolation('rows-missing', '没有填写任何一行，请填写后保存');
  if (keys.some((key, index) => keys.findIndex((each) => isSameRow(each, key)) < index)) {
    throw new RuleViolation('row-twice', '同一行重复提交，请刷新后再试');
  }
  const { state, events } = openVersion(before, identity, openRows, { by, at: moment.at });
  for (const { taskId, entry } of rows) {
    assertRow(draftRow(state, { taskId, subjectId: entry.subjectId }), entry, identity.kind, moment);
  }
  return [...events, { type: 'rowsSaved', at: moment.at, by, rows }];
}
