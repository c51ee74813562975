import * as z from 'zod';
import { counts, day, listOf } from './values.ts';

/** A day that was counted in working days; `explainDate` says why it is this one. */
export const computedDate = z
  .object({ date: day, from: day, workingDays: z.int(), provisional: z.boolean(), calendarVersions: counts })
  .meta({ id: 'ComputedDate' });

/** Why a deadline is its day: as it was counted, or in words where the notice, a person or a change set it. */
export const dueReason = z
  .object({ counted: computedDate.nullable(), said: z.string().nullable() })
  .meta({ id: 'DueReason' });

/** Why a date is what it is: the days counted, and one sentence. */
export const dateExplanation = z
  .object({
    date: day,
    from: day,
    sentence: z.string(),
    /** False where the calendar known today counts to another day. */
    holdsToday: z.boolean(),
    days: listOf(z.object({ day, counted: z.int().nullable(), reason: z.string() })),
  })
  .meta({ id: 'DateExplanation' });

export type DueReasonBody = z.infer<typeof dueReason>;
export type DateExplanationLine = z.infer<typeof dateExplanation>;
