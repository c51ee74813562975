import { quarterEnd } from '../../calendar/quarter.ts';
import type { IssuedSubject, Party } from '../issued-subject.ts';
import { wholeTaskSubject } from '../obligations.ts';
import type { Subject, TaskState } from '../task-state.ts';

/** Who is on a task, and what each unit answers for. */
export interface Assignment {
  readonly parties: readonly Party[];
  readonly subjects: readonly IssuedSubject[];
}

/** A subject's terms alone, as an issue or a change sets them. */
export function issuedTerms(subject: IssuedSubject): IssuedSubject {
  const { id, unitId, kind, title, target, commitment, due, dueBasis, tracked, shares } = subject;
  return { id, unitId, kind, title, target, commitment, due, dueBasis, tracked, shares };
}

/** A lead without an item answers for the task as a whole, as at the issue; one that has items does not. */
export function withWholeTasks(state: TaskState, { parties, subjects }: Assignment): Assignment {
  const items = subjects.filter(({ kind }) => kind !== 'whole');
  const leads = parties.filter(({ role }) => role === 'lead').map(({ unitId }) => unitId);
  const bare = leads.filter((lead) => items.every(({ unitId }) => unitId !== lead));
  const wholes = bare.map((lead) => {
    const known: Subject | undefined = state.subjects.find(({ id }) => id === wholeTaskSubject(lead));
    return known === undefined ? wholeTask(state, lead) : issuedTerms(known);
  });
  return { parties, subjects: [...items, ...wholes] };
}

function wholeTask({ title, lastPeriod, number }: TaskState, unitId: string): IssuedSubject {
  if (lastPeriod === null) throw new Error(`task ${number} has no last period, so it was never issued`);
  return {
    id: wholeTaskSubject(unitId),
    unitId,
    kind: 'whole',
    title,
    target: null,
    commitment: 'binding',
    due: quarterEnd(lastPeriod),
    dueBasis: 'derived',
    tracked: false,
    shares: [],
  };
}
