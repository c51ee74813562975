import { mailDayFor } from '../calendar/mail-day.ts';
import { RuleViolation } from '../errors.ts';
import { dayOf } from '../instant.ts';
import { assertMay } from '../permissions.ts';
import type { Moment } from './moment.ts';
import { assertPhase } from './phase.ts';
import type { ReceiptNotice } from './plan-command.ts';
import type { PlanEvent } from './plan-event.ts';
import type { PlanState } from './plan-state.ts';
import { planUnit, unitIdsWhere } from './plan-units.ts';

/** One receipt for all of a unit's tasks; late ones are taken at any time, since silence stops nothing. */
export function receiptNotice(state: PlanState, command: ReceiptNotice, moment: Moment): readonly PlanEvent[] {
  const { by, unitId, contacts } = command;
  assertMay(by, 'receiptNotice', { unitId });
  assertPhase(state, ['issued'], '签收文件');
  if (planUnit(state, unitId).receiptedAt !== null) {
    throw new RuleViolation('receipted-twice', '本单位已经签收，无需重复签收；联系人变动请办理联系人变更');
  }
  const late = state.receiptDue !== null && dayOf(moment.receivedAt) > state.receiptDue;
  return [{ type: 'noticeReceipted', at: moment.at, by, unitId, contacts, late }];
}

/** Time's own: lists the units that have not receipted by the day set for it. */
export function listReceipts(state: PlanState, moment: Moment): readonly PlanEvent[] {
  const unitIds = unitIdsWhere(state.units, ({ receiptedAt }) => receiptedAt === null);
  if (unitIds.length === 0) return [];
  const mailDay = mailDayFor(moment.context.calendar, moment.at);
  return [{ type: 'receiptsListed', at: moment.at, by: 'system', unitIds, mailDay }];
}
