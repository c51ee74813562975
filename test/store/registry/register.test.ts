import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personIdOf, unitIdOf } from '../../../domain/duban-namespace.ts';
import { instant } from '../../../domain/instant.ts';
import { plainDate } from '../../../domain/plain-date.ts';
import { loadSeeds } from '../../../seeds/load-seeds.ts';
import { copyRegistry } from '../../../store/registry/copy-registry.ts';
import { calendarOf, rulesOf } from '../../../store/registry/decision-data.ts';
import { eraseContent } from '../../../store/registry/erase-content.ts';
import { personsOn } from '../../../store/registry/persons.ts';
import { register } from '../../../store/registry/register.ts';
import type { PersonEntry, SeatEntry, UnitEntry } from '../../../store/registry/registry-entries.ts';
import { resolveActor, seatHolders } from '../../../store/registry/seats.ts';
import { unitByKey, unitByName, unitRegister } from '../../../store/registry/units.ts';
import { type OpenStore, openStore } from '../../../store/store.ts';
import { inTransaction } from '../../../store/transaction.ts';
import { freshDatabase } from '../../support/database.ts';

const act = { by: 'system', at: instant('2022-08-01T01:00:00.000Z'), transport: 'test' } as const;
const august = { planId: null, day: plainDate('2022-08-22') };

const unit = (key: string, name: string, more: Partial<UnitEntry> = {}): UnitEntry => {
  const words = { fullName: `镇江${name}`, aliases: [], kind: 'government', members: [], hostUnit: null } as const;
  return { key, name, ...words, validFrom: plainDate('2022-01-01'), ...more };
};
const person = (key: string, name: string, more: Partial<PersonEntry> = {}): PersonEntry => {
  return {
    key,
    name,
    email: `${key}@demo.invalid`,
    phone: '',
    mobile: '',
    validFrom: plainDate('2022-01-01'),
    ...more,
  };
};
const seat = (holder: string, of: string, more: Partial<SeatEntry> = {}): SeatEntry => {
  return {
    person: holder,
    unit: of,
    seat: 'officer',
    rank: 'A',
    validFrom: plainDate('2022-01-01'),
    validTo: null,
    ...more,
  };
};

async function open(): Promise<OpenStore> {
  return openStore({ url: (await freshDatabase()).appUrl, size: 4, name: 'test' });
}

describe('the seeds in the registry', () => {
  let store: OpenStore;
  beforeAll(async () => {
    store = await open();
    await loadSeeds(store, act.at, true);
  });
  afterAll(() => store.close());

  it('take no events when they are loaded again', async () => {
    expect(await loadSeeds(store, act.at, true)).toBe(0);
  });

  it('bring the units with their host and the members of collective names', async () => {
    expect(await unitByKey(store, 'shuziban', august)).toMatchObject({
      kind: 'office',
      hostUnitId: unitIdOf('fagaiwei'),
    });
    expect((await unitByName(store, '各市、区', august))?.members).toHaveLength(6);
    expect((await unitRegister(store, august))[0]?.key).toBe('zuzhibu');
  });

  it.each(['市委网信办', '中共镇江市委网络安全和信息化委员会办公室', '网信办'])('name one unit as %s', async (name) => {
    expect((await unitByName(store, name, august))?.key).toBe('wangxinban');
  });

  it('know no unit before it was registered to be one, nor by half a name', async () => {
    expect(await unitByName(store, '市委网信办', { ...august, day: plainDate('2021-12-31') })).toBeNull();
    expect(await unitByName(store, '网信', august)).toBeNull();
  });

  it('bring calendars and rules, the newest first', async () => {
    expect((await calendarOf(store, null)).map(({ year }) => year)).toEqual([2022, 2023, 2024, 2025, 2026]);
    expect(await rulesOf(store, null)).toMatchObject({ version: 1, receiptWorkingDays: 3 });
    await expect(rulesOf(store, null, 9)).rejects.toMatchObject({ code: 'unknown-rules' });
  });

  it('let a person act in a seat that they hold, and in no other', async () => {
    const question = { personKey: 'fagaiwei-officer-b', seat: 'officer', unitId: unitIdOf('fagaiwei') } as const;
    expect(await resolveActor(store, august, question)).toEqual({
      personId: personIdOf('fagaiwei-officer-b'),
      seat: 'officer',
      unitId: unitIdOf('fagaiwei'),
    });
    await expect(resolveActor(store, august, { ...question, seat: 'head' })).rejects.toMatchObject({
      code: 'seat-not-held',
    });
  });

  it('name officer A before officer B', async () => {
    const holders = await seatHolders(store, august, { unitId: unitIdOf('fagaiwei'), seat: 'officer' });
    expect(holders.map(({ personKey, rank }) => ({ personKey, rank }))).toEqual([
      { personKey: 'fagaiwei-officer-a', rank: 'A' },
      { personKey: 'fagaiwei-officer-b', rank: 'B' },
    ]);
  });

  it('are copied for a stepped plan, whose later changes reach neither side', async () => {
    const planId = randomUUID();
    await inTransaction(store.pool, async (client) => {
      await client.query(`INSERT INTO plan_clock VALUES ($1, '2022-08-15T01:00:00.000Z', 'seed')`, [planId]);
      await copyRegistry(client, store, planId, act);
    });
    const view = { ...august, planId };
    expect(await unitRegister(store, view)).toEqual(await unitRegister(store, august));
    const id = personIdOf('fagaiwei-head');
    const real = (await personsOn(store, august, [id])).get(id);
    expect((await personsOn(store, view, [id])).get(id)).toEqual(real);
    await register(
      store,
      { persons: [{ ...person('fagaiwei-head', '换人'), validFrom: plainDate('2022-02-01') }] },
      act,
    );
    expect((await personsOn(store, august, [id])).get(id)?.particulars?.name).toBe('换人');
    expect((await personsOn(store, view, [id])).get(id)).toEqual(real);
  });
});

describe('registering', () => {
  let store: OpenStore;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => store.close());

  it('gives a unit its next name from a day on, and keeps the one before', async () => {
    await register(store, { units: [unit('a', '市甲局')] }, act);
    await register(store, { units: [unit('a', '市新甲局', { validFrom: plainDate('2023-01-01') })] }, act);
    expect((await unitByKey(store, 'a', august))?.name).toBe('市甲局');
    expect((await unitByKey(store, 'a', { ...august, day: plainDate('2023-01-01') }))?.name).toBe('市新甲局');
  });

  it('lets a seat pass from one person to the next on a day', async () => {
    await register(
      store,
      {
        units: [unit('b', '市乙局')],
        persons: [person('b-1', '旧人'), person('b-2', '新人')],
        seats: [seat('b-1', 'b')],
      },
      act,
    );
    const entries = [
      seat('b-1', 'b', { validTo: plainDate('2022-08-31') }),
      seat('b-2', 'b', { validFrom: plainDate('2022-09-01') }),
    ];
    expect(await register(store, { seats: entries }, act)).toBe(2);
    const keysOn = async (day: string) =>
      (await seatHolders(store, { planId: null, day: plainDate(day) }, { unitId: unitIdOf('b') })).map(
        ({ personKey }) => personKey,
      );
    expect(await keysOn('2022-08-31')).toEqual(['b-1']);
    expect(await keysOn('2022-09-01')).toEqual(['b-2']);
  });

  it('does not bring back by the same entries what was erased of a person', async () => {
    await register(store, { persons: [person('c', '某人')] }, act);
    const { rows } = await store.pool.query<{ content_id: string }>(
      `SELECT content_id FROM person_version WHERE key = 'c'`,
    );
    const by = { personId: randomUUID(), seat: 'admin', unitId: randomUUID() } as const;
    await eraseContent(store, { contentId: rows[0]?.content_id ?? '', ground: '离职', ...act, by });
    expect(await register(store, { persons: [person('c', '某人')] }, act)).toBe(0);
    expect((await personsOn(store, august, [personIdOf('c')])).get(personIdOf('c'))?.particulars).toBeNull();
  });

  it.each([
    {
      what: 'a name that another unit has',
      entries: { units: [unit('d', '市丁局'), unit('e', '市戊局', { aliases: ['市丁局'] })] },
      code: 'unit-name-taken',
    },
    {
      what: 'a host that nobody registered',
      entries: { units: [unit('f', '市己局', { hostUnit: 'nobody' })] },
      code: 'unknown-unit',
    },
    {
      what: 'a seat of an unknown unit',
      entries: { persons: [person('g', '某人')], seats: [seat('g', 'nobody')] },
      code: 'unknown-unit',
    },
    {
      what: 'a seat of an unknown person',
      entries: { units: [unit('h', '市辛局')], seats: [seat('nobody', 'h')] },
      code: 'unknown-person',
    },
  ])('refuses $what, with everything beside it', async ({ entries, code }) => {
    const before = await store.pool.query('SELECT count(*) AS count FROM event');
    await expect(register(store, entries, act)).rejects.toMatchObject({ code });
    expect((await store.pool.query('SELECT count(*) AS count FROM event')).rows).toEqual(before.rows);
  });

  it('is the administrator’s right, or the system’s own', async () => {
    const by = { personId: randomUUID(), seat: 'office', unitId: randomUUID() } as const;
    const asked = register(store, { units: [unit('i', '市壬局')] }, { ...act, by });
    await expect(asked).rejects.toMatchObject({ code: 'not-permitted' });
    expect(await register(store, { units: [unit('i', '市壬局')] }, { ...act, by: { ...by, seat: 'admin' } })).toBe(1);
  });

  it('refuses to change the days of a calendar that stands, and takes its next version', async () => {
    const table = {
      year: 2030,
      version: 1,
      notice: { number: '一', title: '二', issuedOn: plainDate('2029-11-01') },
      holidays: [],
      makeUpDays: [],
    };
    await register(store, { calendars: [table] }, act);
    const changed = { ...table, makeUpDays: [plainDate('2030-02-02')] };
    await expect(register(store, { calendars: [changed] }, act)).rejects.toMatchObject({ code: 'version-taken' });
    expect(await register(store, { calendars: [{ ...changed, version: 2 }] }, act)).toBe(1);
    expect(await calendarOf(store, null)).toEqual([{ ...changed, version: 2 }]);
  });
});
