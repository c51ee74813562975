import * as z from 'zod';
import { line, listOf } from './values.ts';

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
export const paging = {
  page: whole(1, 100_000).describe('第几页，从 1 起'),
  size: whole(50, largestPage).describe(`每页多少行，至多 ${largestPage}`),
};

const direction = z.enum(['asc', 'desc']).describe('asc 由小到大、由早到晚，desc 相反');

/** Of lists by time: the latest first, unless it says otherwise. */
export const latestFirst = direction.default('desc');

/** Ascending, unless it says otherwise. */
export const order = direction.default('asc');

/**
 * What every list that grows with a plan or with the years can be asked: which page, rows that say these words, and which order
 * (the first of `sorts` where nothing is said). Lists that are bounded by their nature are answered whole: holiday tables (one a
 * year), versions of the rules, scenarios, the seats of a person, who may sign on a day, the contacts of a plan's units, evidence
 * of one return, who acts for whom now or later, the desk and the hand-over of one unit, today's list, the days that come, the
 * breakdown with its notice (one document), and figures.
 */
export const listQuery = <const S extends string>(sorts: readonly [S, ...S[]], usual: 'asc' | 'desc' = 'asc') => ({
  ...paging,
  search: line.optional().describe('行内文字或者单位名称中的词'),
  sort: z
    .enum(sorts)
    .default(() => sorts[0])
    .describe('按什么排序'),
  order: direction.default(usual),
});

/** What a list was asked, in whatever order it can be sorted by. */
export interface ListAsked<S extends string = string> {
  readonly page: number;
  readonly size: number;
  readonly search?: string | undefined;
  readonly sort: S;
  readonly order: 'asc' | 'desc';
}

/** One page of `row`, with the number of rows there are in all. */
export const pageOf = <T extends z.ZodType>(row: T) =>
  z.object({ total: z.int(), page: z.int(), size: z.int(), rows: listOf(row) });

/** A page as reads answer it. */
export interface PageBody<R> {
  readonly total: number;
  readonly page: number;
  readonly size: number;
  readonly rows: readonly R[];
}
