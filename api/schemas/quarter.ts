import * as z from 'zod';
import { light } from './lights.ts';
import { day, line, listOf, quarter, text } from './values.ts';

/** What a problem is called by in a bulletin. */
const named = { taskNumber: z.string().min(1).max(40), title: z.string().min(1).max(500), unit: line };

/** A quarter as a bulletin 通报 begins from it. */
export const quarterDraft = z
  .object({
    period: quarter,
    due: day.nullable(),
    today: day,
    inTime: z.int(),
    owed: z.int(),
    late: listOf(z.string()),
    missing: listOf(z.string()),
    problems: listOf(
      z.object({
        ...named,
        light,
        sentence: z.string(),
        /** What the unit itself gave as the cause; empty where it gave none. */
        cause: z.string(),
        next: z.string(),
        /** What the light demands, and the item's own day; null where that is over, or something is owed at once. */
        demand: z.string(),
        until: day.nullable(),
      }),
    ),
  })
  .meta({ id: 'QuarterDraft' });

/** A bulletin to be printed: no problem is named without its cause, a demand and a date. */
export const bulletinWish = z.strictObject({
  period: quarter,
  issue: z.int('期号应为整数').min(1, '期号应为 1 以上的整数').max(9999),
  to: line.nullable().default(null),
  copies: line.nullable().default(null),
  problems: listOf(z.strictObject({ ...named, cause: text, demand: text, until: day })),
});

export type QuarterDraftBody = z.infer<typeof quarterDraft>;
export type BulletinWish = z.infer<typeof bulletinWish>;
