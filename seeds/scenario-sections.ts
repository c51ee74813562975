import { z } from 'zod';
import { period } from '../domain/calendar/quarter.ts';
import { plainDate } from '../domain/plain-date.ts';
import { decidableLights } from '../domain/task/finding/decidable-light.ts';

const day = z.string().transform(plainDate);
const quarter = z.string().transform(period);
const light = z.enum(decidableLights).nullable();

const taskChange = z.union([
  z.strictObject({ kind: z.literal('extension'), item: z.string(), to: day }),
  z.strictObject({ kind: z.literal('extension'), period: z.union([z.literal('plan'), quarter]), to: day }),
  z.strictObject({
    kind: z.literal('target'),
    item: z.string(),
    target: z.object({ value: z.number(), unit: z.string(), comparator: z.enum(['=', '>=', '>', '<=']) }),
  }),
  z.strictObject({ kind: z.enum(['decline', 'suspension', 'resumption', 'termination']) }),
]);

/** Changes 变更 of tasks in a scenario file. */
export const playedChange = z.strictObject({
  key: z.string(),
  task: z.string(),
  unit: z.string().nullable(),
  change: taskChange,
  reason: z.string(),
  requestOn: day,
  decision: z
    .strictObject({
      on: day,
      outcome: z.enum(['granted', 'refused']),
      reason: z.string(),
      replacement: z.string().nullable(),
    })
    .nullable(),
});

const row = { task: z.string(), unit: z.string(), item: z.string().nullable() };

/** Findings 核查记录 in a scenario file. */
export const playedFinding = z.strictObject({
  ...row,
  key: z.string(),
  claim: z.string(),
  method: z.enum(['documents', 'telephone', 'on-site']),
  reportedValue: z.number().nullable(),
  foundValue: z.number().nullable(),
  evidence: z.string(),
  openOn: day,
  statement: z.strictObject({ on: day, text: z.string() }).nullable(),
  conclusion: z
    .strictObject({ on: day, outcome: z.enum(['confirmed', 'partly', 'unfounded']), text: z.string(), light })
    .nullable(),
});

/** Objections 异议 in a scenario file. */
export const playedObjection = z.strictObject({
  unit: z.string(),
  about: z.union([
    z.strictObject({ ...row, kind: z.literal('row'), period: quarter }),
    z.strictObject({ ...row, kind: z.literal('light') }),
    z.strictObject({ kind: z.literal('finding'), finding: z.string() }),
    z.strictObject({ kind: z.literal('order'), path: z.string() }),
  ]),
  on: day,
  grounds: z.string(),
  answer: z
    .strictObject({ on: day, outcome: z.enum(['upheld', 'partly', 'dismissed']), light, reason: z.string() })
    .nullable(),
});

const ownSeat = z.enum(['officer', 'writer']);
const particulars = z.strictObject({ name: z.string(), email: z.string(), phone: z.string(), mobile: z.string() });

/** Seats 岗位 that change hands in a scenario file. */
export const playedSeats = z.strictObject({
  contacts: z.array(
    z.strictObject({
      key: z.string(),
      unit: z.string(),
      on: day,
      from: day,
      leaves: z.array(z.strictObject({ personKey: z.string(), seat: ownSeat })),
      takes: z.array(
        z.strictObject({
          person: z.strictObject({ key: z.string(), particulars: particulars.nullable() }),
          seat: ownSeat,
          rank: z.enum(['A', 'B']).nullable(),
        }),
      ),
      contacts: z.string().nullable(),
      reason: z.string(),
    }),
  ),
  deputies: z.array(
    z.strictObject({
      unit: z.string(),
      seat: z.enum(['head', 'officer']),
      person: z.string(),
      deputy: z.string(),
      on: day,
      from: day,
      to: day,
      reason: z.string(),
    }),
  ),
});
