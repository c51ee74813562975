import * as z from 'zod';
import { id, seat } from './values.ts';

/** A unit with its name on the plan's day. */
export const unitRef = z.object({ unitId: id, name: z.string() }).meta({ id: 'UnitRef' });

/** A person with the name that is known; 「已清除」 where it was erased. */
export const personRef = z.object({ personId: id, name: z.string() }).meta({ id: 'PersonRef' });

/** Who did something, in which seat of which unit; `deputyFor` where a deputy acted （代）. */
export const actorRef = z
  .object({
    person: personRef,
    seat,
    seatName: z.string(),
    unit: unitRef,
    deputyFor: personRef.nullable(),
    /** As records print it: the unit, the name, the seat in brackets. */
    label: z.string(),
  })
  .meta({ id: 'ActorRef' });

export type UnitRef = z.infer<typeof unitRef>;
export type PersonRef = z.infer<typeof personRef>;
export type ActorRef = z.infer<typeof actorRef>;
