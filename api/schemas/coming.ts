import * as z from 'zod';
import { unitRef } from './people.ts';
import { dueReason } from './dates.ts';
import { returnName } from './return.ts';
import { day, id, listOf, moment } from './values.ts';

export const comingQuery = z.object({
  days: z
    .string()
    .regex(/^\d{1,3}$/)
    .default('30')
    .transform(Number)
    .pipe(z.int().min(1).max(120, '至多 120 天')),
});

/** What comes: from the engine's own next wakes and the letters that are due. */
export const coming = z
  .object({
    from: moment,
    until: moment,
    days: listOf(
      z.object({
        day,
        dayKind: z.enum(['weekday', 'weekend', 'make-up', 'holiday']),
        dayName: z.string(),
        wakes: listOf(
          z.object({
            at: moment,
            /** Which task, paper or plan wakes. */
            title: z.string(),
            taskId: id.nullable(),
            orderId: id.nullable(),
            taskNumber: z.string().nullable(),
            /** What time does then, to which units, and what was due before it on which day. */
            concerns: listOf(z.object({ what: z.string(), due: day.nullable(), units: listOf(unitRef) })),
          }),
        ),
        letters: listOf(
          z.object({
            at: moment,
            title: z.string(),
            unit: unitRef,
            seatName: z.string(),
            number: z.int(),
            /** By when the receiver has to act; null for what is only told. */
            due: day.nullable(),
            /** The unit that it is about, where that is not the receiver. */
            about: unitRef.nullable(),
            tasks: listOf(z.object({ taskId: id, number: z.string() })),
          }),
        ),
        dues: listOf(
          z.object({
            title: z.string(),
            unit: unitRef,
            of: returnName,
            why: dueReason.nullable(),
            rows: z.int(),
            tasks: z.int(),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'Coming' });

export const searchQuery = z.object({
  words: z.string().trim().min(1, '请输入要查找的文字').max(60),
  planId: id.optional(),
});

/** Places in which the words occur. */
export const searchResult = z
  .object({
    results: listOf(
      z.object({
        kind: z.enum(['plan', 'task', 'item', 'unit', 'person']),
        planId: id.nullable(),
        taskId: id.nullable(),
        unitId: id.nullable(),
        title: z.string(),
        excerpt: z.string(),
      }),
    ),
  })
  .meta({ id: 'SearchResult' });

export type ComingBody = z.infer<typeof coming>;
export type SearchResultBody = z.infer<typeof searchResult>;
