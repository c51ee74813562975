import * as z from 'zod';
import { dueReason } from './dates.ts';
import { urgency } from './desk.ts';
import { obligationKind } from './lights.ts';
import { listQuery, pageOf } from './paging.ts';
import { unitRef } from './people.ts';
import { returnName } from './return.ts';
import { day, id, listOf, moment, periodOrPlan, yesOrNo } from './values.ts';

/** Whom to call. */
const contact = z.object({
  name: z.string(),
  seatName: z.string(),
  rank: z.string().nullable(),
  phone: z.string(),
  mobile: z.string(),
});

/** One unit that owes something today, with whom to call. */
export const todayEntry = z
  .object({
    unit: unitRef,
    urgency,
    items: listOf(
      z.object({
        kind: z.enum(['consultation', 'receipt', 'return']),
        title: z.string(),
        due: day,
        why: dueReason.nullable(),
        workingDaysLeft: z.int(),
        rows: z.int(),
        tasks: z.int(),
        of: returnName.nullable(),
      }),
    ),
    contacts: listOf(contact),
  })
  .meta({ id: 'TodayEntry' });

/** One kind of work that waits for the office: how much of it there is, and how much is due today or late. */
const officeWork = z.object({
  kind: z.enum([
    'open-points',
    'begin-consultation',
    'opinions',
    'ask-approval',
    'issue',
    'reviews',
    'slips',
    'slip-answers',
    'changes',
    'objections',
    'endings',
    'ask-summary',
  ]),
  count: z.int(),
  due: z.int(),
});

/** Today's list: who owes what, what the office owes itself, and the words for the group chat. */
export const todayList = z
  .object({
    today: day,
    units: listOf(todayEntry),
    /** What units promised when they were urged, due today or before and not yet kept, or due within a week. */
    promises: listOf(
      z.object({
        unit: unitRef,
        taskId: id,
        taskNumber: z.string(),
        title: z.string(),
        promise: z.string().nullable(),
        promisedBy: day,
        isDue: z.boolean(),
        urgedAt: moment,
      }),
    ),
    /** What waits for the office itself; kinds of which there is nothing are left out. */
    work: listOf(officeWork),
    chatText: z.string(),
  })
  .meta({ id: 'TodayList' });

/** A return that waits for the office's review. */
export const reviewEntry = z
  .object({
    of: returnName,
    unit: unitRef,
    kindName: z.string(),
    periodName: z.string(),
    version: z.int(),
    submittedAt: moment.nullable(),
    reviewDue: day,
    reviewWhy: dueReason,
    workingDaysLeft: z.int(),
    overdue: z.boolean(),
    tasks: z.int(),
    /** The office's host unit 本单位. */
    isOwnUnit: z.boolean(),
    /** False where the reader had a hand in the return and must leave it to another. */
    mayReview: z.boolean(),
  })
  .meta({ id: 'ReviewEntry' });

/** Narrows and orders what waits for review; the most pressing come first. */
export const reviewQuery = z.object({
  ...listQuery(['reviewDue', 'tasks']),
  unitId: id.optional(),
  period: periodOrPlan.optional(),
  kind: obligationKind.optional(),
  overdue: yesOrNo,
});

export const reviewQueue = pageOf(reviewEntry).extend({ today: day }).meta({ id: 'ReviewQueue' });

/** Whom to reach in each unit of the plan. */
export const contactBook = z
  .object({
    units: listOf(
      z.object({ unit: unitRef, filed: z.string().nullable(), people: listOf(contact.extend({ personId: id })) }),
    ),
  })
  .meta({ id: 'ContactBook' });

export type ContactBody = z.infer<typeof contact>;
export type OfficeWorkBody = z.infer<typeof officeWork>;
export type TodayListBody = z.infer<typeof todayList>;
export type ReviewQuery = z.infer<typeof reviewQuery>;
export type ReviewQueueBody = z.infer<typeof reviewQueue>;
export type ContactBookBody = z.infer<typeof contactBook>;
