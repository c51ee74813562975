import { type Instant, dayOf } from '../../domain/instant.ts';
import type { EarlierUrging } from '../../domain/papers/slip-data.ts';
import { type PlainDate, chineseDay } from '../../domain/plain-date.ts';
import { type UrgingChannel, urgingChannels } from '../../domain/task/urging/urging-event.ts';
import { contentTexts } from './content-texts.ts';
import type { PaperScope } from './paper-scope.ts';

/** Whose paper it is, and until when what happened before it is looked at. */
interface UrgedOrder {
  readonly orderId: string;
  readonly unitId: string;
  readonly begunAt: Instant;
}

/** What was done about the reports of a slip before it was drafted: reminders of the system, then urgings by hand. */
export async function earlierUrgings(scope: PaperScope, order: UrgedOrder): Promise<readonly EarlierUrging[]> {
  return [...(await reminders(scope, order)), ...(await byHand(scope, order))];
}

async function reminders(
  { source, plan }: PaperScope,
  { orderId, unitId, begunAt }: UrgedOrder,
): Promise<readonly EarlierUrging[]> {
  const { rows } = await source.pool.query<{ readonly dueAt: Instant }>(
    `SELECT DISTINCT due_at AS "dueAt" FROM letter
     WHERE plan_id = $1 AND unit_id = $2 AND kind = 'obligation-overdue' AND taken AND due_at <= $3
       AND chain IN (SELECT 'task/' || task_id FROM work_order_row WHERE order_id = $4)
       AND about IN (SELECT due FROM work_order_row WHERE order_id = $4)
     ORDER BY due_at`,
    [plan.planId, unitId, begunAt, orderId],
  );
  const days = [...new Set(rows.map(({ dueAt }) => dayOf(dueAt)))];
  return days.length === 0 ? [] : [{ days, how: '发送系统提醒', result: '' }];
}

interface UrgingRow {
  readonly channel: UrgingChannel;
  readonly urgedAt: Instant;
  readonly promiseId: string | null;
  readonly promisedBy: PlainDate | null;
}

async function byHand(
  { source, plan }: PaperScope,
  { orderId, unitId, begunAt }: UrgedOrder,
): Promise<readonly EarlierUrging[]> {
  const { rows } = await source.pool.query<UrgingRow>(
    `SELECT DISTINCT channel, urged_at AS "urgedAt", promise_id AS "promiseId", promised_by AS "promisedBy" FROM urging
     WHERE plan_id = $1 AND unit_id = $2 AND urged_at <= $3
       AND task_id IN (SELECT task_id FROM work_order_row WHERE order_id = $4) ORDER BY urged_at`,
    [plan.planId, unitId, begunAt, orderId],
  );
  const textOf = await contentTexts(
    source,
    rows.map(({ promiseId }) => promiseId),
  );
  return rows.map(({ channel, urgedAt, promiseId, promisedBy }) => ({
    days: [dayOf(urgedAt)],
    how: `${urgingChannels[channel]}催办`,
    result: promisedBy === null ? '' : `承诺于${chineseDay(promisedBy)}前办理：${textOf(promiseId)}`,
  }));
}
