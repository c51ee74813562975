import { contentHash } from '../../domain/canonical.ts';
import { isPeriod } from '../../domain/calendar/quarter.ts';
import { uuid5 } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import type { ObjectionState } from '../../domain/objection/objection-state.ts';
import type { TaskTarget } from '../../domain/objection/objection-target.ts';
import type { ReopenRows } from '../../domain/return/return-command.ts';
import type { OwedObligation } from '../../domain/return/return-of.ts';
import type { ReturnState } from '../../domain/return/return-state.ts';
import { isSameRow } from '../../domain/return/row-key.ts';
import { loadChain } from '../ledger/load.ts';
import { actOnReturn, identityOf } from '../return/act-on-return.ts';
import type { Store } from '../store.ts';
import { inTransaction } from '../transaction.ts';

/** An upheld objection to a row that was sent back. */
export interface Reopening {
  readonly state: ObjectionState;
  readonly target: Extract<TaskTarget, { kind: 'row' }>;
  readonly at: Instant;
}

/**
 * Lets the row wait for the review again in its return, and says whether it does; a row that the unit has begun to rework stays with
 * the unit. Safe to repeat.
 */
export async function reopenRow(store: Store, { state, target, at }: Reopening): Promise<boolean> {
  const { planId, objectionId, basis } = state;
  const { taskId, subjectId, obligationId } = target;
  const owed = owedOf(obligationId);
  const command: ReopenRows = {
    type: 'reopenRows',
    rows: [{ taskId, subjectId }],
    notBy: basis?.firstDeciders ?? [],
    objectionId,
  };
  const identity = { commandId: uuid5(objectionId, 'reopen'), contentHash: contentHash(command) };
  await actOnReturn(store, { planId, owed, command, at, ...identity, recordedAt: at, transport: 'objection' });
  const { returnId } = await inTransaction(store.pool, (client) => identityOf(client, planId, { owed, at }));
  const { rows } = (await loadChain(store, `return/${returnId}`)).state as ReturnState;
  return rows.some((row) => isSameRow(row, { taskId, subjectId }) && row.state === 'submitted');
}

function owedOf(obligationId: string): OwedObligation {
  const [kind, unitId = '', period = ''] = obligationId.split('/');
  if (kind !== 'progress' && kind !== 'stage-plan') throw new Error(`${obligationId} is never sent back`);
  if (period !== 'plan' && !isPeriod(period)) throw new Error(`${obligationId} has no period`);
  return { kind, unitId, period };
}
