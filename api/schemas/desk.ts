import * as z from 'zod';
import { dueReason } from './dates.ts';
import { unitRef } from './people.ts';
import { returnLine, returnName } from './return.ts';
import { day, id, listOf, moment } from './values.ts';

/** How pressing a duty is; lists are sorted in this order. */
export const urgency = z.enum(['overdue', 'sent-back', 'today', 'soon', 'later']);

/** Something that is asked of a unit, with what happens where it is not done. */
export const duty = z
  .object({
    kind: z.enum(['consultation', 'receipt', 'return', 'head-approval', 'handed-rows', 'statement']),
    title: z.string(),
    unit: unitRef,
    due: day,
    why: dueReason.nullable(),
    /** Negative once it is past. */
    workingDaysLeft: z.int(),
    urgency,
    /** What follows, and when, where it is not done in time. */
    consequence: z.string(),
    tasks: z.int(),
    rows: z.int(),
    sentBackRows: z.int(),
    of: returnName.nullable(),
    taskId: id.nullable(),
  })
  .meta({ id: 'Duty' });

/** What is asked of a unit, by when; and what it has sent. */
export const desk = z
  .object({
    unit: unitRef,
    today: day,
    duties: listOf(duty),
    /** What the unit has begun or sent, with the answers. */
    returns: listOf(returnLine),
    tasks: z.object({ leads: z.int(), supports: z.int(), districts: z.int(), items: z.int() }),
    contacts: z.string().nullable(),
    receiptedAt: moment.nullable(),
  })
  .meta({ id: 'Desk' });

export type DutyBody = z.infer<typeof duty>;
export type DeskBody = z.infer<typeof desk>;
