import { describe, expect, it } from 'vitest';
import { noticeTasks, readSeed } from './read-seed.ts';
import type { UnitSeeds } from './unit-seeds.ts';

const { units, collectives } = readSeed<UnitSeeds>('units/zhenjiang.json');
const tasks = noticeTasks();
const named = new Set(tasks.flatMap(({ lead, support }) => [...lead, ...support]));
const kindsOf = (kind: string) => units.filter((unit) => unit.kind === kind);

describe('the notice', () => {
  it('names 38 units as 40 leads and 84 supporting units of 26 tasks', () => {
    expect(tasks.map(({ number }) => number)).toEqual(Array.from({ length: 26 }, (_, index) => index + 1));
    expect(named.size).toBe(38);
    expect(tasks.flatMap(({ lead }) => lead)).toHaveLength(40);
    expect(tasks.flatMap(({ support }) => support)).toHaveLength(84);
    expect(tasks.filter(({ openEnded }) => openEnded)).toHaveLength(15);
  });
});

describe('the units', () => {
  it('hold every unit of the notice under the name that it prints', () => {
    const names = new Set(units.map(({ name }) => name));
    expect([...named].filter((name) => !names.has(name))).toEqual([]);
  });

  it('are those 38, the 8 districts, the office, the supervision and the leaders', () => {
    const bodies = units.filter(({ kind }) => kind === 'party' || kind === 'government' || kind === 'vertical');
    expect(new Set(bodies.map(({ name }) => name))).toEqual(named);
    expect(kindsOf('district').map(({ name }) => name)).toEqual([
      '丹阳市',
      '句容市',
      '扬中市',
      '丹徒区',
      '京口区',
      '润州区',
      '镇江新区',
      '镇江高新区',
    ]);
    expect(['office', 'supervision', 'leadership'].map((kind) => kindsOf(kind).length)).toEqual([1, 1, 1]);
    expect(units).toHaveLength(49);
  });

  it('have keys, names, full names and aliases that mean one unit, or one group of units, each', () => {
    const words = [
      ...units.flatMap(({ key, name, fullName, aliases }) => [...new Set([key, name, fullName, ...aliases])]),
      ...collectives.flatMap(({ key, name, aliases }) => [key, name, ...aliases]),
    ];
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
    expect(units.filter(({ key }) => !/^[a-z]+$/.test(key))).toEqual([]);
  });

  it('count those under the province or the state as vertical', () => {
    expect(kindsOf('vertical').map(({ name }) => name)).toEqual([
      '市税务局',
      '镇江通管办',
      '人行镇江市中心支行',
      '镇江银保监分局',
    ]);
  });

  it('seat the office inside 市发改委', () => {
    expect(kindsOf('office').map(({ hostUnit }) => hostUnit)).toEqual(['fagaiwei']);
  });
});

describe('collective names', () => {
  it('mean six cities and districts, or all eight, and only units that exist', () => {
    expect(collectives.map(({ name, members }) => [name, members.length])).toEqual([
      ['各市、区', 6],
      ['各板块', 8],
    ]);
    const keys = new Set(units.map(({ key }) => key));
    expect(collectives.flatMap(({ members }) => members).filter((key) => !keys.has(key))).toEqual([]);
  });
});
