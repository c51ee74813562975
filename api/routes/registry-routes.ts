import { parseCalendarTable } from '../../domain/calendar/calendar-table.ts';
import { contentHash } from '../../domain/canonical.ts';
import { chineseDay } from '../../domain/plain-date.ts';
import { dayOf } from '../../domain/instant.ts';
import { transportOf } from '../../domain/ledger/transport.ts';
import { personIdOf } from '../../domain/duban-namespace.ts';
import { parseRules } from '../../domain/rules-table.ts';
import { endSessionsOf } from '../../store/account/logins.ts';
import { verifyLedger } from '../../store/ledger/verify.ts';
import { register } from '../../store/registry/register.ts';
import type { RegistryEntries } from '../../store/registry/registry-entries.ts';
import type { AppDeps } from '../app-deps.ts';
import { seatsOf } from '../auth/seat-choices.ts';
import type { Call, Handlers } from '../http/mount-endpoints.ts';
import { InvalidRequest } from '../http/refusals.ts';
import { calendarList, personList, ruleList, unitList } from '../reads/registry-bodies.ts';
import type { registryEndpoints } from '../schemas/endpoints/registry-endpoints.ts';
import { reachOf } from '../sight.ts';

/** People, units, seats, calendars, rules, the mail channel, and the proof of the ledger. */
export function registryRoutes(deps: AppDeps): Handlers<typeof registryEndpoints> {
  const { store, now } = deps;
  return {
    units: ({ query }) => unitList(deps, query),
    people: ({ query, actor }) => {
      const { unitId } = reachOf(actor, 'readRegistry');
      return personList(deps, query, { unitId, seesParticulars: actor.seat === 'admin' || actor.seat === 'office' });
    },
    calendars: () => calendarList(deps),
    rules: () => ruleList(deps),
    registerEntries: async (call) => {
      const { actId, ...content } = call.body;
      const entries = entriesOf(content);
      const events = await register(store, entries, {
        by: call.actor,
        at: now(),
        transport: transportOf('http', call.caller.requestId),
        identity: { commandId: `act/${actId}`, contentHash: contentHash({ ...content, by: call.actor }) },
      });
      await endSessionsOfLeavers(deps, entries);
      return { events };
    },
    testMail: ({ body }) => deps.mailTest(body.to),
    verifyLedger: async () => {
      const found = await verifyLedger(store);
      const checkedAt = now();
      const day = chineseDay(dayOf(checkedAt), true);
      if (!found.ok) {
        const { chain, seq, why } = found.fault;
        const sentence = `${day}核验：留痕链 ${chain} 第 ${seq} 条不符：${why}`;
        const nothing = { chains: null, events: null, contents: null, erasedContents: null };
        return { ok: false, checkedAt, ...nothing, fault: found.fault, sentence };
      }
      const { chains, events, contents, erasedContents } = found;
      const erased = erasedContents === 0 ? '' : `，其中 ${erasedContents} 段正文已按规定清除`;
      const sentence = `${day}核验：${chains} 条链、${events} 条留痕、${contents} 段正文全部相符${erased}。`;
      return { ok: true, checkedAt, chains, events, contents, erasedContents, fault: null, sentence };
    },
  };
}

type Entries = Omit<Call<(typeof registryEndpoints)['registerEntries']>['body'], 'actId'>;

function entriesOf({ calendars = [], rules = [], ...entries }: Entries): RegistryEntries {
  const faults: string[] = [];
  const tables = calendars.flatMap((raw) => {
    const parsed = parseCalendarTable(raw);
    if (!parsed.ok) faults.push(...parsed.issues);
    return parsed.ok ? [parsed.value] : [];
  });
  const versions = rules.flatMap(({ rules: raw, reason }) => {
    const parsed = parseRules(raw);
    if (!parsed.ok) faults.push(...parsed.issues);
    return parsed.ok ? [{ rules: parsed.value, reason }] : [];
  });
  if (faults.length > 0) throw new InvalidRequest(faults.map((message) => ({ path: '内容', message })));
  const { units, persons, seats } = entries;
  return {
    calendars: tables,
    rules: versions,
    ...(units === undefined ? {} : { units }),
    ...(persons === undefined ? {} : { persons }),
    ...(seats === undefined ? {} : { seats }),
  };
}

// Who holds no seat any more is out at once, not at their next request.
async function endSessionsOfLeavers({ store, now }: AppDeps, { seats = [] }: RegistryEntries): Promise<void> {
  const leavers = new Set(seats.filter(({ validTo }) => validTo !== null).map(({ person }) => personIdOf(person)));
  for (const personId of leavers) {
    if ((await seatsOf(store, personId, dayOf(now()))).length === 0) await endSessionsOf(store, personId);
  }
}
