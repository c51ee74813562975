import { describe, expect, it } from 'vitest';
import type { Settlement } from '../../domain/plan/settlement.ts';
import { noticeTasks, noticeText, readSeed } from './read-seed.ts';
import type { UnitSeeds } from './unit-seeds.ts';

const settlement = readSeed<Settlement>('settlements/zhenjiang-2022.json');
const { units } = readSeed<UnitSeeds>('units/zhenjiang.json');
const tasks = noticeTasks();
const text = noticeText();
const keyOf = (name: string) => units.find((unit) => unit.name === name)?.key ?? name;
const taskOf = (number: string) => tasks.find((task) => String(task.number) === number);
const itemsOf = (number: string) => settlement.items.filter(({ task }) => task === number);

describe('the recorded settlement of the notice', () => {
  it('decides each of the 15 open lists, and only task 15 gains a unit', () => {
    const open = tasks.filter(({ openEnded }) => openEnded).map(({ number }) => String(number));
    expect(settlement.openLists.map(({ task }) => task)).toEqual(open);
    expect(settlement.openLists.filter(({ units: added }) => added.length > 0)).toMatchObject([
      { task: '15', decision: 'add', units: ['wenguanglvju'] },
    ]);
    expect(
      settlement.openLists.filter(({ quote }) => !text.includes(quote) || !quote.endsWith('等按职责分工负责')),
    ).toEqual([]);
  });

  it('puts all eight districts on all 26 tasks by the clause of task 1', () => {
    const districts = units.filter(({ kind }) => kind === 'district').map(({ key }) => key);
    expect(settlement.following?.units).toEqual(districts);
    expect(settlement.following?.tasks).toHaveLength(26);
    expect(text).toContain(settlement.following?.quote);
  });

  it('keeps the order in which nine tasks name their leads', () => {
    const several = tasks.filter(({ lead }) => lead.length > 1);
    expect(settlement.severalLeads).toMatchObject(
      several.map(({ number, lead }) => ({ task: String(number), order: lead.map(keyOf) })),
    );
    expect(several).toHaveLength(9);
  });
});

describe('the settled items', () => {
  it('quote the notice word for word at one place each, within their task unless they were orphans', () => {
    expect(settlement.items.filter(({ quote }) => text.split(quote).length !== 2)).toEqual([]);
    const own = settlement.items.filter(({ orphan }) => !orphan);
    expect(own.filter(({ task, quote }) => taskOf(task)?.text.includes(quote) !== true)).toEqual([]);
  });

  it('have keys of their own', () => {
    expect(new Set(settlement.items.map(({ key }) => key)).size).toBe(settlement.items.length);
  });

  it('cover the 17 figures of the tasks and the 6 targets without a unit', () => {
    const numbers = settlement.items.filter(({ kind }) => kind === 'number');
    expect(new Set(numbers.filter(({ orphan }) => !orphan).map(({ quote }) => quote)).size).toBe(17);
    const orphans = numbers.filter(({ orphan }) => orphan);
    expect(orphans.map(({ task, unit, tracked }) => `${task} ${unit}${tracked ? ' tracked' : ''}`)).toEqual([
      '2 kejiju',
      '2 gongxinju',
      '18 gongxinju',
      '18 gongxinju',
      '26 tongjiju',
      '26 tongjiju tracked',
    ]);
  });

  it('have a target exactly where they are numbers, and its figure stands in the quote', () => {
    for (const { kind, target, quote } of settlement.items) {
      expect(target === null).toBe(kind === 'deliverable');
      const figure = target === null ? '' : String(target.value);
      expect(quote.includes(figure) || quote.includes('一个百分点')).toBe(true);
    }
  });

  it('belong to a lead, but for five that a supporting unit or one hidden in 等 answers for', () => {
    const notLed = settlement.items.filter(({ task, unit }) => !taskOf(task)?.lead.map(keyOf).includes(unit));
    expect(notLed.map(({ task, unit }) => `${task} ${unit}`)).toEqual([
      '15 wenguanglvju',
      '17 jiaotongju',
      '25 kejiju',
      '25 gongxinju',
      '25 shangwuju',
    ]);
    const named = notLed.filter(({ task, unit }) => taskOf(task)?.support.map(keyOf).includes(unit));
    expect(named).toHaveLength(4);
  });

  it('hold the G312 design to the stated end of 2022 and derive every other day of that year', () => {
    const stated = settlement.items.filter(({ dueBasis }) => dueBasis === 'stated');
    expect(stated.map(({ key, unit, due }) => [key, unit, due])).toEqual([
      ['sheji', 'jiaotongju', '2022-12-31'],
      ['zhanbi2025', 'tongjiju', '2025-12-31'],
    ]);
    const derived = settlement.items.filter(({ dueBasis }) => dueBasis === 'derived');
    expect(new Set(derived.map(({ due }) => due))).toEqual(new Set(['2022-12-31']));
  });

  it('take the wording of 力争, 争创 and 原则上 as what it is', () => {
    const softened = settlement.items.filter(({ quote }) => /力争|争创/.test(quote));
    expect(softened.filter(({ commitment }) => commitment !== 'striving')).toEqual([]);
    const inPrinciple = settlement.items.filter(({ commitment }) => commitment === 'in-principle');
    expect(inPrinciple).toEqual(itemsOf('25').filter(({ quote }) => quote.includes('原则上')));
    expect(inPrinciple).toHaveLength(4);
  });
});
