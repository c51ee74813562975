import { RuleViolation, assertNever } from '../errors.ts';
import { mailDayFor } from '../calendar/mail-day.ts';
import { type WorkingCalendar, shiftWorkingDays } from '../calendar/working-calendar.ts';
import { type Instant, dayOf } from '../instant.ts';
import type { DecisionContext } from '../ledger/book.ts';
import { assertMayApprove } from '../paper-approval.ts';
import { addDays, chineseDay } from '../plain-date.ts';
import { ladderFor } from '../task/ladder.ts';
import { answerObjection, approvalIn } from './answer.ts';
import type { FileObjection, ObjectionAct, ObjectionCommand, WithdrawObjection } from './objection-command.ts';
import type { ObjectionEvent } from './objection-event.ts';
import { type ObjectionState, stageToNote } from './objection-state.ts';
import { targetNames } from './objection-target.ts';
import { isOverdueAt } from './wake.ts';

/** What a command is decided on besides the state. */
export interface ObjectionMoment {
  readonly at: Instant;
  /** When the act first reached duban: its day decides whether it came in time. */
  readonly receivedAt?: Instant;
}

/** What a command does to an objection at `at`; none where nothing changes. Throws `RuleViolation` where the rules forbid it. */
export function decideObjection(
  state: ObjectionState,
  { command, at, receivedAt = at }: ObjectionMoment & { readonly command: ObjectionCommand },
  context: DecisionContext,
): readonly ObjectionEvent[] {
  switch (command.type) {
    case 'fileObjection':
      return fileObjection(state, command, { at, receivedAt }, context);
    case 'answerObjection':
      assertObjectionMayEnter(state, command);
      return answerObjection(state, command, at);
    case 'withdrawObjection':
      assertObjectionMayEnter(state, command);
      return withdraw(state, command, at, context);
    case 'noteTarget': {
      const { stage, refusal } = command;
      return stageToNote(state) === stage ? [{ type: 'targetNoted', at, by: 'system', stage, refusal }] : [];
    }
    case 'noteDeliveryFailure': {
      const { letterId, key, failureClass } = command;
      return state.phase === 'open' ? [{ type: 'deliveryFailed', at, by: 'system', letterId, key, failureClass }] : [];
    }
    case 'retime':
      return retime(state, at, context);
    case 'wake':
      return isOverdueAt(state, dayOf(at))
        ? [{ type: 'objectionOverdue', at, by: 'system', mailDay: mailDayFor(context.calendar, at) }]
        : [];
    default:
      return assertNever(command);
  }
}

/** The table of phases: it is filed once, and answered or withdrawn once. */
export function assertObjectionMayEnter({ phase }: ObjectionState, { type }: ObjectionAct): void {
  if (type === 'fileObjection') return;
  if (phase === 'unfiled') throw new RuleViolation('objection-not-filed', '没有这件异议，请核对后重新选择');
  if (phase !== 'open') {
    throw new RuleViolation('objection-closed', `这件异议${phase === 'answered' ? '已经答复' : '已经撤回'}，不再办理`);
  }
}

function fileObjection(
  state: ObjectionState,
  command: FileObjection,
  { at, receivedAt = at }: ObjectionMoment,
  { calendar, rules }: DecisionContext,
): readonly ObjectionEvent[] {
  const { objectionId, planId, target, basis, grounds } = command;
  assertMayApprove(command, 'fileObjection', { unitId: basis.unitId });
  if (state.phase !== 'unfiled') {
    throw new RuleViolation('objection-filed', `对这一${targetNames[target.kind]}已经提出过异议，同一事项只能提出一次`);
  }
  const until = addDays(basis.receivedOn, rules.objectionCalendarDays);
  if (dayOf(receivedAt) > until) {
    throw new RuleViolation(
      'objection-too-late',
      `异议应在收到之日起${rules.objectionCalendarDays}日内提出：${chineseDay(basis.receivedOn, true)}收到，期限为${chineseDay(until, true)}，现已逾期，不再受理`,
    );
  }
  const answerDue = shiftWorkingDays(calendar, dayOf(at), rules.objectionAnswerWorkingDays);
  const timed = { answerDue, ladder: ladderFor(calendar, answerDue.date, dueOffsets(rules.reminderOffsets), at) };
  const filed = { objectionId, planId, target, basis, grounds, calendarVersions: versionsOf(calendar) };
  const mailDay = mailDayFor(calendar, at);
  return [{ type: 'objectionFiled', at, ...approvalIn(command), ...filed, ...timed, mailDay }];
}

function withdraw(
  { basis }: ObjectionState,
  command: WithdrawObjection,
  at: Instant,
  { calendar }: DecisionContext,
): readonly ObjectionEvent[] {
  assertMayApprove(command, 'fileObjection', basis === null ? {} : { unitId: basis.unitId });
  const { reason } = command;
  return [{ type: 'objectionWithdrawn', at, ...approvalIn(command), reason, mailDay: mailDayFor(calendar, at) }];
}

function retime(
  { phase, filedOn, answerDue: before, overdue, calendarVersions: counted }: ObjectionState,
  at: Instant,
  { calendar, rules }: DecisionContext,
): readonly ObjectionEvent[] {
  const calendarVersions = versionsOf(calendar);
  if (phase !== 'open' || filedOn === null || before === null || overdue) return [];
  if (Object.entries(calendarVersions).every(([year, version]) => counted[year] === version)) return [];
  const answerDue = shiftWorkingDays(calendar, filedOn, rules.objectionAnswerWorkingDays);
  if (answerDue.date === before || answerDue.date < dayOf(at)) return [];
  const ladder = ladderFor(calendar, answerDue.date, dueOffsets(rules.reminderOffsets), at);
  return [{ type: 'objectionRetimed', at, by: 'system', before, answerDue, ladder, calendarVersions }];
}

// After the due day there is one letter, with the overdue event: the office does not dun itself.
function dueOffsets(offsets: readonly number[]): readonly number[] {
  return offsets.filter((offset) => offset <= 0);
}

function versionsOf(calendar: WorkingCalendar): Readonly<Record<string, number>> {
  return Object.fromEntries(calendar.map(({ year, version }) => [String(year), version]));
}
