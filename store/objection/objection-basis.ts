import type { Actor } from '../../domain/actor.ts';
import type { ObjectionAbout } from '../../domain/act/objection-act.ts';
import { RuleViolation, assertNever } from '../../domain/errors.ts';
import { dayOf } from '../../domain/instant.ts';
import type { EventBase, Recorded } from '../../domain/ledger/event.ts';
import type { ObjectionBasis } from '../../domain/objection/objection-state.ts';
import type { ObjectionTarget } from '../../domain/objection/objection-target.ts';
import { approverOf, personsBehind } from '../../domain/paper-approval.ts';
import type { TaskEvent } from '../../domain/task/task-event.ts';
import type { TaskState } from '../../domain/task/task-state.ts';
import { loadChain, readEvents } from '../ledger/load.ts';
import { supervisionUnit } from '../order/supervision-unit.ts';
import type { Store } from '../store.ts';
import { orderDecision } from './order-decision.ts';

/** The decision that is objected to, and what the ledger says of it. */
export interface Objectionable {
  readonly target: ObjectionTarget;
  readonly basis: ObjectionBasis;
}

/** Finds the last decision on what a unit objects to; refuses where there is none. */
export async function objectionBasis(
  store: Pick<Store, 'pool' | 'books'>,
  planId: string,
  about: ObjectionAbout,
): Promise<Objectionable> {
  if (about.kind === 'order') return orderDecision(store, about.orderId);
  const chain = `task/${about.taskId}`;
  const state = (await loadChain(store, chain)).state as TaskState;
  if (state.planId !== planId) throw new RuleViolation('unknown-task', '没有这项任务，请核对后重新选择');
  const events = (await readEvents(store, chain)) as readonly Recorded<TaskEvent>[];
  const decision = events.findLast(({ event }) => isDecision(event, about));
  const unitId = unitOf(state, about);
  if (decision === undefined || unitId === null) {
    throw new RuleViolation('nothing-to-object-to', `第${state.number}项任务没有所选的决定，请核对后重新选择`);
  }
  const { seq, event } = decision;
  const receivedOn = dayOf(event.at);
  return {
    target: targetOf(about, seq),
    basis: {
      unitId,
      title: titleOf(state, about),
      taskNumber: state.number,
      taskTitle: state.title,
      receivedOn,
      firstDeciders: decidersOf(event, events, about),
      officeUnitId: state.officeUnitId,
      supervisionUnitId: await supervisionUnit(store, planId, receivedOn),
    },
  };
}

type TaskAbout = Exclude<ObjectionAbout, { kind: 'order' }>;

function targetOf(about: TaskAbout, seq: number): ObjectionTarget {
  switch (about.kind) {
    case 'row':
    case 'light':
    case 'finding':
      return { ...about, seq };
    default:
      return assertNever(about);
  }
}

function isDecision(event: TaskEvent, about: TaskAbout): boolean {
  switch (about.kind) {
    case 'row': {
      if (event.type !== 'rowsSentBack' || event.obligationId !== about.obligationId) return false;
      return event.rows.some(({ subjectId }) => subjectId === about.subjectId);
    }
    case 'light':
      if (event.type === 'lightDecided') return event.subjectId === about.subjectId;
      return (
        event.type === 'lightsAssessed' && event.assessments.some(({ subjectId }) => subjectId === about.subjectId)
      );
    case 'finding':
      return event.type === 'findingConcluded' && event.findingId === about.findingId;
    default:
      return assertNever(about);
  }
}

function unitOf(state: TaskState, about: TaskAbout): string | null {
  switch (about.kind) {
    case 'row':
      return about.obligationId.split('/')[1] ?? null;
    case 'light':
      return state.subjects.find(({ id }) => id === about.subjectId)?.unitId ?? null;
    case 'finding':
      return state.findings.find(({ id }) => id === about.findingId)?.unitId ?? null;
    default:
      return assertNever(about);
  }
}

function titleOf(state: TaskState, about: TaskAbout): string {
  const subjectId =
    about.kind === 'finding' ? state.findings.find(({ id }) => id === about.findingId)?.subjectId : about.subjectId;
  return state.subjects.find(({ id }) => id === subjectId)?.title ?? state.title;
}

// Who checked a finding decided on it as much as who concluded; a light that the rules gave was decided by nobody.
function decidersOf(event: TaskEvent, events: readonly Recorded<TaskEvent>[], about: TaskAbout): readonly string[] {
  const checkers =
    about.kind === 'finding'
      ? events.flatMap((recorded) => {
          const opened: TaskEvent = recorded.event;
          return opened.type === 'findingOpened' && opened.findingId === about.findingId ? opened.checkers : [];
        })
      : [];
  return [...new Set([...personsOf(event), ...checkers])];
}

function personsOf({ by }: EventBase): readonly string[] {
  const actor: Actor = by;
  return actor === 'system' ? [] : personsBehind(approverOf({ by: actor }));
}
