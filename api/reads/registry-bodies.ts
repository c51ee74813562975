import { type Actor, seatNames } from '../../domain/actor.ts';
import { knownUntil, type CalendarYear } from '../../domain/calendar/working-calendar.ts';
import { workingCalendarOf } from '../../domain/calendar/calendar-table.ts';
import { dayOf } from '../../domain/instant.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import { completeRules } from '../../domain/rules-defaults.ts';
import { invitedPersons } from '../../store/account/login-tokens.ts';
import { personsWithLogin } from '../../store/account/logins.ts';
import { calendarTables, type Holding, holdings, personIds, ruleVersions } from '../../store/read/registry-list.ts';
import { personsOn } from '../../store/registry/persons.ts';
import { type RegisteredUnit, type RegistryView, laterUnits, unitRegister } from '../../store/registry/units.ts';
import type { AppDeps } from '../app-deps.ts';
import type {
  PersonLineBody,
  PersonListBody,
  PersonQuery,
  UnitLineBody,
  UnitListBody,
  UnitQuery,
} from '../schemas/registry.ts';
import { unitKindNames } from '../words.ts';
import { pageOfLines } from './list-part.ts';

/** Which registry on which day. */
export interface RegistryQuestion {
  readonly day?: PlainDate | undefined;
  readonly planId?: string | undefined;
}

function viewOf({ now }: Pick<AppDeps, 'now'>, { day, planId }: RegistryQuestion): RegistryView {
  return { planId: planId ?? null, day: day ?? dayOf(now()) };
}

/** Units as they are on the day, and as they will be. */
export async function unitList(deps: AppDeps, query: UnitQuery): Promise<UnitListBody> {
  const view = viewOf(deps, query);
  const units = await unitRegister(deps.store, view);
  const later = await laterUnits(deps.store, view);
  const ref = (unitId: string) => ({
    unitId,
    name: [...units, ...later].find((each) => each.unitId === unitId)?.name ?? '（未登记单位）',
  });
  const line = ({ members, hostUnitId, ...unit }: RegisteredUnit): UnitLineBody => ({
    ...unit,
    kindName: unitKindNames[unit.kind],
    members: members.map(ref),
    host: hostUnitId === null ? null : ref(hostUnitId),
  });
  const places = new Map(units.map(({ unitId }, place) => [unitId, place]));
  const asked = units.filter(({ kind }) => query.kind === undefined || kind === query.kind);
  const page = pageOfLines(asked.map(line), query, {
    texts: ({ key, name, fullName, aliases }) => [key, name, fullName, ...aliases],
    sorts: { registered: ({ unitId }) => places.get(unitId) ?? null, name: ({ name }) => name, key: ({ key }) => key },
  });
  return { ...page, day: view.day, later: later.map(line) };
}

/** People with their seats; only those who keep the registry or have to call see how to reach them. */
export async function personList(
  deps: AppDeps,
  query: PersonQuery,
  { unitId, seesParticulars }: { readonly unitId: string | null; readonly seesParticulars: boolean },
): Promise<PersonListBody> {
  const { store, now } = deps;
  const view = viewOf(deps, query);
  const units = new Map((await unitRegister(store, view)).map((unit) => [unit.unitId, unit.name]));
  const held = Map.groupBy(await holdings(store, view), ({ personId }) => personId);
  const ids = await personIds(store, view.planId);
  const persons = await personsOn(store, view, ids);
  const [active, invited] = [await personsWithLogin(store), await invitedPersons(store, now())];
  const people = ids.flatMap((personId): readonly PersonLineBody[] => {
    const known = persons.get(personId);
    const seats = (held.get(personId) ?? []).filter((each) => unitId === null || each.unitId === unitId);
    if (known === undefined || (unitId !== null && seats.length === 0)) return [];
    const { particulars, key } = known;
    const name = particulars?.name ?? '（已清除）';
    return [
      {
        personId,
        key,
        name,
        email: seesParticulars ? (particulars?.email ?? null) : null,
        phone: particulars?.phone ?? null,
        mobile: seesParticulars ? (particulars?.mobile ?? null) : null,
        seats: seats.map((holding) => seatLine(holding, { name, unitName: units.get(holding.unitId) })),
        account: active.has(personId) ? 'active' : invited.has(personId) ? 'invited' : 'none',
      },
    ];
  });
  const asked = people.filter((line) => isAsked(line, query));
  const page = pageOfLines(asked, query, {
    texts: ({ key, name, phone, mobile, email, seats }) => [
      key,
      name,
      phone,
      mobile,
      email,
      ...seats.flatMap(({ unit, seatName }) => [unit.name, seatName]),
    ],
    sorts: { key: ({ key }) => key, name: ({ name }) => name },
  });
  return { ...page, day: view.day };
}

function isAsked({ seats, account }: PersonLineBody, query: PersonQuery): boolean {
  const isSeat = ({ unit, seat }: PersonLineBody['seats'][number]): boolean =>
    (query.unitId === undefined || unit.unitId === query.unitId) && (query.seat === undefined || seat === query.seat);
  const asksSeat = query.unitId !== undefined || query.seat !== undefined;
  return (!asksSeat || seats.some(isSeat)) && (query.account === undefined || account === query.account);
}

function seatLine(
  { personId, personKey, unitId, unitKey, seat, rank, validFrom, validTo }: Holding,
  { name, unitName }: { readonly name: string; readonly unitName: string | undefined },
): PersonLineBody['seats'][number] {
  return {
    person: { personId, name },
    personKey,
    unit: { unitId, name: unitName ?? '（未登记单位）' },
    unitKey,
    seat,
    seatName: seatNames[seat],
    rank,
    validFrom,
    validTo,
  };
}

/** Tables of holidays, and until when days are known. */
export async function calendarList({ store }: AppDeps) {
  const calendars: readonly CalendarYear[] = await calendarTables(store);
  return { knownUntil: knownUntil(workingCalendarOf(newest(calendars))), calendars };
}

function newest(tables: readonly CalendarYear[]): readonly CalendarYear[] {
  return tables.filter(({ year, version }) => !tables.some((each) => each.year === year && each.version > version));
}

/** Every version of the rules with who said why. */
export async function ruleList(deps: AppDeps) {
  const versions = await ruleVersions(deps.store);
  const authors = versions.flatMap(({ by }) => (by === 'system' ? [] : [by.personId]));
  const persons = await personsOn(deps.store, viewOf(deps, {}), authors);
  return {
    versions: versions.map(({ by, rules, ...version }) => ({
      ...version,
      // A limit that was not known then is the one that held.
      rules: { ...completeRules(rules) },
      by: authorName(by, persons),
    })),
  };
}

function authorName(by: Actor, persons: Awaited<ReturnType<typeof personsOn>>): string {
  if (by === 'system') return '系统';
  return `${persons.get(by.personId)?.particulars?.name ?? '（已清除）'}（${seatNames[by.seat]}）`;
}
