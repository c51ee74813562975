import { z } from 'zod';
import type { RegistryAct } from '../../domain/act/registry-act.ts';
import * as acts from '../../api/schemas/acts/registry-acts.ts';
import { day, seat, text } from '../../api/schemas/values.ts';
import { parsed } from './act-fields.ts';
import type { ActReaders } from './act-reader.ts';

const contactSeat = z.enum(['officer', 'writer']);
const particulars = acts.particulars.extend({
  phone: acts.particulars.shape.phone.default(''),
  mobile: acts.particulars.shape.mobile.default(''),
});
const contacts = z.strictObject({
  unit: z.string(),
  from: day,
  leaves: z.array(z.strictObject({ person: z.string(), seat: contactSeat })).default([]),
  takes: z
    .array(
      z.strictObject({
        person: z.string(),
        particulars: particulars.nullable().default(null),
        seat: contactSeat,
        rank: z.enum(['A', 'B']).nullable().default(null),
      }),
    )
    .default([]),
  contacts: text.nullable().default(null),
  reason: text,
});
const seatOf = { unit: z.string(), seat, person: z.string(), deputy: z.string() };
const authorisation = z.strictObject({ ...seatOf, from: day, to: day, reason: text });
const ending = z.strictObject({ ...seatOf, to: day });

/** How commands name what is done to the registry by which a plan goes; persons are named by their keys. */
export const registryActs: ActReaders<RegistryAct> = {
  changeContacts: async (content, names) => {
    const { unit, from, leaves, takes, contacts: words, reason } = parsed('changeContacts', contacts, content);
    return {
      type: 'changeContacts',
      unitId: await names.unit(unit),
      from,
      leaves: leaves.map(({ person, seat: left }) => ({ personKey: person, seat: left })),
      takes: takes.map(({ person: key, particulars: known, ...taken }) => {
        return { person: { key, particulars: known }, ...taken };
      }),
      contacts: words,
      reason,
    };
  },
  authoriseDeputy: async (content, names) => {
    const { unit, person, deputy, ...said } = parsed('authoriseDeputy', authorisation, content);
    const unitId = await names.unit(unit);
    return { type: 'authoriseDeputy', unitId, personKey: person, deputyKey: deputy, ...said };
  },
  endDeputy: async (content, names) => {
    const { unit, person, deputy, ...said } = parsed('endDeputy', ending, content);
    const unitId = await names.unit(unit);
    return { type: 'endDeputy', unitId, personKey: person, deputyKey: deputy, ...said };
  },
};
