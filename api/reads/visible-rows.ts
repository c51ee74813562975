import type { ObligationRecord, TaskRows } from '../../store/read/task-rows.ts';
import type { TaskReach } from '../../store/read/task-reach.ts';

/**
 * Whose words on a task a unit may read: its own; as a lead what supporting units and districts say of the task, as its first-named
 * lead everything; as a supporting unit or district what the leads have sent in about it.
 */
export function mayReadWords(obligation: ObligationRecord, rows: TaskRows, { unitId, writerId }: TaskReach): boolean {
  if (unitId === null || obligation.unit_id === unitId) return writerId === null || obligation.unit_id === unitId;
  if (writerId !== null || obligation.submitted_at === null) return false;
  const parts = rows.parties.filter((party) => party.unit_id === unitId);
  const firstLead = rows.parties.find(({ role, place }) => role === 'lead' && place === 1);
  if (firstLead?.unit_id === unitId) return true;
  const isLead = parts.some(({ role }) => role === 'lead');
  if (obligation.kind === 'contribution' || obligation.kind === 'district-figures') return isLead;
  return obligation.kind === 'progress' && parts.length > 0;
}
