import * as z from 'zod';
import { id } from './values.ts';

/** The process lives. */
export const health = z.object({ alive: z.literal(true) }).meta({ id: 'Health' });

/** Whether the parts behind the API answer; reads need the database alone. */
export const readiness = z.object({ database: z.boolean(), engine: z.boolean() }).meta({ id: 'Readiness' });

/** Of which plan a stream of changes tells. */
export const changesQuery = z.object({ planId: id });
