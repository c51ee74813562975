import type { Source } from '../transaction.ts';

type Counts = Readonly<Record<string, number>>;

/** A plan in figures, each counted from the rows as they stand. */
export interface PlanCounts {
  readonly tasks: number;
  readonly endedTasks: number;
  readonly items: number;
  readonly units: number;
  /** Units by what they answered in the consultation. */
  readonly answers: Counts;
  readonly receipts: number;
  readonly openPoints: number;
  readonly undecidedOpinions: number;
  /** Obligations by kind, and by state. */
  readonly obligations: Counts;
  readonly obligationStates: Counts;
  readonly lateObligations: number;
  readonly overdueObligations: number;
  /** Returns by phase. */
  readonly returns: Counts;
  /** Rows by the light they show; a row without one is not counted. */
  readonly lights: Counts;
  /** Slips and orders by kind, those alone that went out; and all by their phase. */
  readonly orders: Counts;
  readonly orderPhases: Counts;
  readonly urgings: number;
  /** Changes by what became of them, findings and objections by phase. */
  readonly changes: Counts;
  readonly findings: Counts;
  readonly objections: Counts;
  readonly events: number;
  readonly letters: number;
  /** Letters that ended unsent. */
  readonly withdrawnLetters: number;
  /** Mails by state. */
  readonly mails: Counts;
  readonly parkedChains: number;
}

const grouped = (column: string, from: string, condition = 'true') =>
  `(SELECT coalesce(jsonb_object_agg(key, number), '{}') FROM (SELECT ${column} AS key, count(*) AS number FROM ${from}
    WHERE plan_id = $1 AND ${column} IS NOT NULL AND ${condition} GROUP BY ${column}) AS counted)`;

const counted = (from: string, condition = 'true') =>
  `(SELECT count(*) FROM ${from} WHERE plan_id = $1 AND ${condition})`;

// Before the issue there are only drafts of the items.
const items = `(CASE WHEN EXISTS (SELECT FROM task WHERE plan_id = $1) THEN ${counted('subject', `kind <> 'whole'`)}
    ELSE (SELECT coalesce(sum(jsonb_array_length(draft->'items')), 0) FROM task_draft WHERE plan_id = $1) END)`;

const text = `SELECT ${counted('task_draft')} AS tasks,
  ${counted('task', `phase = 'ended'`)} AS "endedTasks",
  ${items} AS items,
  ${counted('plan_unit', 'tasks > 0')} AS units,
  ${grouped('answer', 'plan_unit')} AS answers,
  ${counted('plan_unit', 'receipted_at IS NOT NULL')} AS receipts,
  ${counted('open_point', 'settled_at IS NULL')} AS "openPoints",
  ${counted('opinion', `decision = 'none'`)} AS "undecidedOpinions",
  ${grouped('kind', 'obligation')} AS obligations,
  ${grouped('state', 'obligation')} AS "obligationStates",
  ${counted('obligation', 'late')} AS "lateObligations",
  ${counted('obligation', 'overdue')} AS "overdueObligations",
  ${grouped('phase', 'return')} AS returns,
  ${grouped('light', 'subject')} AS lights,
  ${grouped('kind', 'work_order', 'number IS NOT NULL')} AS orders,
  ${grouped('phase', 'work_order')} AS "orderPhases",
  ${counted('urging')} AS urgings,
  ${grouped('state', 'change_request')} AS changes,
  ${grouped('phase', 'finding')} AS findings,
  ${grouped('phase', 'objection')} AS objections,
  (SELECT coalesce(sum(seq), 0) FROM chain_head WHERE plan_id = $1) AS events,
  ${counted('letter')} AS letters,
  ${counted('letter', 'withdrawn_at_seq IS NOT NULL AND NOT taken')} AS "withdrawnLetters",
  ${grouped('state', 'mail')} AS mails,
  ${counted('chain_head', 'parked_reason IS NOT NULL')} AS "parkedChains"`;

/** The plan in figures, as it stands. */
export async function planCounts({ pool }: Source, planId: string): Promise<PlanCounts> {
  const { rows } = await pool.query<PlanCounts>({ name: 'plan counts', text, values: [planId] });
  const [row] = rows;
  if (row === undefined) throw new Error('a query of counts returned nothing');
  return row;
}
