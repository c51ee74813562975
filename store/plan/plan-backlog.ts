import { type Instant, instant } from '../../domain/instant.ts';
import type { Source } from '../transaction.ts';

/** What a stepped plan still has to do at its instant; it is caught up when nothing of this is left. */
export interface PlanBacklog {
  /** The plan's chain, its tasks and its orders that have not taken a wake that is due: the earliest first, then in the order of the notice. */
  readonly wakes: readonly string[];
  /** Acts on whole returns that have not reached every task. */
  readonly deliveries: readonly string[];
  /** Objections whose target has not been told of their beginning or end. */
  readonly untold: readonly string[];
  /** Slips and orders that some chain has called for and whose own chains have not begun. */
  readonly orders: readonly string[];
  /** Quarters whose slips are due and not all drafted. */
  readonly slipsDue: number;
  /** Letters that are due and in no mail yet. */
  readonly letters: number;
  /** Mails without a final outcome, or whose failure nobody was told yet; an ambiguous one counts as delivered. */
  readonly mails: number;
  /** Chains that wait for an operator. */
  readonly parked: readonly { readonly chain: string; readonly reason: string }[];
}

interface BacklogRow {
  readonly wakes: readonly string[];
  readonly deliveries: readonly string[];
  readonly untold: readonly string[];
  readonly orders: readonly string[];
  readonly slipsDue: number;
  readonly letters: number;
  readonly mails: number;
  readonly parked: readonly { readonly chain: string; readonly reason: string }[];
}

/** What is left to do on the plan by `by`. */
export async function planBacklog({ pool }: Source, planId: string, by: Instant): Promise<PlanBacklog> {
  const { rows } = await pool.query<BacklogRow>({
    name: 'plan backlog',
    text: `SELECT
        (SELECT coalesce(jsonb_agg(chain ORDER BY next_wake, kind, position, chain), '[]')
         FROM chain_head LEFT JOIN task_draft AS draft ON draft.plan_id = $1 AND chain = 'task/' || draft.task_id
         WHERE chain_head.plan_id = $1 AND next_wake <= $2) AS wakes,
        (SELECT coalesce(jsonb_agg(act ORDER BY acted_at, act), '[]') FROM delivery
         WHERE plan_id = $1 AND state = 'pending') AS deliveries,
        (SELECT coalesce(jsonb_agg(objection_id ORDER BY filed_at, path), '[]') FROM objection
         WHERE plan_id = $1 AND (noted = 'none' OR (noted = 'noted' AND phase <> 'open'))) AS untold,
        (SELECT coalesce(jsonb_agg(order_id ORDER BY path), '[]') FROM order_origin AS origin
         WHERE plan_id = $1 AND NOT EXISTS (SELECT FROM work_order WHERE work_order.order_id = origin.order_id)) AS orders,
        (SELECT coalesce(jsonb_array_length(state -> 'slipsDue'), 0) FROM chain_head WHERE chain = 'plan/' || $1::uuid) AS "slipsDue",
        (SELECT count(*) FROM letter
         WHERE plan_id = $1 AND due_at <= $2 AND withdrawn_at_seq IS NULL AND NOT taken) AS letters,
        (SELECT count(*) FROM mail
         WHERE plan_id = $1 AND (state IN ('due', 'claimed', 'sending', 'retry')
           OR (state = 'failed' AND settled_at IS NULL))) AS mails,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('chain', chain, 'reason', parked_reason)), '[]') FROM chain_head
         WHERE plan_id = $1 AND parked_reason IS NOT NULL) AS parked`,
    values: [planId, by],
  });
  const [row] = rows;
  if (row === undefined) throw new Error('a query of counts returned nothing');
  return row;
}

/** The next instant after `after` at which a chain wakes or a letter is due; null where nothing lies ahead. */
export async function nextPlanInstant({ pool }: Source, planId: string, after: Instant): Promise<Instant | null> {
  const { rows } = await pool.query<{ readonly next: string | null }>({
    name: 'next instant of plan',
    text: `SELECT least(
        (SELECT min(next_wake) FROM chain_head WHERE plan_id = $1 AND next_wake > $2),
        (SELECT min(due_at) FROM letter WHERE plan_id = $1 AND due_at > $2 AND withdrawn_at_seq IS NULL AND NOT taken)
      ) AS next`,
    values: [planId, after],
  });
  const next = rows[0]?.next ?? null;
  return next === null ? null : instant(next);
}

/** Changes whenever other letters are due by `by` and in no mail than before. */
export async function dueLettersMark({ pool }: Source, planId: string, by: Instant): Promise<string> {
  const { rows } = await pool.query<{ readonly mark: string }>({
    name: 'mark of due letters',
    text: `SELECT md5(coalesce(string_agg(id::text, ' ' ORDER BY id), '')) AS mark FROM letter
           WHERE plan_id = $1 AND due_at <= $2 AND withdrawn_at_seq IS NULL AND NOT taken`,
    values: [planId, by],
  });
  return rows[0]?.mark ?? '';
}
