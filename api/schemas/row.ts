import * as z from 'zod';
import { day, line, listOf } from './values.ts';

/** The stage plan 阶段计划 of one row. */
export const rowPlan = z
  .strictObject({
    baseline: z.number().nullable().default(null),
    curve: listOf(z.strictObject({ day, value: z.number() })).default([]),
    milestones: listOf(z.strictObject({ id: z.string().min(1).max(60), title: line, due: day })).default([]),
    statisticsOn: day.nullable().default(null),
  })
  .meta({ id: 'RowPlan' });
