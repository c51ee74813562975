import * as z from 'zod';
import { asOf, commitment, light, lightLine, partyRole, progressLine, target } from './lights.ts';
import { dueReason } from './dates.ts';
import { order, pageOf, paging } from './paging.ts';
import { unitRef } from './people.ts';
import { day, id, line, listOf, moment, yesOrNo } from './values.ts';

/** Of which earlier moment a screen shall speak: `at` as it was, `recordedAt` as it was known. */
export const asOfQuery = { at: moment.optional(), recordedAt: moment.optional() };

/** Narrows and orders the register 台账. */
export const registerQuery = z.object({
  ...paging,
  group: line.optional(),
  unitId: id.optional(),
  role: z.enum(['lead', 'support', 'district', 'accountable']).optional(),
  light: light.optional(),
  overdue: yesOrNo,
  phase: z.enum(['open', 'ended']).optional(),
  search: line.optional(),
  sort: z.enum(['position', 'due', 'light', 'overdue']).default('position'),
  order,
  ...asOfQuery,
});

/** What one unit answers for on a task. */
export const subjectLine = z
  .object({
    subjectId: z.string(),
    unit: unitRef,
    kind: z.enum(['number', 'deliverable', 'whole']),
    title: z.string(),
    target: target.nullable(),
    commitment,
    due: day,
    dueBasis: z.enum(['stated', 'derived']),
    tracked: z.boolean(),
    progress: progressLine.nullable(),
    /** Per cent of the target that was reached. */
    rate: z.number().nullable(),
    light: lightLine.nullable(),
  })
  .meta({ id: 'SubjectLine' });

/** One task of the register. */
export const registerRow = z
  .object({
    taskId: id,
    number: z.string(),
    position: z.int(),
    group: z.string(),
    title: z.string(),
    phase: z.enum(['unissued', 'open', 'ended']),
    parties: listOf(z.object({ unit: unitRef, role: partyRole })),
    /** The light of the worst item. */
    light: lightLine.nullable(),
    subjects: listOf(subjectLine),
    /** The earliest day by which somebody owes something on it. */
    nextDue: day.nullable(),
    nextWhy: dueReason.nullable(),
    openObligations: z.int(),
    overdueObligations: z.int(),
    lateObligations: z.int(),
  })
  .meta({ id: 'RegisterRow' });

/** A page of the register. */
export const registerPage = pageOf(registerRow).extend({ asOf: asOf.nullable() }).meta({ id: 'RegisterPage' });

export type RegisterQuery = z.infer<typeof registerQuery>;
export type RegisterRowBody = z.infer<typeof registerRow>;
export type RegisterPageBody = z.infer<typeof registerPage>;
export type SubjectLineBody = z.infer<typeof subjectLine>;
