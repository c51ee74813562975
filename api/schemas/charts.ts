import * as z from 'zod';
import { dueReason } from './dates.ts';
import { light, target } from './lights.ts';
import { unitRef } from './people.ts';
import { counts, day, id, listOf, moment, quarter } from './values.ts';

/** Lights by unit and quarter: the worst, and how many of each. */
export const heatMap = z
  .object({
    periods: listOf(quarter),
    units: listOf(unitRef),
    cells: listOf(z.object({ unitId: id, period: quarter, light, lights: counts })),
  })
  .meta({ id: 'HeatMap' });

/** How many rows and returns each unit owes in each week (named by its Monday). */
export const loadChart = z
  .object({
    weeks: listOf(day),
    units: listOf(unitRef),
    cells: listOf(z.object({ unitId: id, week: day, rows: z.int(), tasks: z.int(), returns: z.int() })),
  })
  .meta({ id: 'LoadChart' });

/** Of each target what the plan expected, and what was reported and accepted. */
export const curveChart = z
  .object({
    curves: listOf(
      z.object({
        taskId: id,
        taskNumber: z.string(),
        subjectId: z.string(),
        title: z.string(),
        unit: unitRef,
        target,
        due: day,
        dueWhy: dueReason,
        /** What the plan expects by the present day; null while there is no stage plan. */
        expectedNow: z.number().nullable(),
        expected: listOf(z.object({ day, value: z.number() })),
        reported: listOf(z.object({ day, period: quarter, value: z.number() })),
      }),
    ),
  })
  .meta({ id: 'CurveChart' });

/** The year at a glance: lights in all, by group and by unit, and what waits for the leader. */
export const glance = z
  .object({
    lights: counts,
    groups: listOf(z.object({ group: z.string(), tasks: z.int(), lights: counts })),
    units: listOf(z.object({ unit: unitRef, subjects: z.int(), lights: counts, overdue: z.int(), late: z.int() })),
    decisions: listOf(
      z.object({
        kind: z.enum(['breakdown', 'change', 'order', 'sheet', 'summary']),
        /** Of the change, the proposed order or the sheet; null where the plan has one such thing. */
        id: id.nullable(),
        title: z.string(),
        since: moment.nullable(),
        due: day.nullable(),
        why: dueReason.nullable(),
      }),
    ),
  })
  .meta({ id: 'Glance' });

export type HeatMapBody = z.infer<typeof heatMap>;
export type LoadChartBody = z.infer<typeof loadChart>;
export type CurveChartBody = z.infer<typeof curveChart>;
export type GlanceBody = z.infer<typeof glance>;
