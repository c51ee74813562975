import { z } from 'zod';
import { seats } from '../domain/actor.ts';
import { plainDate } from '../domain/plain-date.ts';
import type { RegistryEntries, SeatEntry, UnitEntry } from '../store/registry/registry-entries.ts';

const day = z.string().transform(plainDate);
const unitKinds = ['party', 'government', 'district', 'vertical', 'office', 'supervision', 'leadership'] as const;

const unitsShape = z.object({
  validFrom: day,
  units: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      fullName: z.string(),
      aliases: z.array(z.string()),
      kind: z.enum(unitKinds),
      hostUnit: z.string().nullable(),
    }),
  ),
  collectives: z.array(
    z.object({ key: z.string(), name: z.string(), aliases: z.array(z.string()), members: z.array(z.string()) }),
  ),
});

const peopleShape = z.object({
  persons: z.array(
    z.object({ key: z.string(), name: z.string(), email: z.string(), phone: z.string(), mobile: z.string() }),
  ),
  seats: z.array(
    z.object({
      person: z.string(),
      unit: z.string(),
      seat: z.enum(['officerA', 'officerB', ...seats.filter((seat) => seat !== 'officer')]),
      from: day,
    }),
  ),
});

/** The units of a units file and their collective names; throws zod's error for anything else. */
export function unitEntries(raw: unknown): readonly UnitEntry[] {
  const { validFrom, units, collectives } = unitsShape.parse(raw);
  return [
    ...units.map((unit) => ({ ...unit, members: [], validFrom })),
    ...collectives.map((unit) => ({
      ...unit,
      fullName: unit.name,
      kind: 'district' as const,
      hostUnit: null,
      validFrom,
    })),
  ];
}

/** The persons of a people file, known from the first day of any of its seats, and the seats; throws zod's error for anything else. */
export function peopleEntries(raw: unknown): Pick<RegistryEntries, 'persons' | 'seats'> {
  const people = peopleShape.parse(raw);
  const firstDay = people.seats.map(({ from }) => from).toSorted()[0] ?? plainDate('2022-01-01');
  return {
    persons: people.persons.map((person) => ({ ...person, validFrom: firstDay })),
    seats: people.seats.map(({ person, unit, seat, from }): SeatEntry => {
      const held = { person, unit, validFrom: from, validTo: null };
      if (seat === 'officerA') return { ...held, seat: 'officer', rank: 'A' };
      if (seat === 'officerB') return { ...held, seat: 'officer', rank: 'B' };
      return { ...held, seat: z.enum(seats).parse(seat), rank: null };
    }),
  };
}
