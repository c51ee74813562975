import * as z from 'zod';
import { isPeriod, type Period } from '../../domain/calendar/quarter.ts';
import { type Seat, seats } from '../../domain/actor.ts';
import { type Instant, isInstant } from '../../domain/instant.ts';
import { type PlainDate, isPlainDate, isReckoned } from '../../domain/plain-date.ts';

// Written as text and read as text; the brands are the domain's, so that its functions take what the API gives.
type TextAs<T extends string> = z.ZodType<T, string>;

/** An id of a plan, a task, a unit, a person, an act. */
export const id = z.uuid('编号格式不正确');

/** A calendar day in Asia/Shanghai. */
export const day = z.iso
  .date('应为 2022-08-22 这样的日期')
  .refine(
    (text) => isPlainDate(text) && isReckoned(text),
    '日期应在 1900 年至 2199 年之间',
  ) as unknown as TextAs<PlainDate>;

/** A moment in UTC with milliseconds. */
export const moment = z
  .string()
  .refine(isInstant, '应为 2022-08-22T01:00:00.000Z 这样的时间')
  .meta({ format: 'date-time' }) as unknown as TextAs<Instant>;

/** A quarter, as in `2022Q3`. */
export const quarter = z
  .string()
  .refine(isPeriod, '应为 2022Q3 这样的季度')
  .meta({ example: '2022Q3' }) as unknown as TextAs<Period>;

/** A quarter, or the plan as a whole. */
export const periodOrPlan = z.union([quarter, z.literal('plan')]);

/** A text that people write: bounded, never blank. */
export const text = z.string().trim().min(1, '请填写').max(2_000, '不超过 2000 字');

/** A text of at most a line. */
export const line = z.string().trim().min(1, '请填写').max(200, '不超过 200 字');

/** A seat 岗位 in which a person acts. */
export const seat: z.ZodType<Seat, Seat> = z.enum(seats as [Seat, ...Seat[]]);

/** A list that is only read. */
export const listOf = <T extends z.ZodType>(one: T) => z.array(one).readonly();

/** Figures by name. */
export const counts = z.record(z.string(), z.number()).readonly();

/** A switch in a query string. */
export const yesOrNo = z.enum(['true', 'false']).optional();
