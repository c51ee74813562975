import type { Obligation, Subject, TaskState } from '../task-state.ts';
import type { TaskResumed, TaskSuspended } from './change-event.ts';
import type { DueMove } from './change-state.ts';
import { thingKey } from './task-change.ts';

/** The task once it stands still. */
export function suspended(state: TaskState, { on, at }: TaskSuspended): TaskState {
  return { ...state, changes: { ...state.changes, suspended: { on, at } } };
}

/** The task once it goes on, with the days that have moved. */
export function resumed(state: TaskState, event: TaskResumed): TaskState {
  const items = new Map(event.items.map((item) => [item.subjectId, item]));
  const moved = new Map(event.obligations.map((each) => [each.obligationId, each]));
  return {
    ...state,
    lightDays: event.lightDays,
    subjects: state.subjects.map((subject): Subject => {
      const item = items.get(subject.id);
      return item === undefined ? subject : { ...subject, due: item.due.date, plan: item.plan ?? subject.plan };
    }),
    obligations: state.obligations
      .filter(({ id }) => !event.endedObligations.includes(id))
      .map((obligation): Obligation => {
        const change = moved.get(obligation.id);
        if (change === undefined) return obligation;
        const { due, resubmitDue, reviewDue } = change;
        return { ...obligation, due, resubmitDue, reviewDue };
      }),
    changes: { ...state.changes, suspended: null, dueMoves: [...state.changes.dueMoves, ...movesOf(event)] },
  };
}

function movesOf({ items, obligations }: TaskResumed): readonly DueMove[] {
  const cause = 'resumption';
  return [
    ...items.map(({ subjectId, before, due }): DueMove => {
      return { thing: thingKey({ kind: 'item', subjectId }), from: before, to: due.date, cause };
    }),
    ...obligations.map(({ obligationId, before, due }): DueMove => {
      return { thing: thingKey({ kind: 'obligation', obligationId }), from: before, to: due, cause };
    }),
  ].filter(({ from, to }) => from !== to);
}
