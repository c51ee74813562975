import type { IssuedSubject } from '../../domain/task/issued-subject.ts';
import type { TaskEvent } from '../../domain/task/task-event.ts';
import type { Subject, TaskState } from '../../domain/task/task-state.ts';
import type { Step } from '../ledger/chain-book.ts';
import { type RowChange, patch, put } from './row-change.ts';

/** The whole row of a subject, as the task is issued with it. */
export function subjectRow({ taskId, planId }: TaskState, subject: Subject, place: number): RowChange {
  const { id, unitId, kind, title, target, commitment, due, dueBasis, tracked, shares } = subject;
  const words = { plan_id: planId, unit_id: unitId, place, kind, title, target, commitment, tracked, shares };
  return put('subject', {
    task_id: taskId,
    id,
    ...words,
    due,
    due_basis: dueBasis,
    removed_at: null,
    ...comeWithTime(subject),
  });
}

/** A subject's terms as a change has set them anew. */
export function subjectTerms(taskId: string, terms: IssuedSubject): RowChange {
  const { id, unitId, kind, title, target, commitment, due, dueBasis, tracked, shares } = terms;
  const words = { unit_id: unitId, kind, title, target, commitment, tracked, shares };
  return patch('subject', { task_id: taskId, id, ...words, due, due_basis: dueBasis });
}

/** Subjects whose stage plan, progress or light the step changed. */
export function subjectChanges({ before, after }: Step<TaskState, TaskEvent>): readonly RowChange[] {
  if (before.subjects === after.subjects) return [];
  const earlier = new Map(before.subjects.map((subject) => [subject.id, subject]));
  return after.subjects
    .filter((subject) => earlier.has(subject.id) && earlier.get(subject.id) !== subject)
    .map((subject) => patch('subject', { task_id: after.taskId, id: subject.id, ...comeWithTime(subject) }));
}

function comeWithTime({ plan, progress, light, behindPeriods, claim, ending }: Subject) {
  return {
    stage_plan: plan,
    progress,
    light: light?.light ?? null,
    light_on: light?.on ?? null,
    light_cause: light?.cause ?? null,
    light_rules_version: light?.rulesVersion ?? null,
    behind_periods: behindPeriods,
    claimed_ending: claim?.ending ?? null,
    claimed_until: claim?.until ?? null,
    ending: ending?.ending ?? null,
    ending_until: ending?.until ?? null,
    ending_on: ending?.on ?? null,
  };
}
