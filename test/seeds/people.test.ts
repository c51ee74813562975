import { describe, expect, it } from 'vitest';
import { readSeed } from './read-seed.ts';
import type { UnitSeeds } from './unit-seeds.ts';

interface PeopleSeeds {
  readonly persons: readonly {
    readonly key: string;
    readonly name: string;
    readonly email: string;
    readonly phone: string;
    readonly mobile: string;
  }[];
  readonly seats: readonly {
    readonly person: string;
    readonly unit: string;
    readonly seat: string;
    readonly from: string;
  }[];
}

const { persons, seats } = readSeed<PeopleSeeds>('people/demonstration.json');
const { units } = readSeed<UnitSeeds>('units/zhenjiang.json');
const holders = (unit: string, seat: string) => seats.filter((each) => each.unit === unit && each.seat === seat);

describe('the demonstration people', () => {
  it('fill both officers, a writer and a head in each of the 46 units that the notice binds', () => {
    const bound = units.filter(({ kind }) => ['party', 'government', 'vertical', 'district'].includes(kind));
    expect(bound).toHaveLength(46);
    for (const { key } of bound) {
      expect(['officerA', 'officerB', 'head'].map((seat) => holders(key, seat).length)).toEqual([1, 1, 1]);
      expect(holders(key, 'writer').length).toBeGreaterThanOrEqual(1);
    }
  });

  it('fill the office, the supervision, the leaders and the administration', () => {
    const counts = { office: 3, supervisor: 2, leader: 2, admin: 1 };
    for (const [seat, count] of Object.entries(counts)) {
      expect(seats.filter((each) => each.seat === seat)).toHaveLength(count);
    }
  });

  it('leave at least two persons in the office without a seat in its host unit', () => {
    const office = holders('shuziban', 'office').map(({ person }) => person);
    const ofHost = office.filter((person) => seats.some((each) => each.person === person && each.unit === 'fagaiwei'));
    expect(ofHost).toEqual(['shuziban-office-1']);
  });

  it('are distinct in key, name, mailbox and telephone', () => {
    for (const field of ['key', 'name', 'email', 'phone', 'mobile'] as const) {
      expect(new Set(persons.map((person) => person[field])).size).toBe(persons.length);
    }
  });

  it('cannot be reached: their mail ends in .demo.invalid and no telephone number can exist', () => {
    expect(persons.filter(({ email }) => !/^[a-z0-9-]+@[a-z]+\.demo\.invalid$/.test(email))).toEqual([]);
    expect(persons.filter(({ phone }) => !/^0511-0000\d{4}$/.test(phone))).toEqual([]);
    expect(persons.filter(({ mobile }) => !/^1000000\d{4}$/.test(mobile))).toEqual([]);
  });

  it('hold only seats of units that exist, and each holds one', () => {
    const keys = new Set(units.map(({ key }) => key));
    expect(seats.filter(({ unit }) => !keys.has(unit))).toEqual([]);
    expect(new Set(seats.map(({ person }) => person))).toEqual(new Set(persons.map(({ key }) => key)));
  });
});
