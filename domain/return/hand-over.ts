import { mailDayFor } from '../calendar/mail-day.ts';
import { RuleViolation } from '../errors.ts';
import { assertMay } from '../permissions.ts';
import type { ReturnMoment } from './moment.ts';
import { draftRow, openVersion } from './open-version.ts';
import type { HandOverRows } from './return-command.ts';
import type { ReturnEvent } from './return-event.ts';
import type { ReturnIdentity } from './return-of.ts';
import type { ReturnState } from './return-state.ts';

/** Hands rows to a writer of the unit, or takes them back; rows that are with that writer already are left out. */
export function handOverRows(
  before: ReturnState,
  { by, rows, writerId, openRows }: HandOverRows,
  identity: ReturnIdentity,
  { at, context }: ReturnMoment,
): readonly ReturnEvent[] {
  assertMay(by, 'handOverRows', { unitId: identity.unitId });
  if (rows.length === 0) throw new RuleViolation('rows-missing', '没有选择任何一行，请选择要分派的行');
  const { state, events } = openVersion(before, identity, openRows, { by, at });
  const moved = rows.filter((key) => draftRow(state, key).writerId !== writerId);
  if (moved.length === 0) return events;
  const mailDay = mailDayFor(context.calendar, at);
  return [...events, { type: 'rowsHandedOver', at, by, rows: moved, writerId, mailDay }];
}
