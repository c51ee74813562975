import * as z from 'zod';
import { type RowEnding, rowEndings } from '../../domain/task/ending/row-ending.ts';
import { day, id, line, listOf } from './values.ts';

/** Which row of which task it is, with their titles. */
export const rowPlace = {
  taskId: id,
  taskNumber: z.string(),
  taskTitle: z.string(),
  subjectId: z.string(),
  title: z.string(),
};

/** How a row's year can end. */
export const rowEnding: z.ZodType<RowEnding, RowEnding> = z.enum(rowEndings as [RowEnding, ...RowEnding[]]);

/** The stage plan 阶段计划 of one row. */
export const rowPlan = z
  .strictObject({
    baseline: z.number().nullable().default(null),
    curve: listOf(z.strictObject({ day, value: z.number() })).default([]),
    milestones: listOf(z.strictObject({ id: z.string().min(1).max(60), title: line, due: day })).default([]),
    statisticsOn: day.nullable().default(null),
  })
  .meta({ id: 'RowPlan' });

/** How a row's year ended, with the day that it names. */
export const namedEnding = z.strictObject({
  ending: rowEnding,
  until: day.nullable().default(null),
});
