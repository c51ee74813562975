import * as z from 'zod';
import { target } from './lights.ts';
import { day, id, listOf } from './values.ts';

/** A row of an earlier year's plan that something of this plan goes on from. */
export const earlierRow = z
  .object({
    planId: id,
    planYear: z.int(),
    taskId: id,
    taskNumber: z.string(),
    subjectId: z.string(),
    title: z.string(),
    target: target.nullable(),
    due: day,
    why: z.enum(['carried-over', 'continuing', 'awaiting-statistics', 'unfinished', 'later-year', 'open']),
  })
  .meta({ id: 'EarlierRow' });

/** An earlier year of a task or of one of its items, as it stands in that year's own ledger. */
export const lineageYear = z
  .object({
    planId: id,
    planTitle: z.string(),
    planYear: z.int(),
    taskId: id,
    taskNumber: z.string(),
    taskTitle: z.string(),
    subjectId: z.string(),
    title: z.string(),
    target: target.nullable(),
    value: z.number().nullable(),
    due: day,
    /** Why it was taken on: what was said of its ending when it was linked. */
    why: z.string(),
    /** How that year's row ended, as far as it is decided. */
    ending: z.string().nullable(),
  })
  .meta({ id: 'LineageYear' });

/** The earlier years of one item (null: of the task as a whole), the latest first. */
export const lineage = listOf(
  z.object({ itemId: z.string().nullable(), title: z.string(), years: listOf(lineageYear) }),
);
