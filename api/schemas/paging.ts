import * as z from 'zod';
import { listOf } from './values.ts';

/** The largest page that anybody may ask for. */
export const largestPage = 200;

const whole = (fallback: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/, '应为整数')
    .default(String(fallback))
    .transform(Number)
    .pipe(z.int().min(1, '至少 1').max(max, `至多 ${max}`));

/** Which page, counted from 1, and how many rows it has. */
export const paging = { page: whole(1, 100_000), size: whole(50, largestPage) };

/** Ascending, unless it says otherwise. */
export const order = z.enum(['asc', 'desc']).default('asc');

/** One page of `row`, with the number of rows there are in all. */
export const pageOf = <T extends z.ZodType>(row: T) =>
  z.object({ total: z.int(), page: z.int(), size: z.int(), rows: listOf(row) });
