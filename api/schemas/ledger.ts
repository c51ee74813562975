import * as z from 'zod';
import { moment } from './values.ts';

/** The outcome of reading the whole ledger again. */
export const verification = z
  .object({
    ok: z.boolean(),
    checkedAt: moment,
    chains: z.int().nullable(),
    events: z.int().nullable(),
    contents: z.int().nullable(),
    erasedContents: z.int().nullable(),
    fault: z.object({ chain: z.string(), seq: z.int(), kind: z.string(), why: z.string() }).nullable(),
    sentence: z.string(),
  })
  .meta({ id: 'Verification' });

export type VerificationBody = z.infer<typeof verification>;
