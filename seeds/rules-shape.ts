import { z } from 'zod';
import type { Rules } from '../domain/rules.ts';

const count = z.int().min(0);

/** The form of a rules file; working days throughout. */
export const rulesShape: z.ZodType<Rules> = z.strictObject({
  version: z.int().min(1),
  consultationWorkingDays: count,
  consultationReminders: z.array(count),
  receiptWorkingDays: count,
  receiptReminders: z.array(count),
  receiptListedAfter: count,
  stagePlanWorkingDaysAfterReceipt: count,
  reviewWorkingDays: count,
  contributionWorkingDaysBefore: count,
  returnWorkingDayAfterQuarter: z.int().min(1),
  reminderOffsets: z.array(z.int()),
  headReminderOffsets: z.array(z.int()),
  resubmissionWorkingDays: count,
  differingStatementWorkingDays: count,
  contributionCharacters: z.int().min(1),
  lights: z.strictObject({ nearDueWorkingDays: count, behindPoints: z.number(), farBehindPoints: z.number() }),
  districtsReportText: z.boolean(),
});
