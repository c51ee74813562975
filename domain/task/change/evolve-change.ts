import { assertNever } from '../../errors.ts';
import { personsBehind } from '../../paper-approval.ts';
import { newSubject } from '../issue.ts';
import type { Obligation, SettledObligation, Subject, TaskState } from '../task-state.ts';
import type { AssignmentChanged, ChangeEvent, ChangeRequested, DueMoved } from './change-event.ts';
import type { PendingChange } from './change-state.ts';
import { resumed, suspended } from './evolve-suspension.ts';
import { movedObligation } from './moved-obligation.ts';
import { withoutPending } from './pending.ts';
import { rowsMoved } from './rows-moved.ts';
import { thingKey } from './task-change.ts';

/** The task after an event about a change of it. `settle` closes obligations of which every row is accepted. */
export function evolveChange(
  state: TaskState,
  event: ChangeEvent,
  settle: (state: TaskState, obligation: Obligation) => TaskState,
): TaskState {
  switch (event.type) {
    case 'changeRequested':
      return { ...state, changes: { ...state.changes, pending: [...state.changes.pending, asked(event)] } };
    case 'changeDecided':
    case 'changeWithdrawn':
    case 'changeLapsed':
      return { ...state, changes: withoutPending(state.changes, event.changeId) };
    case 'dueMoved':
      return dueMoved(state, event);
    case 'assignmentChanged':
      return settledWhereAccepted(assigned(state, event), settle);
    case 'taskSuspended':
      return suspended(state, event);
    case 'taskResumed':
      return resumed(state, event);
    case 'instructionGiven':
      return state;
    default:
      return assertNever(event);
  }
}

function asked({
  changeId,
  change,
  unitId,
  decider,
  decideBy,
  resubmission,
  by,
  paper,
}: ChangeRequested): PendingChange {
  const askedBy = personsBehind(paper?.signer ?? by);
  return { changeId, change, unitId, askedBy, decider, decideBy: decideBy.date, resubmission };
}

function dueMoved(state: TaskState, { of, from, to, resubmission, late, lightDays }: DueMoved): TaskState {
  const thing = thingKey(of);
  const dueMoves = [...state.changes.dueMoves, { thing, from, to, cause: 'extension' as const }];
  if (of.kind === 'item') {
    const subjects = state.subjects.map((each) => (each.id === of.subjectId ? { ...each, due: to } : each));
    return { ...state, subjects, lightDays, changes: { ...state.changes, dueMoves } };
  }
  const isOpen = state.obligations.some(({ id }) => id === of.obligationId);
  if (!isOpen) return { ...state, settled: state.settled.map((each) => judgedAnew(each, of.obligationId, late)) };
  const obligations = state.obligations.map((each) =>
    each.id === of.obligationId ? movedObligation(each, { to, resubmission, late }) : each,
  );
  return { ...state, obligations, lightDays, changes: { ...state.changes, dueMoves } };
}

function judgedAnew(settled: SettledObligation, id: string, late: boolean | null): SettledObligation {
  return settled.id !== id || late !== false ? settled : { id, late };
}

function assigned(state: TaskState, event: AssignmentChanged): TaskState {
  const { put, removed, parties, lightDays, endedObligations } = event;
  const terms = new Map(put.map((item) => [item.id, item]));
  const kept = state.subjects
    .filter(({ id }) => !removed.includes(id))
    .map((subject): Subject => ({ ...subject, ...terms.get(subject.id) }));
  const added = put.filter(({ id }) => !state.subjects.some((subject) => subject.id === id)).map(newSubject);
  const gone = new Set([
    ...removed.map((subjectId) => thingKey({ kind: 'item', subjectId })),
    ...endedObligations.map((obligationId) => thingKey({ kind: 'obligation', obligationId })),
  ]);
  const dueMoves = state.changes.dueMoves.filter(({ thing }) => !gone.has(thing));
  return {
    ...state,
    parties,
    subjects: [...kept, ...added],
    obligations: rowsMoved(state.obligations, event),
    lightDays,
    changes: { ...state.changes, dueMoves },
  };
}

function settledWhereAccepted(
  state: TaskState,
  settle: (state: TaskState, obligation: Obligation) => TaskState,
): TaskState {
  const done = state.obligations.filter(({ rows }) => rows.every((row) => row.state === 'accepted'));
  return done.reduce(settle, state);
}
