import { isKnown } from '../calendar/working-calendar.ts';
import { mailDayFor } from '../calendar/mail-day.ts';
import { RuleViolation } from '../errors.ts';
import { type Instant, dayOf, startOfDay } from '../instant.ts';
import { assertMayApprove, paperOf, personsBehind } from '../paper-approval.ts';
import { assertMay } from '../permissions.ts';
import { addDays, chineseDay, yearOf } from '../plain-date.ts';
import { consultationOf } from './draft.ts';
import type { Moment } from './moment.ts';
import { assertPhase } from './phase.ts';
import type { AnswerConsultation, BeginConsultation, DecideOpinion } from './plan-command.ts';
import type { PlanEvent } from './plan-event.ts';
import type { PlanState } from './plan-state.ts';
import { planUnit, unitIdsWhere, unitsWithTasks } from './plan-units.ts';

/** Sends the draft to every unit in it; open points may stay open, since the consultation is what settles them. */
export function beginConsultation(state: PlanState, command: BeginConsultation, moment: Moment): readonly PlanEvent[] {
  assertMay(command.by, 'beginConsultation');
  assertPhase(state, ['draft'], '发起征求意见');
  assertCalendarKnown(moment);
  const unitIds = unitsWithTasks(state);
  if (state.taskCount === 0 || unitIds.length === 0) {
    throw new RuleViolation('no-units', '任务分解中没有任何责任单位，不能征求意见，请先确定各项任务的牵头单位');
  }
  return [consultationOf(unitIds, command, moment)];
}

/** A unit's answer, once; after its limit it is still taken, and marked late, as long as the plan is in consultation. */
export function answerConsultation(
  state: PlanState,
  command: AnswerConsultation,
  moment: Moment,
): readonly PlanEvent[] {
  const { by, unitId, opinions } = command;
  assertMayApprove(command, opinions.length === 0 ? 'answerWithoutOpinion' : 'answerWithOpinion', { unitId });
  assertPhase(state, ['consultation'], '反馈意见');
  const { answer, answerDue } = planUnit(state, unitId);
  if (answerDue === null) throw new RuleViolation('not-consulted', '本单位尚未被征求意见，无需反馈');
  if (answer !== 'none' && answer !== 'lapsed') {
    throw new RuleViolation('answered-twice', '本单位已经反馈意见，不能重复反馈；如需补充，请联系领导小组办公室');
  }
  const ids = [...state.opinions, ...opinions].map(({ id }) => id);
  if (new Set(ids).size < ids.length) throw new RuleViolation('opinion-twice', '意见编号重复，请重新填写后提交');
  return [
    {
      type: 'consultationAnswered',
      at: moment.at,
      by,
      unitId,
      opinions,
      ...paperOf(command),
      late: dayOf(moment.receivedAt) > answerDue,
      mailDay: mailDayFor(moment.context.calendar, moment.at),
    },
  ];
}

/** 采纳情况 of one opinion; until the approval is asked for, a later decision takes the place of an earlier one. */
export function decideOpinion(state: PlanState, command: DecideOpinion, moment: Moment): readonly PlanEvent[] {
  const { by, opinionId, decision, reason } = command;
  assertMay(by, 'decideOpinion');
  assertPhase(state, ['consultation'], '提出意见采纳情况');
  const opinion = state.opinions.find(({ id }) => id === opinionId);
  if (opinion === undefined) throw new RuleViolation('opinion-unknown', '没有这条意见，请刷新后再试');
  if (personsBehind(by).includes(opinion.by)) {
    throw new RuleViolation('own-work', '本人提出的意见不能由本人决定是否采纳，请由办公室其他同志办理');
  }
  if (decision !== 'adopted' && reason === null) {
    throw new RuleViolation('reason-missing', '部分采纳或者未采纳意见，须说明理由');
  }
  const { unitId, taskNumber } = opinion;
  const mailDay = mailDayFor(moment.context.calendar, moment.at);
  return [{ type: 'opinionDecided', at: moment.at, by, opinionId, unitId, taskNumber, decision, reason, mailDay }];
}

/** Time's own: notes units whose limit was the day before `due` as 逾期未反馈, which is never consent. */
export function lapseConsultation(state: PlanState, due: Instant, moment: Moment): readonly PlanEvent[] {
  const unitIds = unitIdsWhere(
    state.units,
    ({ answer, answerDue }) => answer === 'none' && answerDue !== null && startOfDay(addDays(answerDue, 1)) === due,
  );
  if (unitIds.length === 0) return [];
  const mailDay = mailDayFor(moment.context.calendar, moment.at);
  return [{ type: 'consultationLapsed', at: moment.at, by: 'system', unitIds, mailDay }];
}

/** Refuses to start a clock on a day whose year has no calendar: every limit after it would be a guess. */
export function assertCalendarKnown({ at, context: { calendar } }: Moment): void {
  const day = dayOf(at);
  if (isKnown(calendar, day)) return;
  throw new RuleViolation(
    'calendar-unknown',
    `${chineseDay(day, true)}所在的${yearOf(day)}年放假安排尚未导入，无法推算办理时限，请先由系统管理员导入当年的放假安排`,
  );
}
