import { RuleViolation, assertNever } from '../../errors.ts';
import { mailDayFor } from '../../calendar/mail-day.ts';
import type { Instant } from '../../instant.ts';
import type { DecisionContext } from '../../ledger/book.ts';
import { approverOf, assertMayApprove, personsBehind } from '../../paper-approval.ts';
import type { TaskEvent } from '../task-event.ts';
import type { TaskState } from '../task-state.ts';
import { amended, assertAmendment } from './amendment.ts';
import { assertRunning, subjectOf } from './askable.ts';
import { issuedTerms } from './assignment.ts';
import type { DecideChange } from './change-command.ts';
import type { PendingChange } from './change-state.ts';
import { extend } from './extend.ts';
import { extendedObligation, overdueAtOnce, remindersOf } from './extended-obligation.ts';
import { assertMayLeave, withoutUnit } from './move-unit.ts';
import { changeTitle, pendingChange, withoutPending } from './pending.ts';
import { type ChangeMade, reassign } from './reassign.ts';
import { resume, suspend } from './suspend.ts';

/** Whoever decides grants a change, which takes effect at once, or refuses it; nobody decides on what they asked for themselves. */
export function decideChange(
  state: TaskState,
  command: DecideChange,
  at: Instant,
  context: DecisionContext,
): readonly TaskEvent[] {
  const pending = pendingChange(state, command.changeId);
  assertDecider(state, pending, command);
  const { changeId, outcome, reason, replacementId, by, paper } = command;
  const after = { ...state, changes: withoutPending(state.changes, changeId) };
  const obligation = extendedObligation(state, pending.change);
  const isRefused = outcome === 'refused';
  const isAsked = isRefused && obligation !== null && state.changes.suspended === null;
  const decided: TaskEvent = {
    type: 'changeDecided',
    at,
    by,
    changeId,
    ...(paper === undefined ? {} : { paper }),
    outcome,
    reason,
    replacementId,
    mailDay: mailDayFor(context.calendar, at),
    reminders: isAsked ? remindersOf(obligation, { at, context, isBeingDecided: false }) : null,
  };
  if (!isRefused) return [decided, ...effects(after, { pending, command }, { changeId, by, at }, context)];
  return [decided, ...(obligation === null ? [] : overdueAtOnce(after, obligation, at, context))];
}

function assertDecider(
  { number }: TaskState,
  { change, decider, askedBy }: PendingChange,
  command: DecideChange,
): void {
  assertMayApprove(command, decider === 'office' ? 'decideOfficeChange' : 'decideChange');
  const title = changeTitle(number, change);
  if (personsBehind(approverOf(command)).some((personId) => askedBy.includes(personId))) {
    throw new RuleViolation('own-work', `${title}由本人提出，应由其他人决定`);
  }
  if (command.replacementId === null) return;
  if (change.kind === 'decline' && command.outcome === 'granted') return;
  throw new RuleViolation('replacement-not-asked', `${title}不需要指定接办单位，只有同意退办时才指定`);
}

interface Granted {
  readonly pending: PendingChange;
  readonly command: DecideChange;
}

function effects(
  state: TaskState,
  { pending, command }: Granted,
  made: ChangeMade,
  context: DecisionContext,
): readonly TaskEvent[] {
  const { change, decider } = pending;
  assertRunning(state, change);
  switch (change.kind) {
    case 'extension':
      return extend(state, { pending, change }, made, context);
    case 'decline': {
      const { replacementId } = command;
      assertMayLeave(state, change.unitId, replacementId ?? undefined);
      const basis = decider === 'office' ? 'added' : 'decided';
      const successor = replacementId === null ? null : ({ unitId: replacementId, basis } as const);
      return reassign(state, withoutUnit(state, change.unitId, successor), made, context);
    }
    case 'reassignment': {
      assertMayLeave(state, change.unitId, change.toUnitId);
      const successor = { unitId: change.toUnitId, basis: 'decided' } as const;
      return reassign(state, withoutUnit(state, change.unitId, successor), made, context);
    }
    case 'target': {
      subjectOf(state, change.subjectId);
      const subjects = state.subjects.map((subject) =>
        subject.id === change.subjectId ? { ...issuedTerms(subject), target: change.target } : issuedTerms(subject),
      );
      return reassign(state, { parties: state.parties, subjects }, made, context);
    }
    case 'amendment':
      assertAmendment(state, change);
      return reassign(state, amended(state, change), made, context);
    case 'suspension':
      return suspend(state, made, context);
    case 'resumption':
      return resume(state, made, context);
    case 'termination': {
      const mailDay = mailDayFor(context.calendar, made.at);
      return [{ type: 'taskEnded', at: made.at, by: command.by, ending: 'terminated', mailDay }];
    }
    default:
      return assertNever(change);
  }
}
