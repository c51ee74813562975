import { RuleViolation } from '../errors.ts';
import type { DecisionContext } from '../ledger/book.ts';
import { mailDayFor } from '../calendar/mail-day.ts';
import { shiftWorkingDays } from '../calendar/working-calendar.ts';
import { assertMay } from '../permissions.ts';
import { type Instant, dayOf } from '../instant.ts';
import { extensionAsked } from './change/pending.ts';
import { assertRow } from './assert-row.ts';
import { openObligation, rowsOwed } from './find.ts';
import { undecided } from './finding/decided-light.ts';
import { assessLights } from './lights.ts';
import { isReviewed } from './obligations.ts';
import type { TakeRows } from './task-command.ts';
import type { RowsTaken, TaskEvent } from './task-event.ts';
import type { Obligation, TaskState } from './task-state.ts';

/**
 * Takes the rows of one obligation from an approved return. Lateness is judged by the approval, `submittedAt`, so a delivery that
 * took its time makes nobody late: an overdue note made in between is lifted.
 */
export function takeRows(
  state: TaskState,
  command: TakeRows,
  at: Instant,
  context: DecisionContext,
): readonly TaskEvent[] {
  assertMay(command.submittedBy, isReviewed(command.kind) ? 'submitReviewedReturn' : 'submitUnreviewedReturn', {
    unitId: command.unitId,
  });
  const obligation = openObligation(state, command);
  assertComplete(state, obligation, command);
  for (const row of command.rows) assertRow(state, command, row, context.decisionVersion);
  const taken = rowsTaken(state, obligation, { ...command, at }, context);
  const lifted = obligation.overdue ? [overdueLifted(obligation, command, at)] : [];
  return [taken, ...lifted, ...lapsedExtension(state, taken), ...lightsAfterLift(state, obligation, at, context)];
}

function rowsTaken(
  state: TaskState,
  obligation: Obligation,
  command: TakeRows & { readonly at: Instant },
  context: DecisionContext,
): RowsTaken {
  const { rules, calendar } = context;
  const { at } = command;
  const on = dayOf(at);
  const first = obligation.submittedAt === null;
  return {
    type: 'rowsTaken',
    at,
    by: command.submittedBy,
    obligationId: obligation.id,
    rows: command.rows,
    act: command.act,
    submittedAt: command.submittedAt,
    late: first ? dayOf(command.submittedAt) > obligation.due || wasLate(state, obligation) : obligation.late,
    makers: [...new Set([...command.makers, command.submittedBy.personId])],
    reviewDue: isReviewed(command.kind) ? shiftWorkingDays(calendar, on, rules.reviewWorkingDays).date : null,
    statementUntil:
      command.kind === 'progress' ? shiftWorkingDays(calendar, on, rules.differingStatementWorkingDays).date : null,
    mailDay: mailDayFor(calendar, at),
  };
}

// An obligation that a change of the task opened a second time was late if it was so the first time.
function wasLate({ settled }: TaskState, { id }: Obligation): boolean {
  return settled.some((each) => each.id === id && each.late);
}

function assertComplete(state: TaskState, obligation: Obligation, command: TakeRows): void {
  const owed = rowsOwed(obligation);
  const given = command.rows.map(({ subjectId }) => subjectId);
  if (owed.length === 0) {
    throw new RuleViolation('obligation-submitted', `第${state.number}项任务的这份报告已经报送，正在审核`);
  }
  const same = owed.length === given.length && owed.every((subjectId) => given.includes(subjectId));
  if (!same) {
    throw new RuleViolation(
      'rows-mismatch',
      `第${state.number}项任务应报${owed.length}行，报来的行与应报的行不一致，请刷新后重报`,
    );
  }
}

// What arrived in time needs no extension any more; what came late still waits to hear by which day it is judged.
function lapsedExtension({ changes }: TaskState, { obligationId, late, at }: RowsTaken): readonly TaskEvent[] {
  const asked = extensionAsked(changes, obligationId);
  if (asked === null || (late && !asked.resubmission)) return [];
  return [{ type: 'changeLapsed', at, by: 'system', changeId: asked.changeId, cause: 'submitted' }];
}

function overdueLifted(obligation: Obligation, { submittedAt }: TakeRows, at: Instant): TaskEvent {
  const inTime = dayOf(submittedAt) <= (obligation.resubmitDue ?? obligation.due);
  return {
    type: 'overdueLifted',
    at,
    by: 'system',
    obligationIds: [obligation.id],
    reason: inTime ? 'was-in-time' : 'submitted',
  };
}

// Only a report that had never come turned its rows' lights; what it says is assessed when the office accepts it.
function lightsAfterLift(
  state: TaskState,
  obligation: Obligation,
  at: Instant,
  context: DecisionContext,
): readonly TaskEvent[] {
  if (!obligation.overdue || obligation.kind !== 'progress' || state.issuedAt === null) return [];
  const subjects = undecided(state.subjects).filter(({ id }) =>
    obligation.rows.some(({ subjectId }) => subjectId === id),
  );
  const obligations = state.obligations.filter(({ id }) => id !== obligation.id);
  const inputs = {
    on: dayOf(at),
    issuedOn: dayOf(state.issuedAt),
    obligations,
    suspendedSince: state.changes.suspended?.on ?? null,
  };
  const assessments = assessLights(subjects, inputs, context);
  return assessments.length === 0 ? [] : [{ type: 'lightsAssessed', at, by: 'system', on: dayOf(at), assessments }];
}
