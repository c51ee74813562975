import type { Source } from '../transaction.ts';

/** Whether the order's own chain has its first event. */
export async function orderHasBegun({ pool }: Source, orderId: string): Promise<boolean> {
  const { rows } = await pool.query('SELECT FROM work_order WHERE order_id = $1', [orderId]);
  return rows.length > 0;
}
