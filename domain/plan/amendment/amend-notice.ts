import { mailDayFor } from '../../calendar/mail-day.ts';
import { shiftWorkingDays } from '../../calendar/working-calendar.ts';
import { RuleViolation } from '../../errors.ts';
import { dayOf } from '../../instant.ts';
import { assertMay } from '../../permissions.ts';
import { ladderFor } from '../../task/ladder.ts';
import { assertCalendarKnown } from '../consultation.ts';
import type { Moment } from '../moment.ts';
import { assertPhase } from '../phase.ts';
import type { PlanState } from '../plan-state.ts';
import type { AmendNotice, ReceiptAmendment } from './amendment-command.ts';
import type { AmendmentEvent } from './amendment-event.ts';
import type { AmendmentState } from './amendment-state.ts';

/** Records a new version of an issued notice: the units concerned receipt it with the limits and reminders of the first receipt. */
export function amendNotice(
  { amendments, ...state }: PlanState,
  command: AmendNotice,
  moment: Moment,
): readonly AmendmentEvent[] {
  const { by, follows, type: _, ...said } = command;
  assertMay(by, 'amendNotice');
  assertPhase({ amendments, ...state }, ['issued'], '登记文件修改');
  if ((amendments.at(-1)?.amendmentId ?? null) !== follows) {
    throw new RuleViolation('notice-moved', '文件已有更新的修改，请与最新文本比对后重新登记');
  }
  assertCalendarKnown(moment);
  const { at, context } = moment;
  const { calendar, rules } = context;
  const receiptDue = shiftWorkingDays(calendar, dayOf(at), rules.receiptWorkingDays);
  const offsets = rules.receiptReminders.map((after) => after - rules.receiptWorkingDays);
  const ladder = ladderFor(calendar, receiptDue.date, offsets, at);
  const listedOn = shiftWorkingDays(calendar, dayOf(at), rules.receiptListedAfter).date;
  return [{ type: 'noticeAmended', at, by, ...said, receiptDue, ladder, listedOn }];
}

/** A unit receipts what changed for it; late ones are taken at any time. */
export function receiptAmendment(
  { amendments }: Pick<PlanState, 'amendments'>,
  { by, amendmentId, unitId }: ReceiptAmendment,
  { at, receivedAt }: Moment,
): readonly AmendmentEvent[] {
  assertMay(by, 'receiptNotice', { unitId });
  const amendment = amendments.find((each) => each.amendmentId === amendmentId);
  if (amendment === undefined) throw new RuleViolation('unknown-amendment', '没有该次文件修改，请核对后办理');
  if (amendment.receipted.includes(unitId)) {
    throw new RuleViolation('receipted-twice', '本单位已经签收该次文件修改，无需重复签收');
  }
  if (!Object.hasOwn(amendment.waiting, unitId)) {
    throw new RuleViolation('not-concerned', '该次文件修改不涉及本单位的任务，无需签收');
  }
  return [{ type: 'amendmentReceipted', at, by, amendmentId, unitId, late: dayOf(receivedAt) > amendment.receiptDue }];
}

/** Time's own: lists the units that have not receipted an amendment by the day set for it. */
export function listAmendments(
  { amendments }: Pick<PlanState, 'amendments'>,
  { at, context }: Moment,
): readonly AmendmentEvent[] {
  const mailDay = mailDayFor(context.calendar, at);
  return amendments.flatMap((amendment) => {
    const { amendmentId, listedOn } = amendment;
    const unitIds = unitsWaiting(amendment);
    if (listedOn === null || listedOn > dayOf(at) || unitIds.length === 0) return [];
    return [{ type: 'amendmentListed', at, by: 'system', amendmentId, unitIds, mailDay } as const];
  });
}

/** Ids of the units that have not receipted, sorted, so that no order of keys reaches an event. */
export function unitsWaiting({ waiting }: Pick<AmendmentState, 'waiting'>): readonly string[] {
  return Object.keys(waiting).toSorted();
}
