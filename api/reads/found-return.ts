import type { OpenedRow } from '../../domain/return/return-event.ts';
import type { OwedObligation } from '../../domain/return/return-of.ts';
import type { ReturnRow, ReturnState } from '../../domain/return/return-state.ts';
import { type ReturnDetail, type RowRemark, returnDetail, rowRemarks } from '../../store/read/return-detail.ts';
import type { TaskReach } from '../../store/read/task-reach.ts';
import { decisionContext } from '../../store/registry/decision-data.ts';
import { identityOf } from '../../store/return/act-on-return.ts';
import { readOpenRows } from '../../store/return/open-rows.ts';
import { readReturn } from '../../store/return/read-returns.ts';
import type { Store } from '../../store/store.ts';
import type { Sight } from '../sight.ts';

/** A row of a return whether or not anybody has written in it. */
export type AnyRow = OpenedRow &
  Pick<ReturnRow, 'version' | 'writerId' | 'entry'> & { readonly state: ReturnRow['state'] | 'open' };

/** A return with everything that its page and its sheet show. */
export interface FoundReturn {
  readonly owed: OwedObligation;
  readonly state: ReturnState;
  readonly returnId: string;
  readonly rows: readonly AnyRow[];
  readonly remarks: readonly RowRemark[];
  readonly detail: ReturnDetail | null;
}

/** Reads a return: what was written, and the rows that are owed and nobody has touched yet; a writer's own rows only. */
export async function findReturn(
  store: Store,
  sight: Sight & { readonly reach: TaskReach },
  owed: OwedObligation,
): Promise<FoundReturn> {
  const { planId, now, reach } = sight;
  const { returnId } = await identityOf(store.pool, planId, { owed, at: now });
  const state = await readReturn(store, returnId);
  const { rules } = await decisionContext(store, planId);
  const open = await readOpenRows(store.pool, store, { planId, owed, rules });
  const isKnown = (row: OpenedRow): boolean =>
    state.rows.some(({ taskId, subjectId }) => taskId === row.taskId && subjectId === row.subjectId);
  const untouched = open
    .filter((row) => !isKnown(row))
    .map((row): AnyRow => ({ ...row, version: 0, writerId: null, entry: null, state: 'open' }));
  const all: readonly AnyRow[] = [...state.rows, ...untouched];
  const rows = all.filter(({ writerId }) => reach.writerId === null || writerId === reach.writerId);
  const [remarks, detail] = [await rowRemarks(store, returnId), await returnDetail(store, returnId)];
  return { owed, state, returnId, rows, remarks, detail };
}
