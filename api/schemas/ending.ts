import * as z from 'zod';
import { type TaskEnding, endingNames } from '../../domain/task/ending/row-ending.ts';
import { target } from './lights.ts';
import { listQuery, pageOf } from './paging.ts';
import { actorRef, unitRef } from './people.ts';
import { rowEnding, rowPlace } from './row.ts';
import { counts, day, id, listOf, moment, yesOrNo } from './values.ts';

const taskEnding: z.ZodType<TaskEnding, TaskEnding> = z.enum(Object.keys(endingNames) as [TaskEnding, ...TaskEnding[]]);

/** A row at the year's end: what its unit claimed and what the office decided. */
export const endingLine = z
  .object({
    ...rowPlace,
    unit: unitRef,
    due: day,
    target: target.nullable(),
    value: z.number().nullable(),
    claimed: rowEnding.nullable(),
    claimedUntil: day.nullable(),
    ending: taskEnding.nullable(),
    until: day.nullable(),
    isOpen: z.boolean(),
  })
  .meta({ id: 'EndingLine' });

/** Narrows and orders the rows of the year's end, which stand in the order of the notice. */
export const endingQuery = z.object({
  ...listQuery(['position', 'due']),
  unitId: id.optional(),
  taskId: id.optional(),
  ending: taskEnding.optional(),
  decided: yesOrNo,
});

/** The year's end 年终对账: a page of its rows, the figures of all that the reader may see, and how far the summary has come. */
export const yearEnd = pageOf(endingLine)
  .extend({
    counts,
    /** Numbers of the tasks with rows that have no ending yet. */
    undecided: listOf(z.string()),
    checkCode: z.string(),
    askedAt: moment.nullable(),
    approvedAt: moment.nullable(),
    approvedBy: actorRef.nullable(),
  })
  .meta({ id: 'YearEnd' });

export type EndingQuery = z.infer<typeof endingQuery>;
export type EndingLineBody = z.infer<typeof endingLine>;
export type YearEndBody = z.infer<typeof yearEnd>;
