import * as z from 'zod';
import { draftPoint, span, taskDraft } from './breakdown.ts';
import { unitRef } from './people.ts';
import { day, id, line, listOf } from './values.ts';

/** The name of the file whose bytes are sent (its ending helps to tell what it is), and the earlier year's plan that it goes on from. */
export const previewQuery = z.object({ fileName: line, follows: id.optional() });

/** What a file reads as, before anything of it is kept: the text that all spans count in, the breakdown, and what was left out. */
export const noticePreview = z
  .object({
    fileName: z.string(),
    kind: z.string(),
    sha256: z.string(),
    title: z.string(),
    issuer: z.string().nullable(),
    documentNumber: z.string().nullable(),
    noticeDate: day.nullable(),
    planYear: z.int(),
    text: z.string(),
    /** What the file holds and could not be read, a sentence each. */
    remarks: listOf(z.string()),
    tasks: listOf(taskDraft),
    points: listOf(draftPoint),
    /** For every stretch of the text what it became; `reason` says why nothing was read there. */
    coverage: listOf(
      z.object({
        span,
        kinds: listOf(z.enum(['heading', 'task', 'clause', 'item', 'target', 'deadline', 'goal', 'rule', 'unread'])),
        reason: z.string().nullable(),
      }),
    ),
    /** Every unit that the register knows, to name ids. */
    units: listOf(unitRef),
  })
  .meta({ id: 'NoticePreview' });

export type NoticePreviewBody = z.infer<typeof noticePreview>;
