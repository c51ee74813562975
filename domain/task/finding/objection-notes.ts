import { RuleViolation, assertNever } from '../../errors.ts';
import { mailDayFor } from '../../calendar/mail-day.ts';
import { shiftWorkingDays } from '../../calendar/working-calendar.ts';
import { type Instant, dayOf } from '../../instant.ts';
import type { DecisionContext } from '../../ledger/book.ts';
import type { TaskTarget } from '../../objection/objection-target.ts';
import type { TaskEvent } from '../task-event.ts';
import type { TaskState } from '../task-state.ts';
import { assessAnew, lightDecided } from './decided-light.ts';
import type { EndObjection, NoteObjection } from './finding-command.ts';

/** What an objection is about shows 复核中 from now on; nothing else waits for it. */
export function noteObjection(
  { objections }: TaskState,
  { objectionId, target }: NoteObjection,
  at: Instant,
): readonly TaskEvent[] {
  if (objections.some((noted) => noted.objectionId === objectionId)) return [];
  return [{ type: 'objectionNoted', at, by: 'system', objectionId, target }];
}

/** The objection is over; upheld, the decision that it was about falls. */
export function endObjection(
  state: TaskState,
  command: EndObjection,
  at: Instant,
  context: DecisionContext,
): readonly TaskEvent[] {
  const { objectionId, ending, reason, by } = command;
  const noted = state.objections.find((each) => each.objectionId === objectionId);
  if (noted === undefined) return [];
  const ended: TaskEvent = { type: 'objectionEnded', at, by, objectionId, ending, reason };
  return [ended, ...effect(state, noted.target, { command, at, context })];
}

/** Refuses to end a task while somebody's right is still open: a finding to conclude, or an objection to answer. */
export function assertNothingUnderReview({ number, findings, objections }: TaskState): void {
  if (findings.some(({ phase }) => phase === 'open')) {
    throw new RuleViolation('finding-open', `第${number}项任务还有核查记录未作出结论，不能办结，请先作出结论`);
  }
  if (objections.length > 0) {
    throw new RuleViolation('objection-open', `第${number}项任务还有异议正在复核，不能办结，请先答复异议`);
  }
}

interface Ending {
  readonly command: EndObjection;
  readonly at: Instant;
  readonly context: DecisionContext;
}

function effect(state: TaskState, target: TaskTarget, ending: Ending): readonly TaskEvent[] {
  const { command, at, context } = ending;
  switch (target.kind) {
    case 'row':
      return command.ending === 'upheld' && command.canReopen ? reopened(state, target, ending) : [];
    case 'light': {
      const { light, reason, by, objectionId } = command;
      if (light === null) return [];
      return [lightDecided(state, { subjectId: target.subjectId, light, reason, by, objectionId }, at, context)];
    }
    case 'finding':
      return command.ending === 'upheld' ? findingWithdrawn(state, target.findingId, ending) : [];
    default:
      return assertNever(target);
  }
}

// Where the unit has sent another version in the meantime there is nothing left to bring back.
function reopened(
  state: TaskState,
  { obligationId, subjectId }: Extract<TaskTarget, { kind: 'row' }>,
  { command: { by, notBy }, at, context: { calendar, rules } }: Ending,
): readonly TaskEvent[] {
  const obligation = state.obligations.find(({ id }) => id === obligationId);
  const row = obligation?.rows.find((each) => each.subjectId === subjectId);
  if (row?.state !== 'sent-back') return [];
  const reviewDue = shiftWorkingDays(calendar, dayOf(at), rules.reviewWorkingDays).date;
  const mailDay = mailDayFor(calendar, at);
  return [{ type: 'rowsReopened', at, by, obligationId, subjectIds: [subjectId], notBy, reviewDue, mailDay }];
}

function findingWithdrawn(
  state: TaskState,
  findingId: string,
  { command: { by, objectionId }, at, context }: Ending,
): readonly TaskEvent[] {
  const lit = state.subjects.filter(
    ({ light }) => light?.cause.kind === 'decided' && light.cause.findingId === findingId,
  );
  return [{ type: 'findingWithdrawn', at, by, findingId, objectionId }, ...assessAnew(state, lit, at, context)];
}
