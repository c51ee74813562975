import { type PaperForm, type OrderKind, paperName } from '../../domain/order/paper-form.ts';
import { type Instant, dayOf } from '../../domain/instant.ts';
import { type PlainDate, chineseDay } from '../../domain/plain-date.ts';
import { type TaskChange, changeNames } from '../../domain/task/change/task-change.ts';
import { type RegistryView, unitRegister } from '../registry/units.ts';
import type { Source } from '../transaction.ts';

/** Something of a plan's year that whoever watches it should not miss, in one sentence. */
export interface Landmark {
  readonly at: Instant;
  readonly text: string;
  /** The paper that came of it, as `duban paper` is asked for it without its plan; absent where there is none. */
  readonly paper?: string;
}

/** The plan's landmarks so far, oldest first: issue, papers of the escalation, decided changes, the summary. */
export async function landmarks({ pool }: Source, planId: string, day: PlainDate): Promise<readonly Landmark[]> {
  const view: RegistryView = { planId, day };
  const names = new Map((await unitRegister({ pool }, view)).map(({ unitId, name }) => [unitId, name]));
  const nameOf = (unitId: string): string => names.get(unitId) ?? unitId;
  const all = [...(await ofPlan(pool, planId)), ...(await ofOrders(pool, planId, nameOf))];
  return [...all, ...(await ofChanges(pool, planId, nameOf))].toSorted((a, b) => (a.at < b.at ? -1 : 1));
}

type Pool = Source['pool'];
type NameOf = (unitId: string) => string;

async function ofPlan(pool: Pool, planId: string): Promise<readonly Landmark[]> {
  const { rows } = await pool.query<Readonly<Record<'issued' | 'asked' | 'approved', Instant | null>>>({
    name: 'landmarks of plan',
    text: `SELECT issued_at AS issued, summary_asked_at AS asked, summary_approved_at AS approved FROM plan WHERE plan_id = $1`,
    values: [planId],
  });
  const [{ issued, asked, approved } = { issued: null, asked: null, approved: null }] = rows;
  return [
    ...landmark(issued, '任务分解印发交办'),
    ...landmark(asked, '年终总结报请市领导审定', 'summary'),
    ...landmark(approved, '市领导审定年终总结'),
  ];
}

interface OrderLine {
  readonly orderId: string;
  readonly kind: OrderKind;
  readonly form: PaperForm;
  readonly unitId: string;
  readonly number: string | null;
  readonly begun: Instant;
  readonly sent: Instant | null;
  readonly answerDue: PlainDate | null;
  readonly closed: Instant | null;
}

async function ofOrders(pool: Pool, planId: string, nameOf: NameOf): Promise<readonly Landmark[]> {
  const { rows } = await pool.query<OrderLine>({
    name: 'landmarks of orders',
    text: `SELECT order_id AS "orderId", kind, form, unit_id AS "unitId", number, begun_at AS begun, sent_at AS sent, answer_due AS "answerDue",
                  closed_at AS closed
           FROM work_order WHERE plan_id = $1`,
    values: [planId],
  });
  return rows.flatMap(({ orderId, kind, form, unitId, number, begun, sent, answerDue, closed }) => {
    const [name, unit] = [paperName(kind, form), nameOf(unitId)];
    const until = answerDue === null ? '' : `，${chineseDay(answerDue)}前回复`;
    const called = number === null ? name : `${name} ${number} `;
    return [
      ...landmark(kind === 'order' ? begun : null, `对${unit}提请${name}`),
      ...landmark(sent, `${called}发${unit}${until}`, `${kind} --id ${orderId.slice(0, 8)}`),
      ...landmark(closed, `${called}办结（${unit}）`),
    ];
  });
}

interface ChangeLine {
  readonly change: TaskChange;
  readonly unitId: string | null;
  readonly number: string;
  readonly state: string;
  readonly closed: Instant;
}

async function ofChanges(pool: Pool, planId: string, nameOf: NameOf): Promise<readonly Landmark[]> {
  const { rows } = await pool.query<ChangeLine>({
    name: 'landmarks of changes',
    text: `SELECT change, unit_id AS "unitId", task.number, state, closed_at AS closed FROM change_request
           JOIN task USING (task_id) WHERE change_request.plan_id = $1 AND state IN ('granted', 'refused')`,
    values: [planId],
  });
  return rows.map(({ change, unitId, number, state, closed }) => {
    const who = unitId === null ? '' : nameOf(unitId);
    const to = change.kind === 'extension' ? `至${chineseDay(change.to)}` : '';
    const decided = state === 'granted' ? '同意' : '不同意';
    return { at: closed, text: `${decided}${who}第${number}项任务${changeNames[change.kind]}${to}` };
  });
}

function landmark(at: Instant | null, text: string, paper?: string): readonly Landmark[] {
  if (at === null) return [];
  return [{ at, text, ...(paper === undefined ? {} : { paper }) }];
}

/** A landmark as one line: its day and what happened. */
export function landmarkLine({ at, text }: Landmark): string {
  return `${dayOf(at)}　${text}`;
}
