import * as z from 'zod';
import { listQuery, pageOf } from './paging.ts';
import { personRef, unitRef } from './people.ts';
import { day, id, line, listOf, moment, seat } from './values.ts';

export const unitKind = z.enum(['party', 'government', 'district', 'vertical', 'office', 'supervision', 'leadership']);

/** Of which day, and of which plan's own registry. */
const ofRegistry = { day: day.optional(), planId: id.optional() };

/** Narrows and orders units; they stand in the order in which they were first registered. */
export const unitQuery = z.object({
  ...ofRegistry,
  ...listQuery(['registered', 'name', 'key']),
  kind: unitKind.optional(),
});

export const unitLine = z
  .object({
    unitId: id,
    key: z.string(),
    name: z.string(),
    fullName: z.string(),
    aliases: listOf(z.string()),
    kind: unitKind,
    kindName: z.string(),
    members: listOf(unitRef),
    host: unitRef.nullable(),
    validFrom: day,
  })
  .meta({ id: 'UnitLine' });

/** Units as they are on the day, and what is registered from later days on. */
export const unitList = pageOf(unitLine)
  .extend({ day, later: listOf(unitLine) })
  .meta({ id: 'UnitList' });

export const seatLine = z
  .object({
    person: personRef,
    personKey: z.string(),
    unit: unitRef,
    unitKey: z.string(),
    seat,
    seatName: z.string(),
    rank: z.enum(['A', 'B']).nullable(),
    validFrom: day,
    validTo: day.nullable(),
  })
  .meta({ id: 'SeatLine' });

const account = z.enum(['none', 'invited', 'active', 'locked']);

/** A person with seats; telephone and mail only for those who may call. */
export const personLine = z
  .object({
    personId: id,
    key: z.string(),
    name: z.string(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    mobile: z.string().nullable(),
    seats: listOf(seatLine),
    account,
  })
  .meta({ id: 'PersonLine' });

/** Narrows and orders people, who stand by their keys. */
export const personQuery = z.object({
  ...ofRegistry,
  ...listQuery(['key', 'name']),
  unitId: id.optional(),
  seat: seat.optional(),
  account: account.optional(),
});

export const personList = pageOf(personLine).extend({ day }).meta({ id: 'PersonList' });

const calendarBody = z.object({
  year: z.int().min(2000).max(2100),
  version: z.int().min(1),
  notice: z.object({ number: z.string(), title: z.string(), issuedOn: day }),
  holidays: listOf(z.object({ name: z.string(), days: listOf(day) })),
  makeUpDays: listOf(day),
});

export const calendarList = z
  .object({ knownUntil: day.nullable(), calendars: listOf(calendarBody) })
  .meta({ id: 'CalendarList' });

export const ruleList = z
  .object({
    versions: listOf(
      z.object({
        version: z.int(),
        reason: z.string(),
        rules: z.record(z.string(), z.unknown()),
        at: moment,
        by: z.string(),
      }),
    ),
  })
  .meta({ id: 'RuleList' });

const key = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/, '只能用字母、数字、点、横线、下划线，至多 60 个');
const telephone = z
  .string()
  .trim()
  .regex(/^[\d\s()+-]{0,30}$/, '只能用数字、空格和 + - ( )');

/** A unit, or its next version. */
export const newUnit = z.strictObject({
  key,
  name: line,
  fullName: line,
  aliases: listOf(line).default([]),
  kind: unitKind,
  members: listOf(key).default([]),
  hostUnit: key.nullable().default(null),
  validFrom: day,
});

/** A person, or the next version of what is known of them. */
export const newPerson = z.strictObject({
  key,
  name: line,
  email: z.email('邮箱格式不正确').max(200),
  phone: telephone,
  mobile: telephone,
  validFrom: day,
});

/** A seat that a person takes, or (with `validTo`) leaves. */
export const newSeat = z.strictObject({
  person: key,
  unit: key,
  seat,
  rank: z.enum(['A', 'B']).nullable().default(null),
  validFrom: day,
  validTo: day.nullable().default(null),
});

/** What is to stand in the registry; all of it or nothing. `actId` is chosen when the form opens, so that sending again is the same act. */
export const registryEntries = z
  .strictObject({
    actId: id,
    units: listOf(newUnit).optional(),
    persons: listOf(newPerson).optional(),
    seats: listOf(newSeat).optional(),
    calendars: listOf(z.record(z.string(), z.unknown())).optional(),
    rules: listOf(z.strictObject({ rules: z.record(z.string(), z.unknown()), reason: line })).optional(),
  })
  .meta({ id: 'RegistryEntries' });

export const registered = z.object({ events: z.int() }).meta({ id: 'Registered' });

export const mailTest = z.strictObject({ to: z.email('邮箱格式不正确').max(200) });
export const mailTestResult = z.object({ accepted: z.boolean(), answer: z.string() }).meta({ id: 'MailTestResult' });

export type UnitQuery = z.infer<typeof unitQuery>;
export type PersonQuery = z.infer<typeof personQuery>;
export type UnitListBody = z.infer<typeof unitList>;
export type PersonListBody = z.infer<typeof personList>;
export type UnitLineBody = z.infer<typeof unitLine>;
export type PersonLineBody = z.infer<typeof personLine>;
