import * as z from 'zod';
import { dueReason } from './dates.ts';
import { evidenceLine } from './evidence.ts';
import { lightLine, obligationKind, target } from './lights.ts';
import { listQuery, pageOf } from './paging.ts';
import { actorRef, personRef, unitRef } from './people.ts';
import { namedEnding, rowPlace, rowPlan } from './row.ts';
import { day, id, listOf, moment, periodOrPlan } from './values.ts';

/** Names one return: a unit, a kind, a period. */
export const returnName = z.strictObject({ unitId: id, kind: obligationKind, period: periodOrPlan });

export const returnPhase = z.enum(['none', 'draft', 'submitted', 'settled']);

/** A return as lists show it. */
export const returnLine = z
  .object({
    returnId: id,
    of: returnName,
    unit: unitRef,
    kindName: z.string(),
    periodName: z.string(),
    version: z.int(),
    deliveredVersion: z.int(),
    phase: returnPhase,
    headAskedAt: moment.nullable(),
    submittedAt: moment.nullable(),
    reviewedAt: moment.nullable(),
    rows: z.int(),
  })
  .meta({ id: 'ReturnLine' });

/** Narrows and orders the returns that somebody has begun; they stand by period. */
export const returnQuery = z.object({
  ...listQuery(['period', 'submitted', 'reviewed']),
  unitId: id.optional(),
  period: periodOrPlan.optional(),
  kind: obligationKind.optional(),
  phase: returnPhase.exclude(['none']).optional(),
});

export const returnList = pageOf(returnLine).meta({ id: 'ReturnList' });

/** What a person has entered in a row, texts in words. */
export const rowEntry = z
  .object({
    value: z.number().nullable(),
    milestonesDone: listOf(z.string()),
    complete: z.boolean(),
    plan: rowPlan.nullable(),
    ending: namedEnding.exactOptional(),
    texts: z.object({
      done: z.string().optional(),
      problem: z.string().optional(),
      next: z.string().optional(),
      reason: z.string().optional(),
    }),
  })
  .meta({ id: 'RowEntry' });

/** One row of a return, prefilled with what is known. */
export const returnRow = z
  .object({
    ...rowPlace,
    kind: z.enum(['number', 'deliverable', 'whole']),
    target: target.nullable(),
    /** The item's own due day, and the day on which the row is due. */
    itemDue: day,
    itemWhy: dueReason.nullable(),
    due: day,
    previousValue: z.number().nullable(),
    /** What the accepted stage plan expects by the end of the period. */
    expectedValue: z.number().nullable(),
    textLimit: z.int().nullable(),
    /** Whether the row asks for the year's self-assessment 年终自评. */
    asksEnding: z.boolean(),
    plan: rowPlan.nullable(),
    statisticsOn: day.nullable(),
    /** `open` where nobody has saved anything yet. */
    state: z.enum(['open', 'draft', 'submitted', 'accepted', 'sent-back', 'refused']),
    version: z.int(),
    writer: personRef.nullable(),
    entry: rowEntry.nullable(),
    /** What the unit reported and the office accepted before, to begin from. */
    previous: rowEntry.nullable(),
    /** Why the office sent it back, and why its task refused it. */
    reason: z.string().nullable(),
    refusal: z.string().nullable(),
    light: lightLine.nullable(),
    evidence: listOf(evidenceLine),
    /** What supporting units and districts said of this task for the period; leads see it. */
    contributions: listOf(
      z.object({
        unit: unitRef,
        value: z.number().nullable(),
        text: z.string().nullable(),
        submittedAt: moment.nullable(),
      }),
    ),
    /** Whether the reader may write in it now. */
    mayFill: z.boolean(),
  })
  .meta({ id: 'ReturnRow' });

/** One return as one table. */
export const returnPage = z
  .object({
    returnId: id,
    of: returnName,
    unit: unitRef,
    kindName: z.string(),
    periodName: z.string(),
    version: z.int(),
    phase: returnPhase,
    /** False while an approval or a review is still on its way to the tasks. */
    isDelivered: z.boolean(),
    due: day.nullable(),
    dueWhy: dueReason.nullable(),
    resubmitDue: day.nullable(),
    resubmitWhy: dueReason.nullable(),
    reviewDue: day.nullable(),
    reviewWhy: dueReason.nullable(),
    headAskedAt: moment.nullable(),
    headReason: z.string().nullable(),
    submittedAt: moment.nullable(),
    submittedBy: actorRef.nullable(),
    reviewedAt: moment.nullable(),
    reviewedBy: actorRef.nullable(),
    /** The office's host unit: reviewed by another person 本单位. */
    isOwnUnit: z.boolean(),
    needsHead: z.boolean(),
    rows: listOf(returnRow),
    /** To whom rows can be handed. */
    writers: listOf(personRef),
    checkCode: z.string().nullable(),
    versions: listOf(
      z.object({
        version: z.int(),
        submittedAt: moment.nullable(),
        submittedBy: actorRef.nullable(),
        reviewedAt: moment.nullable(),
        reviewedBy: actorRef.nullable(),
        rows: z.int(),
        sentBackRows: z.int(),
      }),
    ),
  })
  .meta({ id: 'ReturnPage' });

/** What a filled-in xlsx would change, before anything is saved. */
export const returnDifference = z
  .object({
    rows: listOf(
      z.object({
        taskId: id,
        subjectId: z.string(),
        taskNumber: z.string(),
        title: z.string(),
        changes: listOf(
          z.object({
            field: z.string(),
            label: z.string(),
            before: z.string().nullable(),
            after: z.string().nullable(),
          }),
        ),
        /** To be saved as it stands. */
        entry: rowEntry,
      }),
    ),
    unchangedRows: z.int(),
    problems: listOf(z.object({ place: z.string(), message: z.string() })),
  })
  .meta({ id: 'ReturnDifference' });

export type ReturnQuery = z.infer<typeof returnQuery>;
export type ReturnListBody = z.infer<typeof returnList>;
export type ReturnPageBody = z.infer<typeof returnPage>;
export type ReturnRowBody = z.infer<typeof returnRow>;
export type ReturnLineBody = z.infer<typeof returnLine>;
export type ReturnDifferenceBody = z.infer<typeof returnDifference>;
export type RowEntryBody = z.infer<typeof rowEntry>;
