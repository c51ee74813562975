import { z } from 'zod';
import { seats } from '../domain/actor.ts';
import { parseCalendarTable } from '../domain/calendar/calendar-table.ts';
import type { Instant } from '../domain/instant.ts';
import { plainDate } from '../domain/plain-date.ts';
import { parseRules } from '../domain/rules-table.ts';
import { register } from '../store/registry/register.ts';
import type { RegistryEntries, SeatEntry, UnitEntry } from '../store/registry/registry-entries.ts';
import type { Store } from '../store/store.ts';
import { seedFile, seedFolder } from './seed-files.ts';

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

/**
 * Loads units, demonstration people, calendars and rules into the registry, and returns how many events that took: none when
 * everything stands there already. `people` is false on a real deployment, where people come by invitation.
 */
export async function loadSeeds(store: Store, at: Instant, people: boolean): Promise<number> {
  const entries: RegistryEntries = {
    units: unitEntries(),
    calendars: seedFolder('calendars').map(parsedCalendar),
    rules: [{ rules: parsedRules(seedFile('rules/default.json')), reason: '随系统提供的默认时限规则' }],
    ...(people ? peopleEntries() : {}),
  };
  return register(store, entries, { by: 'system', at, transport: 'seeds' });
}

function unitEntries(): readonly UnitEntry[] {
  const { validFrom, units, collectives } = unitsShape.parse(seedFile('units/zhenjiang.json'));
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

function peopleEntries(): Pick<RegistryEntries, 'persons' | 'seats'> {
  const people = peopleShape.parse(seedFile('people/demonstration.json'));
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

function parsedCalendar(table: unknown) {
  const parsed = parseCalendarTable(table);
  if (!parsed.ok) throw new Error(`a calendar under seeds/ is not sound: ${parsed.issues.join('; ')}`);
  return parsed.value;
}

function parsedRules(table: unknown) {
  const parsed = parseRules(table);
  if (!parsed.ok) throw new Error(`the rules under seeds/ are not sound: ${parsed.issues.join('; ')}`);
  return parsed.value;
}
