import * as z from 'zod';
import { lightNames } from '../../domain/task/light-sentence.ts';
import type { Light } from '../../domain/task/task-state.ts';
import { day, moment, periodOrPlan } from './values.ts';

/** Lights 亮灯. */
export const light: z.ZodType<Light, Light> = z.enum(Object.keys(lightNames) as [Light, ...Light[]]);

/** A light with its name and the sentence that explains it. */
export const lightLine = z
  .object({ light, name: z.string(), sentence: z.string(), on: day.nullable() })
  .meta({ id: 'LightLine' });

/** What units owe for one task and period. */
export const obligationKind = z.enum(['stage-plan', 'contribution', 'progress', 'district-figures']);

/** How far a row of an obligation has come. */
export const rowState = z.enum(['open', 'submitted', 'accepted', 'sent-back']);

/** A unit's part in a task. */
export const partyRole = z.enum(['lead', 'support', 'district']);

/** A number to reach. */
export const target = z
  .object({ value: z.number(), unit: z.string(), comparator: z.enum(['=', '>=', '>', '<=', '<']) })
  .meta({ id: 'Target' });

/** Commitment 约束程度. */
export const commitment = z.enum(['binding', 'striving', 'in-principle']);

/** What was last accepted of an item. */
export const progressLine = z
  .object({ period: periodOrPlan, value: z.number().nullable(), complete: z.boolean(), asOf: day.nullable() })
  .meta({ id: 'ProgressLine' });

/** Of which moment a screen speaks: by what had happened, or by what was recorded. */
export const asOf = z.object({ basis: z.enum(['at', 'recordedAt']), moment }).meta({ id: 'AsOf' });

export type LightLine = z.infer<typeof lightLine>;
