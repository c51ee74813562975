import { parseCalendarTable } from '../domain/calendar/calendar-table.ts';
import type { Instant } from '../domain/instant.ts';
import { parseRules } from '../domain/rules-table.ts';
import { register } from '../store/registry/register.ts';
import type { RegistryEntries } from '../store/registry/registry-entries.ts';
import type { Store } from '../store/store.ts';
import { peopleEntries, unitEntries } from './registry-files.ts';
import { seedFile, seedFolder } from './seed-files.ts';

/**
 * Loads units, demonstration people, calendars and rules into the registry, and returns how many events that took: none when
 * everything stands there already. `people` is false on a real deployment, where people come by invitation.
 */
export async function loadSeeds(store: Store, at: Instant, people: boolean): Promise<number> {
  const entries: RegistryEntries = {
    units: unitEntries(seedFile('units/zhenjiang.json')),
    calendars: seedFolder('calendars').map(parsedCalendar),
    rules: [{ rules: parsedRules(seedFile('rules/default.json')), reason: '随系统提供的默认时限规则' }],
    ...(people ? peopleEntries(seedFile('people/demonstration.json')) : {}),
  };
  return register(store, entries, { by: 'system', at, transport: 'seeds' });
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
