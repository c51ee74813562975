import type { Source } from '../transaction.ts';

/** An order that some chain has called for and whose own chain has not begun. */
export interface UnbegunOrder {
  readonly orderId: string;
  readonly planId: string;
}

/** Orders to be started, in the order in which they were called for: of one plan, or of all plans on real time. */
export async function unbegunOrders({ pool }: Source, planId: string | null): Promise<readonly UnbegunOrder[]> {
  const { rows } = await pool.query<UnbegunOrder>({
    name: 'orders not begun',
    text: `SELECT order_id AS "orderId", plan_id AS "planId" FROM order_origin AS origin JOIN plan USING (plan_id)
           WHERE CASE WHEN $1::uuid IS NULL THEN plan.clock = 'real' ELSE plan_id = $1 END
             AND NOT EXISTS (SELECT FROM work_order WHERE work_order.order_id = origin.order_id)
           ORDER BY path LIMIT 100`,
    values: [planId],
  });
  return rows;
}
