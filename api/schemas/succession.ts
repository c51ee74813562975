import * as z from 'zod';
import { personRef, unitRef } from './people.ts';
import { day, listOf, seat } from './values.ts';

/** Who may act for whom, now or later. */
export const deputyList = z
  .object({
    deputies: listOf(
      z.object({
        unit: unitRef,
        seat,
        seatName: z.string(),
        person: personRef,
        personKey: z.string(),
        deputy: personRef,
        deputyKey: z.string(),
        from: day,
        to: day,
        reason: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'DeputyList' });

/** Everything that is open at a unit, for whoever takes over there 交接清单; what there is nothing of is left out. */
export const handOver = z
  .object({ unit: unitRef, sections: listOf(z.object({ title: z.string(), lines: listOf(z.string()) })) })
  .meta({ id: 'HandOver' });

export type DeputyListBody = z.infer<typeof deputyList>;
export type HandOverBody = z.infer<typeof handOver>;
