import type { Instant } from '../../domain/instant.ts';
import type { LetterKind, ReceivingSeat } from '../../domain/ledger/letter.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import type { Source } from '../transaction.ts';

/** Something that time will do: a chain wakes, or a letter is due. */
export interface UpcomingWake {
  readonly at: Instant;
  readonly chain: string;
  readonly taskNumber: string | null;
}

/** A letter that will go out unless the thing it is about ends first. */
export interface UpcomingLetter {
  readonly at: Instant;
  readonly kind: LetterKind;
  readonly unitId: string;
  readonly seat: ReceivingSeat;
  readonly about: PlainDate | null;
  readonly step: string;
  readonly chain: string;
  readonly taskNumber: string | null;
  readonly facts: Readonly<Record<string, string | number>>;
}

/** What lies ahead of a plan from `after` up to and including `until`. */
export interface Upcoming {
  readonly wakes: readonly UpcomingWake[];
  readonly letters: readonly UpcomingLetter[];
}

/** Which stretch of time, and whose letters; all of them where no unit is named. */
export interface Ahead {
  readonly after: Instant;
  readonly until: Instant;
  readonly unitId?: string | null;
}

/** Reads what lies ahead, in the order of time. */
export async function upcoming(
  { pool }: Source,
  planId: string,
  { after, until, unitId = null }: Ahead,
): Promise<Upcoming> {
  const { rows: wakes } = await pool.query<UpcomingWake>(
    `SELECT next_wake AS at, chain, draft.number AS "taskNumber"
     FROM chain_head LEFT JOIN task_draft AS draft ON draft.plan_id = $1 AND chain = 'task/' || draft.task_id
     WHERE chain_head.plan_id = $1 AND next_wake > $2 AND next_wake <= $3 ORDER BY next_wake, position NULLS FIRST, chain`,
    [planId, after, until],
  );
  const { rows: letters } = await pool.query<UpcomingLetter>(
    `SELECT due_at AS at, kind, unit_id AS "unitId", seat, about, step, chain, facts, draft.number AS "taskNumber"
     FROM letter LEFT JOIN task_draft AS draft ON draft.plan_id = $1 AND chain = 'task/' || draft.task_id
     WHERE letter.plan_id = $1 AND due_at > $2 AND due_at <= $3 AND withdrawn_at_seq IS NULL AND NOT taken
       AND ($4::uuid IS NULL OR unit_id = $4)
     ORDER BY due_at, unit_id, seat, kind, position NULLS FIRST, chain, step`,
    [planId, after, until, unitId],
  );
  return { wakes, letters };
}
