import type { PersonActor } from '../../domain/actor.ts';
import { RuleViolation, assertNever } from '../../domain/errors.ts';
import { approverOf } from '../../domain/paper-approval.ts';
import { actOf } from '../../domain/return/return-act.ts';
import type { ChainPosition } from '../../domain/ledger/event.ts';
import type { ReturnReviewed, ReturnSubmitted } from '../../domain/return/return-event.ts';
import type { OwedObligation } from '../../domain/return/return-of.ts';
import type { ReturnState } from '../../domain/return/return-state.ts';
import type { ReviewRows, TakeRows } from '../../domain/task/task-command.ts';
import { type EventRow, eventColumns, recordedOf } from '../ledger/event-row.ts';
import type { Store } from '../store.ts';
import { type Connection, inTransaction } from '../transaction.ts';

/** An act on a whole return that has not reached every task. */
export interface PendingDelivery {
  readonly act: string;
  readonly returnId: string;
  readonly planId: string;
}

/** Deliveries that wait, the oldest first; of one plan, or of all. */
export async function pendingDeliveries(
  { pool }: Pick<Store, 'pool'>,
  { planId, limit = 100 }: { readonly planId?: string; readonly limit?: number } = {},
): Promise<readonly PendingDelivery[]> {
  const { rows } = await pool.query<PendingDelivery>({
    name: 'pending deliveries',
    text: `SELECT act, return_id AS "returnId", plan_id AS "planId" FROM delivery
           WHERE state = 'pending' AND ($1::uuid IS NULL OR plan_id = $1) ORDER BY acted_at, act LIMIT $2`,
    values: [planId ?? null, limit],
  });
  return rows;
}

/** What one act asks of one task; sent as an update whose id is made of the act and the task. */
export interface TaskDelivery {
  readonly taskId: string;
  readonly command: TakeRows | ReviewRows;
}

/** A delivery with all that its tasks are asked, in the order of the notice. */
export interface Delivery extends PendingDelivery {
  readonly owed: OwedObligation;
  readonly position: ChainPosition;
  readonly tasks: readonly TaskDelivery[];
}

/** What the act of this id asks of each task, as the return's chain recorded it. */
export async function readDelivery(store: Pick<Store, 'pool' | 'books'>, act: string): Promise<Delivery> {
  return inTransaction(
    store.pool,
    async (client) => {
      const { rows } = await client.query<{
        readonly return_id: string;
        readonly kind: string;
        readonly version: number;
      }>('SELECT return_id, kind, version FROM delivery WHERE act = $1', [act]);
      const [row] = rows;
      if (row === undefined)
        throw new RuleViolation('unknown-delivery', `没有编号为 ${act} 的报送或审核，请核对编号。`);
      const chain = `return/${row.return_id}`;
      const { nth } = actOf(row.return_id, act);
      const { rows: events } = await client.query<EventRow>(
        `SELECT ${eventColumns} FROM event WHERE chain = $1 AND body -> 'event' ->> 'type' = $2
         AND (body -> 'event' ->> 'version')::int = $3 ORDER BY seq OFFSET $4 LIMIT 1`,
        [chain, row.kind === 'submit' ? 'returnSubmitted' : 'returnReviewed', row.version, nth - 1],
      );
      const [recorded] = events.map(recordedOf);
      if (recorded === undefined) throw new Error(`${chain} has no event of the act ${act}`);
      const before = await stateBefore(client, store, { chain, seq: recorded.seq });
      const { planId, returnId, unitId, period, kind } = before;
      const event = recorded.event as ReturnSubmitted | ReturnReviewed;
      const position = { seq: recorded.seq, hash: recorded.hash };
      return { act, planId, returnId, owed: { unitId, period, kind }, position, tasks: tasksOf(event, before, act) };
    },
    'snapshot',
  );
}

async function stateBefore(
  connection: Connection,
  { books }: Pick<Store, 'books'>,
  { chain, seq }: { readonly chain: string; readonly seq: number },
): Promise<ReturnState> {
  const { rows } = await connection.query<EventRow>(
    `SELECT ${eventColumns} FROM event WHERE chain = $1 AND seq < $2 ORDER BY seq`,
    [chain, seq],
  );
  const book = books.return;
  return rows.reduce((state, row) => book.evolve(state, recordedOf(row).event), book.initial) as ReturnState;
}

function tasksOf(event: ReturnSubmitted | ReturnReviewed, state: ReturnState, act: string): readonly TaskDelivery[] {
  switch (event.type) {
    case 'returnSubmitted':
      return takeRows(event, state, act);
    case 'returnReviewed':
      return reviewRows(event, state);
    default:
      return assertNever(event);
  }
}

function takeRows(
  { at, makers, ...approval }: ReturnSubmitted,
  state: ReturnState,
  act: string,
): readonly TaskDelivery[] {
  const { kind, unitId, period } = state;
  const sent = state.rows.filter((row) => row.state === 'draft');
  return [...Map.groupBy(sent, ({ taskId }) => taskId)].map(([taskId, rows]) => {
    const entries = rows.flatMap(({ entry }) => (entry === null ? [] : [entry]));
    const submission = { submittedAt: at, submittedBy: approverOf(approval), makers };
    return { taskId, command: { type: 'takeRows', kind, unitId, period, act, rows: entries, ...submission } };
  });
}

function reviewRows(event: ReturnReviewed, state: ReturnState): readonly TaskDelivery[] {
  const { kind, unitId, period, returnId } = state;
  const { version, ownUnit, accept, sendBack } = event;
  const by: PersonActor = event.by;
  const decided = [...accept, ...sendBack].map(({ taskId }) => taskId);
  const tasks = state.rows.map(({ taskId }) => taskId).filter((taskId) => decided.includes(taskId));
  return [...new Set(tasks)].map((taskId) => ({
    taskId,
    command: {
      type: 'reviewRows',
      kind,
      unitId,
      period,
      act: `${returnId}/${version}`,
      accept: accept.filter((row) => row.taskId === taskId).map(({ subjectId }) => subjectId),
      sendBack: sendBack.filter((row) => row.taskId === taskId).map(({ subjectId, reason }) => ({ subjectId, reason })),
      ownUnit,
      by,
    },
  }));
}

/** How far the delivery of an act on one version of a return has come; null where it needs none. */
export async function deliveryOfAct(
  { pool }: Pick<Store, 'pool'>,
  {
    planId,
    owed,
    version,
    kind,
  }: {
    readonly planId: string;
    readonly owed: OwedObligation;
    readonly version: number;
    readonly kind: 'submit' | 'review';
  },
): Promise<'pending' | 'done' | null> {
  const { rows } = await pool.query<{ readonly state: string }>(
    `SELECT state FROM delivery JOIN return USING (return_id)
     WHERE return.plan_id = $1 AND unit_id = $2 AND period = $3 AND return.kind = $4 AND delivery.version = $5 AND delivery.kind = $6`,
    [planId, owed.unitId, owed.period, owed.kind, version, kind],
  );
  const [row] = rows;
  if (row === undefined) return null;
  return row.state === 'pending' ? 'pending' : 'done';
}
