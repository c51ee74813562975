import type { Obligation, ObligationRow } from '../task-state.ts';
import type { AssignmentChanged } from './change-event.ts';

/** Open obligations once an assignment has changed: without those that ended, the others with their rows as they are now. */
export function rowsMoved(
  obligations: readonly Obligation[],
  { endedObligations, rowChanges }: Pick<AssignmentChanged, 'endedObligations' | 'rowChanges'>,
): readonly Obligation[] {
  return obligations
    .filter(({ id }) => !endedObligations.includes(id))
    .map((obligation) => {
      const change = rowChanges.find(({ obligationId }) => obligationId === obligation.id);
      if (change === undefined) return obligation;
      const kept = obligation.rows.filter(({ subjectId }) => !change.drop.includes(subjectId));
      const added = change.add.map((subjectId): ObligationRow => ({ subjectId, state: 'open', submitted: null }));
      return { ...obligation, rows: [...kept, ...added] };
    });
}
