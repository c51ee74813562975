import * as z from 'zod';
import { latestFirst, pageOf, paging } from './paging.ts';
import { personRef, unitRef } from './people.ts';
import { day, id, line, listOf, moment, seat } from './values.ts';

/** Narrows the letters to a seat; those that are due last come first. */
export const inboxQuery = z.object({
  ...paging,
  order: latestFirst,
  state: z.enum(['all', 'coming', 'sent', 'withdrawn']).default('all'),
  taskId: id.optional(),
});

/** A letter 消息 with what became of it. */
export const letterLine = z
  .object({
    letterId: id,
    kind: z.string(),
    title: z.string(),
    ask: z.string(),
    seat,
    unit: unitRef,
    person: personRef.nullable(),
    dueAt: moment,
    about: day.nullable(),
    urgent: z.boolean(),
    state: z.enum(['coming', 'sent', 'failed', 'withdrawn']),
    stateName: z.string(),
    sentAt: moment.nullable(),
    taskId: id.nullable(),
    taskNumber: z.string().nullable(),
  })
  .meta({ id: 'LetterLine' });

export const inboxPage = pageOf(letterLine).meta({ id: 'InboxPage' });

/** Narrows the mails of a plan; those that were made last come first. */
export const mailQuery = z.object({
  ...paging,
  order: latestFirst,
  search: line.optional(),
  personId: id.optional(),
  state: z.enum(['due', 'claimed', 'sending', 'accepted', 'retry', 'failed', 'ambiguous']).optional(),
  day: day.optional(),
});

/** A mail with every answer of the server. */
export const mailLine = z
  .object({
    mailId: id,
    person: personRef,
    planDay: day,
    sequence: z.int(),
    subject: z.string(),
    state: z.string(),
    stateName: z.string(),
    letters: z.int(),
    madeAt: moment,
    sentAt: moment.nullable(),
    failureClass: z.string().nullable(),
    attempts: listOf(
      z.object({
        beganAt: moment,
        endedAt: moment,
        outcome: z.string(),
        responseCode: z.int().nullable(),
        response: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'MailLine' });

export const mailPage = pageOf(mailLine)
  .extend({ states: z.record(z.string(), z.int()) })
  .meta({ id: 'MailPage' });

export type InboxQuery = z.infer<typeof inboxQuery>;
export type MailQuery = z.infer<typeof mailQuery>;
export type LetterLineBody = z.infer<typeof letterLine>;
export type InboxPageBody = z.infer<typeof inboxPage>;
export type MailPageBody = z.infer<typeof mailPage>;
