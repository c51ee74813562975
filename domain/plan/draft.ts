import { shiftWorkingDays } from '../calendar/working-calendar.ts';
import { RuleViolation } from '../errors.ts';
import { dayOf } from '../instant.ts';
import { assertMay } from '../permissions.ts';
import { ladderFor } from '../task/ladder.ts';
import { assertSound } from './draft-check.ts';
import type { Moment } from './moment.ts';
import { assertPhase } from './phase.ts';
import type { ReviseTask, SettlePoints, SettledPoint } from './plan-command.ts';
import type { ConsultationBegun, PlanEvent, PointSettled } from './plan-event.ts';
import type { PlanState } from './plan-state.ts';
import { partyIds } from './plan-units.ts';

/** A new version of one task; during the consultation, units that it brings in for the first time are consulted with a limit of their own. */
export function reviseTask(state: PlanState, command: ReviseTask, moment: Moment): readonly PlanEvent[] {
  const { by, draft, joins, leaves, reason, settles = [] } = command;
  assertRevisable(state, command);
  assertSound(draft);
  refuseUnfitRevision(state, command);
  const revised: PlanEvent = { type: 'taskRevised', at: moment.at, by, draft, joins, leaves, reason };
  const strangers = joins.filter((unitId) => (state.units[unitId]?.answerDue ?? null) === null).toSorted();
  const consulted =
    state.phase === 'consultation' && strangers.length > 0 ? [consultationOf(strangers, command, moment)] : [];
  return [...decidedPoints(state, settles, command, moment), revised, ...consulted];
}

/** Refuses a change of the breakdown by whoever may not, too late, or made on a version that is no longer the latest. */
export function assertRevisable(state: PlanState, { by, draftVersion }: Pick<ReviseTask, 'by' | 'draftVersion'>): void {
  assertMay(by, 'reviseTask');
  assertPhase(state, ['draft', 'consultation'], '修改任务分解');
  if (draftVersion !== state.draftVersion) {
    throw new RuleViolation('draft-moved', '任务分解已被他人修改，请查看最新版本后重新提交');
  }
}

/** Decides open points that change no task. */
export function settlePoints(state: PlanState, command: SettlePoints, moment: Moment): readonly PlanEvent[] {
  assertMay(command.by, 'settlePoints');
  assertPhase(state, ['draft', 'consultation'], '确认待定事项');
  return decidedPoints(state, command.points, command, moment);
}

/** The event that sends the draft to `unitIds`, with their limit and reminders. */
export function consultationOf(
  unitIds: readonly string[],
  { by }: Pick<ReviseTask, 'by'>,
  { at, context: { calendar, rules } }: Moment,
): ConsultationBegun {
  const due = shiftWorkingDays(calendar, dayOf(at), rules.consultationWorkingDays);
  const offsets = rules.consultationReminders.map((after) => after - rules.consultationWorkingDays);
  return { type: 'consultationBegun', at, by, due, ladder: ladderFor(calendar, due.date, offsets, at), unitIds };
}

/** Refuses a new version of a task that gives no reason, or names its units wrongly. */
export function refuseUnfitRevision(
  state: PlanState,
  { draft, joins, leaves, reason }: Pick<ReviseTask, 'draft' | 'joins' | 'leaves' | 'reason'>,
): void {
  if (reason.trim() === '') throw new RuleViolation('reason-missing', '请填写修改任务分解的理由');
  const parties = partyIds(draft);
  const isWrong =
    joins.some((unitId) => !parties.includes(unitId)) ||
    leaves.some((unitId) => parties.includes(unitId) || (state.units[unitId]?.tasks ?? 0) === 0) ||
    new Set([...joins, ...leaves]).size < joins.length + leaves.length;
  if (isWrong) {
    throw new RuleViolation('parties-mismatch', `第${draft.number}项任务的参与单位与所列增减单位不一致，请重新提交`);
  }
}

/** The events of points that are decided; refused where one is not open, or is named twice. */
export function decidedPoints(
  state: PlanState,
  points: readonly SettledPoint[],
  { by }: Pick<ReviseTask, 'by'>,
  { at }: Moment,
): readonly PointSettled[] {
  return points.map(({ pointId, how, quote, span }, index) => {
    if (!state.openPoints.includes(pointId) || points.findIndex((each) => each.pointId === pointId) < index) {
      throw new RuleViolation('point-not-open', `待定事项“${quote}”不存在或已经确认，请刷新后再试`);
    }
    if (how.trim() === '') throw new RuleViolation('reason-missing', `请说明待定事项“${quote}”如何确定`);
    return { type: 'pointSettled', at, by, pointId, how, quote, span };
  });
}
