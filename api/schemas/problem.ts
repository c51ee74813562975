import * as z from 'zod';
import { listOf } from './values.ts';

/** Every refusal and failure (RFC 9457, `application/problem+json`). `detail` is the Chinese text for the person. */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    /** Stable, for programs. */
    code: z.string(),
    detail: z.string(),
    /** The request's id: support finds it in the log. */
    requestId: z.string(),
    /** Inputs that are wrong, each with its place in the request. */
    fields: listOf(z.object({ path: z.string(), message: z.string() })).optional(),
    /** Of a refusal that ends by itself. */
    retryAfterSeconds: z.int().optional(),
  })
  .meta({ id: 'Problem' });

export type Problem = z.infer<typeof problem>;
