import { mailDayFor } from '../../calendar/mail-day.ts';
import { RuleViolation } from '../../errors.ts';
import { type Instant, dayOf } from '../../instant.ts';
import type { DecisionContext } from '../../ledger/book.ts';
import { personsBehind } from '../../paper-approval.ts';
import { assertMay } from '../../permissions.ts';
import type { PlainDate } from '../../plain-date.ts';
import type { TaskEvent } from '../task-event.ts';
import { dayInForce } from '../change/pending.ts';
import { rowsSubmitted } from '../find.ts';
import type { Subject, TaskState } from '../task-state.ts';
import { endedBy } from './close-out.ts';
import type { DecideEndings, EndingDecision } from './ending-command.ts';
import type { EndingsDecided } from './ending-event.ts';
import { endingFault } from './ending-fault.ts';
import { evolveEndings } from './evolve-endings.ts';
import { endingNames, isDone, isFinal } from './row-ending.ts';

/** The office decides how rows end; of rows that ended for good nothing can be decided again. */
export function decideEndings(
  state: TaskState,
  { by, rows }: DecideEndings,
  at: Instant,
  context: DecisionContext,
): readonly TaskEvent[] {
  assertMay(by, 'decideEndings');
  if (rows.length === 0) throw new RuleViolation('rows-missing', '没有选择任何一行，请选择后再确定办理结果');
  if (new Set(rows.map(({ subjectId }) => subjectId)).size < rows.length) {
    throw new RuleViolation('row-twice', '同一行重复提交，请刷新后再试');
  }
  assertNothingPending(state);
  const subjects = rows.map((row) => ({ row, subject: subjectOf(state, row) }));
  for (const { row, subject } of subjects) {
    assertOpen(state, row, subject, dayOf(at));
    if (personsBehind(by).some((personId) => subject.claim?.makers.includes(personId) === true)) {
      throw new RuleViolation('own-work', `${nameOf(state, subject)}由本人填写或者审签，请由其他人员确定办理结果`);
    }
    assertFits(state, row, subject, dayOf(at));
  }
  const decided: EndingsDecided = {
    type: 'endingsDecided',
    at,
    by,
    rows: subjects.map(({ row, subject }) => ({ ...row, claimed: subject.claim?.ending ?? null })),
    mailDay: mailDayFor(context.calendar, at),
  };
  const after = evolveEndings(state, decided);
  // What is under review keeps the task open; the office ends it when that is decided.
  const isFree = state.objections.length === 0 && state.findings.every(({ phase }) => phase !== 'open');
  const isLast = isFree && after.yearClosed && after.subjects.every(({ ending }) => isFinal(ending));
  return isLast ? [decided, endedBy(after, by, decided)] : [decided];
}

// What is being changed has no end yet; a task that stands still waits for its resumption or its termination.
function assertNothingPending({ number, changes }: TaskState): void {
  if (changes.pending.length === 0 && changes.suspended === null) return;
  const why = changes.suspended === null ? '还有变更申请未决定，请先决定' : '已暂停，请先恢复或者终止';
  throw new RuleViolation('change-open', `第${number}项任务${why}，再确定办理结果`);
}

function subjectOf(state: TaskState, { subjectId }: EndingDecision): Subject {
  const subject = state.subjects.find(({ id }) => id === subjectId);
  if (subject !== undefined) return subject;
  throw new RuleViolation('unknown-row', `第${state.number}项任务没有编号为“${subjectId}”的行，请刷新后再试`);
}

// Before the last report only what was reported as done can be closed; after it, everything that no longer waits for anybody.
function assertOpen(state: TaskState, row: EndingDecision, subject: Subject, on: PlainDate): void {
  const name = nameOf(state, subject);
  if (isFinal(subject.ending)) {
    throw new RuleViolation('ending-decided', `${name}的办理结果已经确定，不能再次确定`);
  }
  const waiting = state.obligations.filter(
    ({ kind, rows }) =>
      kind === 'progress' && rows.some(({ subjectId, state: at }) => subjectId === subject.id && at !== 'accepted'),
  );
  if (waiting.some((each) => rowsSubmitted(each).includes(subject.id))) {
    throw new RuleViolation('report-open', `${name}的进展情况正在审核，请审核后再确定办理结果`);
  }
  if (isDone(row) && subject.progress?.complete === true) return;
  if (state.openedPeriod !== state.lastPeriod) {
    throw new RuleViolation('periods-left', `${name}还有以后季度的进展情况未报送，经审核已完成的方可提前办结`);
  }
  if (waiting.some((each) => dayInForce(each) >= on)) {
    throw new RuleViolation('report-open', `${name}的进展情况尚未报送且未到期，请在报送并审核后确定办理结果`);
  }
}

function assertFits(state: TaskState, row: EndingDecision, subject: Subject, on: PlainDate): void {
  const name = nameOf(state, subject);
  const value = row.value ?? subject.progress?.value ?? null;
  const fault = endingFault(row, { subject, value, on });
  if (fault !== null) throw new RuleViolation('ending-contradicts', `${name}${fault}`);
  if (row.value !== null && (subject.target === null || !Number.isFinite(row.value))) {
    throw new RuleViolation('value-not-expected', `${name}没有数量目标，请勿填写数值`);
  }
  const claimed = subject.claim?.ending;
  if (claimed === row.ending || row.reason !== null) return;
  if (subject.ending?.ending === 'awaiting-statistics' && row.value !== null) return;
  const said = claimed === undefined ? '单位未填报年终自评' : `单位自评为“${endingNames[claimed]}”`;
  throw new RuleViolation('reason-missing', `${name}${said}，确定为“${endingNames[row.ending]}”请说明理由`);
}

function nameOf({ number }: TaskState, { title }: Subject): string {
  return `第${number}项任务“${title}”`;
}
