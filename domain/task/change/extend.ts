import { RuleViolation } from '../../errors.ts';
import { dayOf } from '../../instant.ts';
import type { DecisionContext } from '../../ledger/book.ts';
import { type PlainDate, chineseDay } from '../../plain-date.ts';
import { undecided } from '../finding/decided-light.ts';
import { lightDays } from '../light-days.ts';
import { assessLights } from '../lights.ts';
import { overdueNotes } from '../overdue-notes.ts';
import type { TaskEvent } from '../task-event.ts';
import type { Obligation, TaskState } from '../task-state.ts';
import { subjectOf } from './askable.ts';
import type { DueMoved } from './change-event.ts';
import type { PendingChange } from './change-state.ts';
import { remindersOf } from './extended-obligation.ts';
import { movedObligation } from './moved-obligation.ts';
import { dayInForce } from './pending.ts';
import type { ChangeMade } from './reassign.ts';
import type { Extension } from './task-change.ts';

/** Grants an extension: the due day moves, the one before stays on record; reminders and lights follow the new one. */
export function extend(
  state: TaskState,
  { pending, change }: { readonly pending: PendingChange; readonly change: Extension },
  made: ChangeMade,
  context: DecisionContext,
): readonly TaskEvent[] {
  return change.of.kind === 'item'
    ? extendItem(state, { change, subjectId: change.of.subjectId }, made, context)
    : extendObligation(state, { change, obligationId: change.of.obligationId, pending }, made, context);
}

function extendItem(
  state: TaskState,
  { change, subjectId }: { readonly change: Extension; readonly subjectId: string },
  { changeId, by, at }: ChangeMade,
  context: DecisionContext,
): readonly TaskEvent[] {
  const subject = subjectOf(state, subjectId);
  assertLater(subject.due, change.to);
  const on = dayOf(at);
  const subjects = state.subjects.map((each) => (each.id === subjectId ? { ...each, due: change.to } : each));
  const moved: DueMoved = {
    type: 'dueMoved',
    at,
    by,
    changeId,
    of: change.of,
    from: subject.due,
    to: change.to,
    resubmission: false,
    late: null,
    reminders: null,
    lightDays: lightDays(subjects, on, context),
  };
  const inputs = { on, issuedOn: dayOf(state.issuedAt ?? at), obligations: state.obligations };
  const assessments = assessLights(undecided([{ ...subject, due: change.to }]), inputs, context);
  return [moved, ...(assessments.length === 0 ? [] : [{ type: 'lightsAssessed', at, by, on, assessments } as const])];
}

interface Extending {
  readonly change: Extension;
  readonly obligationId: string;
  readonly pending: PendingChange;
}

function extendObligation(
  state: TaskState,
  { change, obligationId, pending: { resubmission } }: Extending,
  { changeId, by, at }: ChangeMade,
  context: DecisionContext,
): readonly TaskEvent[] {
  const { of, to } = change;
  const base = { type: 'dueMoved', at, by, changeId, of, to, resubmission, lightDays: state.lightDays } as const;
  const obligation = state.obligations.find(({ id }) => id === obligationId);
  if (obligation === undefined) {
    const settled = state.settled.find(({ id }) => id === obligationId);
    if (settled?.lateFrom === undefined) throw nothingToExtend(state);
    return [{ ...base, from: settled.lateFrom.due, late: settled.lateFrom.on > to, reminders: null }];
  }
  const from = resubmission ? dayInForce(obligation) : obligation.due;
  assertLater(from, to);
  const moved: Obligation = movedObligation(obligation, { to, resubmission, late: null });
  const reminders = remindersOf(moved, { at, context, isBeingDecided: false });
  const late = resubmission ? null : isLate(obligation, to);
  const after = { ...state, obligations: state.obligations.map((each) => (each === obligation ? moved : each)) };
  const isOver = reminders !== null && dayInForce(moved) < dayOf(at);
  return [{ ...base, from, late, reminders }, ...(isOver ? overdueNotes(after, [moved], at, context) : [])];
}

function isLate({ submittedAt }: Obligation, due: PlainDate): boolean | null {
  return submittedAt === null ? null : dayOf(submittedAt) > due;
}

function assertLater(due: PlainDate, to: PlainDate): void {
  if (to > due) return;
  throw new RuleViolation(
    'extension-not-later',
    `时限已调整为${chineseDay(due, true)}，申请的日期不晚于该日，请不予同意并由责任单位重新申请`,
  );
}

function nothingToExtend({ number }: TaskState): RuleViolation {
  return new RuleViolation('obligation-settled', `第${number}项任务的该项报送已经办结，不需要延期，请不予同意`);
}
