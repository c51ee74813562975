import { z } from 'zod';
import { period } from '../domain/calendar/quarter.ts';
import { plainDate } from '../domain/plain-date.ts';

const day = z.string().transform(plainDate);
const quarter = z.string().transform(period);
const ofPaper = {
  unit: z.string(),
  period: quarter,
  on: z.enum(['slip', 'order']),
  round: z.int().min(1).optional(),
};

/** The section `orders` of a scenario file: who confirms, answers, opens, returns and urges. */
export const playedOrdersShape = z.object({
  confirmWorkingDaysAfter: z.int().min(0),
  reviewWorkingDaysAfter: z.int().min(0),
  openings: z.array(
    z.object({
      unit: z.string(),
      period: quarter,
      by: z.enum(['supervisor', 'leader']),
      workingDaysAfter: z.int().min(0),
      demand: z.string().min(1),
    }),
  ),
  answers: z.array(z.object({ ...ofPaper, workingDaysAfter: z.int().min(0), text: z.string().min(1) })),
  returns: z.array(z.object({ ...ofPaper, reason: z.string().min(1) })),
  steps: z.array(
    z.object({
      unit: z.string(),
      period: quarter,
      step: z.enum(['bulletin', 'interview']),
      on: day,
      outcome: z.string().min(1),
    }),
  ),
  urgings: z.array(
    z.object({
      unit: z.string(),
      kind: z.enum(['stagePlan', 'contribution', 'districtFigures', 'progress']),
      period: z.union([z.literal('plan'), quarter]),
      on: day,
      channel: z.enum(['phone', 'message', 'in-person', 'writing']),
      reached: z.string().min(1),
      promise: z.object({ text: z.string().min(1), by: day }).nullable(),
      delivers: z.boolean(),
    }),
  ),
});
