import * as z from 'zod';
import { draftPoint, span, taskDraft } from './breakdown.ts';
import { unitRef } from './people.ts';
import { day, id, line, listOf } from './values.ts';

/** What a person corrects about one sheet of a workbook: its row of headings, and as which heading a column is read. */
export const sheetCorrection = z.strictObject({
  sheet: z.string().min(1).max(100),
  headRow: z.int().min(1).max(1_048_576).optional(),
  headings: z.record(z.string().regex(/^[A-Z]{1,3}$/), z.string().min(1).max(40)),
});

/** JSON of such corrections, for workbooks. */
export const correctionsText = z
  .string()
  .max(8_000)
  .optional()
  .meta({ example: '[{"sheet":"任务表","headRow":3,"headings":{"D":"牵头单位"}}]' });

/** The name of the file whose bytes are sent (its ending helps to tell what it is), and the earlier year's plan that it goes on from. */
export const previewQuery = z.object({ fileName: line, follows: id.optional(), corrections: correctionsText });

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
    /** The sheets of a workbook with how their columns were understood; empty for every other kind. */
    sheets: listOf(
      z.object({
        sheet: z.string(),
        headRow: z.int().nullable(),
        columns: listOf(
          z.object({ column: z.string(), heading: z.string(), readAs: z.string(), meaning: z.string().nullable() }),
        ),
      }),
    ),
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
