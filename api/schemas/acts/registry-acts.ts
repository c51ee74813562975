import * as z from 'zod';
import type { RegistryAct } from '../../../domain/act/registry-act.ts';
import { day, id, listOf, seat, text } from '../values.ts';
import type { SchemasOf } from './act-schema.ts';

const personKey = z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/, '人员代码由小写字母、数字和连字符组成');
const contactSeat = z.enum(['officer', 'writer']);

/** Particulars of a person who is new to the register. */
export const particulars = z.strictObject({
  name: z.string().trim().min(1).max(60),
  email: z.email(),
  phone: z.string().trim().max(40),
  mobile: z.string().trim().max(40),
});

/** What may be sent to do something to the registry by which a plan goes. */
export const registryActs = {
  changeContacts: z.strictObject({
    type: z.literal('changeContacts'),
    unitId: id,
    from: day,
    leaves: listOf(z.strictObject({ personKey, seat: contactSeat })).default([]),
    takes: listOf(
      z.strictObject({
        person: z.strictObject({ key: personKey, particulars: particulars.nullable() }),
        seat: contactSeat,
        rank: z.enum(['A', 'B']).nullable(),
      }),
    ).default([]),
    contacts: text.nullable().default(null),
    reason: text,
  }),
  authoriseDeputy: z.strictObject({
    type: z.literal('authoriseDeputy'),
    unitId: id,
    seat,
    personKey,
    deputyKey: personKey,
    from: day,
    to: day,
    reason: text,
  }),
  endDeputy: z.strictObject({
    type: z.literal('endDeputy'),
    unitId: id,
    seat,
    personKey,
    deputyKey: personKey,
    to: day,
  }),
} satisfies SchemasOf<RegistryAct>;
