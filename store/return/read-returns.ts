import type { Period } from '../../domain/calendar/quarter.ts';
import type { Instant } from '../../domain/instant.ts';
import type { ReturnState } from '../../domain/return/return-state.ts';
import type { ObligationKind } from '../../domain/task/task-state.ts';
import { readHead } from '../ledger/chain-head.ts';
import type { Store } from '../store.ts';
import type { Source } from '../transaction.ts';

/** A return as lists show it. */
export interface ReturnLine {
  readonly returnId: string;
  readonly unitId: string;
  readonly period: Period | 'plan';
  readonly kind: ObligationKind;
  readonly version: number;
  readonly deliveredVersion: number;
  readonly phase: ReturnState['phase'];
  readonly headAskedAt: Instant | null;
  readonly submittedAt: Instant | null;
  readonly reviewedAt: Instant | null;
  readonly rows: number;
}

/** Narrows the question; what is left out is not asked. */
export interface ReturnQuestion {
  readonly unitId?: string;
  readonly period?: Period | 'plan';
  readonly kind?: ObligationKind;
  readonly phase?: ReturnState['phase'];
}

/** The returns of a plan that somebody has begun, by period, kind and unit. */
export async function listReturns(
  { pool }: Source,
  planId: string,
  { unitId, period, kind, phase }: ReturnQuestion = {},
): Promise<readonly ReturnLine[]> {
  const { rows } = await pool.query<ReturnLine>(
    `SELECT return_id AS "returnId", unit_id AS "unitId", period, kind, version, delivered_version AS "deliveredVersion", phase,
            head_asked_at AS "headAskedAt", submitted_at AS "submittedAt", reviewed_at AS "reviewedAt",
            (SELECT count(*) FROM return_row WHERE return_row.return_id = return.return_id) AS rows
     FROM return WHERE plan_id = $1 AND ($2::uuid IS NULL OR unit_id = $2) AND ($3::text IS NULL OR period = $3)
       AND ($4::text IS NULL OR kind = $4) AND ($5::text IS NULL OR phase = $5)
     ORDER BY period, kind, unit_id`,
    [planId, unitId ?? null, period ?? null, kind ?? null, phase ?? null],
  );
  return rows;
}

/** A return as its chain has it; `version` 0 where nobody has begun it. */
export async function readReturn(
  { pool, books }: Pick<Store, 'pool' | 'books'>,
  returnId: string,
): Promise<ReturnState> {
  const { state } = await readHead(pool, books.return, `return/${returnId}`);
  return state as ReturnState;
}
