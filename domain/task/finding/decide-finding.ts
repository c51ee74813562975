import { RuleViolation, assertNever } from '../../errors.ts';
import { mailDayFor } from '../../calendar/mail-day.ts';
import { shiftWorkingDays } from '../../calendar/working-calendar.ts';
import { type Instant, dayOf } from '../../instant.ts';
import type { DecisionContext } from '../../ledger/book.ts';
import { assertMayApprove } from '../../paper-approval.ts';
import { assertMay } from '../../permissions.ts';
import { addDays, chineseDay } from '../../plain-date.ts';
import type { Moment } from '../remarks.ts';
import type { TaskEvent } from '../task-event.ts';
import type { Subject, TaskState } from '../task-state.ts';
import { decideLight, lightDecided } from './decided-light.ts';
import type { ConcludeFinding, FindingCommand, OpenFinding, StateOnFinding } from './finding-command.ts';
import type { Finding } from './finding-state.ts';
import { endObjection, noteObjection } from './objection-notes.ts';

/** What findings 核查记录, decided lights and objections do to a task. */
export function decideFinding(
  state: TaskState,
  command: FindingCommand,
  moment: Moment,
  context: DecisionContext,
): readonly TaskEvent[] {
  switch (command.type) {
    case 'openFinding':
      return openFinding(state, command, moment.at, context);
    case 'stateOnFinding':
      return stateOnFinding(state, command, moment, context);
    case 'concludeFinding':
      return concludeFinding(state, command, moment.at, context);
    case 'decideLight':
      return decideLight(state, command, moment.at, context);
    case 'noteObjection':
      return noteObjection(state, command, moment.at);
    case 'endObjection':
      return endObjection(state, command, moment.at, context);
    default:
      return assertNever(command);
  }
}

function subjectOf({ subjects, number }: TaskState, subjectId: string): Subject {
  const subject = subjects.find(({ id }) => id === subjectId);
  if (subject !== undefined) return subject;
  throw new RuleViolation('unknown-subject', `第${number}项任务没有这一具体事项，请核对后重新选择`);
}

function openFinding(
  state: TaskState,
  command: OpenFinding,
  at: Instant,
  { calendar, rules }: DecisionContext,
): readonly TaskEvent[] {
  const { by, checkers, findingId, subjectId, claim, method, reportedValue, foundValue, evidence } = command;
  assertMay(by, 'openFinding');
  const { unitId } = subjectOf(state, subjectId);
  if (new Set(checkers).size !== 2 || checkers.length !== 2) {
    throw new RuleViolation('two-checkers', '核查应由两名人员共同进行，请填写两名不同的核查人员');
  }
  if (!checkers.includes(by.personId)) {
    throw new RuleViolation('not-a-checker', '核查记录由参加核查的督查人员登记，请把登记人列为核查人员之一');
  }
  if (state.findings.some(({ id }) => id === findingId)) {
    throw new RuleViolation('finding-opened', '这份核查记录已经登记，请刷新页面后查看');
  }
  const statementDue = shiftWorkingDays(calendar, dayOf(at), rules.findingStatementWorkingDays);
  const concludeFrom = shiftWorkingDays(calendar, statementDue.date, 1).date;
  const said = { findingId, subjectId, unitId, claim, method, checkers, reportedValue, foundValue, evidence };
  return [{ type: 'findingOpened', at, by, ...said, statementDue, concludeFrom }];
}

function stateOnFinding(
  state: TaskState,
  { findingId, text, by, paper }: StateOnFinding,
  { at, receivedAt = at }: Moment,
  { calendar, rules }: DecisionContext,
): readonly TaskEvent[] {
  const finding = findingOf(state, findingId);
  const approval = paper === undefined ? { by } : { by, paper };
  assertMayApprove(approval, 'stateOnFinding', { unitId: finding.unitId });
  assertOpen(state, finding);
  if (finding.isStated) throw new RuleViolation('finding-stated', '本单位对这份核查记录已经提出过意见，不再重复提出');
  if (dayOf(receivedAt) > finding.statementDue) {
    throw new RuleViolation(
      'statement-too-late',
      `对核查情况的意见应在收到后${rules.findingStatementWorkingDays}个工作日内提出，期限为${chineseDay(finding.statementDue, true)}，现已逾期；作出结论后仍有不同意见的，可以提出异议`,
    );
  }
  return [{ type: 'findingStated', at, ...approval, findingId, text, mailDay: mailDayFor(calendar, at) }];
}

function concludeFinding(
  state: TaskState,
  { findingId, outcome, text, light, by }: ConcludeFinding,
  at: Instant,
  context: DecisionContext,
): readonly TaskEvent[] {
  assertMay(by, 'concludeFinding');
  const finding = findingOf(state, findingId);
  assertOpen(state, finding);
  const on = dayOf(at);
  if (!finding.isStated && on <= finding.statementDue) {
    throw new RuleViolation(
      'statement-awaited',
      `被核查单位可以在${chineseDay(finding.statementDue, true)}以前提出意见，请在收到意见后或者期限届满后作出结论`,
    );
  }
  const objectionUntil = addDays(on, context.rules.objectionCalendarDays);
  const mailDay = mailDayFor(context.calendar, at);
  const concluded = { type: 'findingConcluded', at, by, findingId, outcome, text, mailDay } as const;
  const decided =
    light === null
      ? []
      : [lightDecided(state, { subjectId: finding.subjectId, light, reason: text, by, findingId }, at, context)];
  return [{ ...concluded, feedbackOn: on, objectionUntil }, ...decided];
}

function findingOf({ findings, number }: TaskState, findingId: string): Finding {
  const finding = findings.find(({ id }) => id === findingId);
  if (finding !== undefined) return finding;
  throw new RuleViolation('unknown-finding', `第${number}项任务没有这份核查记录，请核对后重新选择`);
}

function assertOpen({ number }: TaskState, { phase }: Finding): void {
  if (phase === 'open') return;
  throw new RuleViolation('finding-concluded', `第${number}项任务的这份核查记录已经作出结论，如有不同意见可以提出异议`);
}
