import { RuleViolation } from '../errors.ts';
import type { DecisionContext } from '../ledger/book.ts';
import { mailDayFor } from '../calendar/mail-day.ts';
import { shiftWorkingDays } from '../calendar/working-calendar.ts';
import { assertMay } from '../permissions.ts';
import { type Instant, dayOf } from '../instant.ts';
import { acceptRows } from './accept-rows.ts';
import { openObligation, rowsSubmitted } from './find.ts';
import { ladderFor } from './ladder.ts';
import { assessLights } from './lights.ts';
import type { ReviewRows } from './task-command.ts';
import type { TaskEvent } from './task-event.ts';
import type { Obligation, TaskState } from './task-state.ts';

/** The office accepts rows or sends them back 退回修改, each with its reason; nobody reviews what their own person made. */
export function reviewRows(
  state: TaskState,
  command: ReviewRows,
  at: Instant,
  context: DecisionContext,
): readonly TaskEvent[] {
  assertMay(command.by, 'reviewReturn');
  const obligation = openObligation(state, command);
  assertReviewable(state, obligation, command);
  const { by, ownUnit, accept } = command;
  const accepted: readonly TaskEvent[] =
    accept.length === 0
      ? []
      : [
          {
            type: 'rowsAccepted',
            at,
            by,
            obligationId: obligation.id,
            subjectIds: accept,
            ownUnit,
            mailDay: mailDayFor(context.calendar, at),
          },
        ];
  return [
    ...accepted,
    ...lightsAfter(state, obligation, { ...command, at }, context),
    ...sentBack(state, obligation, { ...command, at }, context),
  ];
}

function assertReviewable(state: TaskState, obligation: Obligation, command: ReviewRows): void {
  const waiting = rowsSubmitted(obligation);
  const decided = [...command.accept, ...command.sendBack.map(({ subjectId }) => subjectId)];
  if (waiting.length === 0) {
    throw new RuleViolation('nothing-to-review', `第${state.number}项任务没有待审核的报告`);
  }
  if (obligation.act !== command.act) {
    throw new RuleViolation('superseded-version', `第${state.number}项任务已报来新的版本，请按新版本审核`);
  }
  if (decided.length !== waiting.length || !waiting.every((subjectId) => decided.includes(subjectId))) {
    throw new RuleViolation('rows-mismatch', `第${state.number}项任务有${waiting.length}行待审核，应逐行作出决定`);
  }
  if (obligation.makers.includes(command.by.personId)) {
    throw new RuleViolation('own-work', `第${state.number}项任务的报告由审核人本人填报或审签，应由其他人审核`);
  }
  if (obligation.notBy?.includes(command.by.personId) === true) {
    throw new RuleViolation(
      'first-reviewer',
      `第${state.number}项任务的退回修改经异议复核撤销，应由原审核人以外的人重新审核`,
    );
  }
}

function sentBack(
  { changes }: TaskState,
  obligation: Obligation,
  command: ReviewRows & { readonly at: Instant },
  context: DecisionContext,
): readonly TaskEvent[] {
  if (command.sendBack.length === 0) return [];
  const { calendar, rules } = context;
  const { at } = command;
  const resubmitDue = shiftWorkingDays(calendar, dayOf(at), rules.resubmissionWorkingDays);
  // A task that stands still reminds nobody: the ladder is made when it goes on.
  const ladder = changes.suspended !== null ? {} : ladderFor(calendar, resubmitDue.date, rules.reminderOffsets, at);
  const { by, ownUnit, sendBack: rows } = command;
  return [
    {
      type: 'rowsSentBack',
      at,
      by,
      obligationId: obligation.id,
      rows,
      ownUnit,
      resubmitDue,
      ladder,
      headOffsets: rules.headReminderOffsets,
    },
  ];
}

// What is accepted now counts: plans give rows their course, reports their progress.
function lightsAfter(
  state: TaskState,
  obligation: Obligation,
  { accept, by, at }: ReviewRows & { readonly at: Instant },
  context: DecisionContext,
): readonly TaskEvent[] {
  if (state.issuedAt === null) return [];
  const subjects = acceptRows(state.subjects, obligation, accept).filter(({ id }) => accept.includes(id));
  const suspendedSince = state.changes.suspended?.on ?? null;
  const inputs = { on: dayOf(at), issuedOn: dayOf(state.issuedAt), obligations: state.obligations, suspendedSince };
  const assessments = assessLights(subjects, inputs, context);
  return assessments.length === 0 ? [] : [{ type: 'lightsAssessed', at, by, on: dayOf(at), assessments }];
}
