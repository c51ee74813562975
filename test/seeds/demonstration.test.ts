import { describe, expect, it } from 'vitest';
import type { Settlement } from '../../domain/plan/settlement.ts';
import type { Demonstration, PlannedRow } from '../../domain/rehearsal/scenario.ts';
import type { Rules } from '../../domain/rules.ts';
import { noticeTasks, readSeed } from './read-seed.ts';
import type { UnitSeeds } from './unit-seeds.ts';

const { stagePlans, progress, contributions } = readSeed<Demonstration>('demonstration/zhenjiang-2022.json');
const { items } = readSeed<Settlement>('settlements/zhenjiang-2022.json');
const { units } = readSeed<UnitSeeds>('units/zhenjiang.json');
const rules = readSeed<Rules>('rules/default.json');
const keyOf = (name: string) => units.find((unit) => unit.name === name)?.key ?? name;
const pairsOf = (role: 'lead' | 'support') =>
  noticeTasks().flatMap((task) => task[role].map((name) => `${task.number} ${keyOf(name)}`));

const accountable = new Set(items.map(({ task, unit }) => `${task} ${unit}`));
const reporting = new Set([...pairsOf('lead'), ...accountable]);
const contributing = new Set(pairsOf('support').filter((pair) => !accountable.has(pair)));
const itemsOf = (pair: string) => items.filter(({ task, unit }) => `${task} ${unit}` === pair).map(({ key }) => key);
const texts = [
  ...progress.flatMap(({ rows }) => rows.flatMap(({ done, problem, next }) => [done, problem, next])),
  ...contributions.map(({ text }) => text),
];

describe('what units owe in the demonstration year', () => {
  it.each(['2022Q3', '2022Q4'])('is 45 returns of progress and 80 contributions in %s', (period) => {
    const reports = progress.filter((each) => each.period === period).map(({ task, unit }) => `${task} ${unit}`);
    expect(reports).toHaveLength(45);
    expect(new Set(reports)).toEqual(reporting);
    const contributed = contributions.filter((each) => each.period === period);
    expect(contributed).toHaveLength(80);
    expect(new Set(contributed.map(({ task, unit }) => `${task} ${unit}`))).toEqual(contributing);
  });

  it('is a stage plan wherever progress is reported', () => {
    expect(stagePlans).toHaveLength(45);
    expect(new Set(stagePlans.map(({ task, unit }) => `${task} ${unit}`))).toEqual(reporting);
  });

  it('has one row per item, or one for the task as a whole', () => {
    for (const { task, unit, rows } of [...stagePlans, ...progress]) {
      const keys = itemsOf(`${task} ${unit}`);
      expect(rows.map(({ item }) => item)).toEqual(keys.length === 0 ? [null] : keys);
    }
  });
});

describe('the texts', () => {
  it('never repeat one another', () => {
    expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
    expect(texts).toHaveLength(532);
  });

  it('keep to the length of a contribution and say something', () => {
    expect(contributions.filter(({ text }) => text.length > rules.contributionCharacters)).toEqual([]);
    expect(texts.filter((text) => text.length < 12 || text.length > 160)).toEqual([]);
  });

  it('name a figure in what was done', () => {
    const done = progress.flatMap(({ rows }) => rows.map((row) => row.done));
    expect(
      [...done, ...contributions.map(({ text }) => text)].filter((text) => !/\d|[一二三四五六七八九十两]/.test(text)),
    ).toEqual([]);
  });

  it('report no intention as done', () => {
    const done = [
      ...progress.flatMap(({ rows }) => rows.map((row) => row.done)),
      ...contributions.map(({ text }) => text),
    ];
    expect(done.filter((text) => /将|拟于|拟在|力争|积极推进|持续推进/.test(text))).toEqual([]);
  });

  it('are whole Chinese sentences', () => {
    expect(texts.filter((text) => !text.endsWith('。') || /[,;:!?]|。。|\s/.test(text))).toEqual([]);
  });
});

describe('the values', () => {
  const numbers = items.filter(({ kind }) => kind === 'number');
  const rowOf = (key: string, period: string) =>
    progress.filter((each) => each.period === period).flatMap(({ rows }) => rows.filter(({ item }) => item === key))[0];
  const planOf = (key: string): PlannedRow | undefined =>
    stagePlans.flatMap(({ rows }) => rows.filter(({ item }) => item === key))[0];

  it('never fall from the issue to the end of the year', () => {
    for (const { key } of numbers) {
      const path = [planOf(key)?.baseline, rowOf(key, '2022Q3')?.value, rowOf(key, '2022Q4')?.value];
      const known = path.filter((value) => typeof value === 'number');
      expect(path[0], key).toEqual(expect.any(Number));
      expect(known, key).toEqual(known.toSorted((a, b) => a - b));
    }
  });

  it('begin below the target, so that something is left to do', () => {
    const begun = numbers.map(({ key, target }) => ({ key, baseline: planOf(key)?.baseline ?? NaN, target }));
    expect(begun.filter(({ baseline, target }) => !(baseline < (target?.value ?? 0)))).toEqual([]);
  });

  it('are missing only where the annual statistic comes later', () => {
    const awaited = numbers.filter(({ key }) => rowOf(key, '2022Q4')?.value === null);
    expect(awaited.map(({ key }) => key)).toEqual(['zhanbi', 'zhanbi2025']);
    expect(awaited.map(({ key }) => planOf(key)?.statisticsOn)).toEqual(['2023-03-31', '2023-03-31']);
  });

  it('reach the target exactly where the unit says that it is complete', () => {
    const fourth = numbers.map(({ key, target }) => ({ key, target, row: rowOf(key, '2022Q4') }));
    const reached = fourth.filter(({ target, row }) => {
      if (target === null || typeof row?.value !== 'number') return false;
      return target.comparator === '>' ? row.value > target.value : row.value >= target.value;
    });
    expect(reached.map(({ key }) => key)).toEqual(fourth.filter(({ row }) => row?.complete).map(({ key }) => key));
    expect(fourth.filter(({ row }) => row?.complete === false).map(({ key }) => key)).toEqual([
      'xindao',
      'zijin-shangwu',
      'zhanbi',
      'zhanbi2025',
    ]);
  });

  it('have curves that rise from the issue to the target', () => {
    const curved = numbers.filter(({ key }) => (planOf(key)?.curve.length ?? 0) > 0);
    expect(curved.map(({ key }) => key)).toEqual(['xindao', 'jizhan', 'zhenduan', 'shifan']);
    for (const { key, target } of curved) {
      const curve = planOf(key)?.curve ?? [];
      expect(curve.map(({ day }) => day)).toEqual(curve.map(({ day }) => day).toSorted());
      expect(curve.map(({ value }) => value)).toEqual(curve.map(({ value }) => value).toSorted((a, b) => a - b));
      expect(curve.at(-1)).toEqual({ day: '2022-12-31', value: target?.value });
    }
  });
});

describe('the milestones', () => {
  const planned = stagePlans.flatMap(({ task, unit, rows }) => rows.map((row) => ({ task, unit, ...row })));
  const doneBy = (task: string, unit: string, period: string, item: string | null) =>
    progress
      .filter((each) => each.task === task && each.unit === unit && each.period === period)
      .flatMap(({ rows }) => rows.filter((row) => row.item === item))
      .flatMap(({ milestonesDone }) => milestonesDone);

  it('lie in order between the issue and the end of the year, and stand wherever no number does', () => {
    for (const { milestones, baseline } of planned) {
      const days = milestones.map(({ due }) => due);
      expect(days).toEqual(days.toSorted());
      expect(days.filter((day) => day <= '2022-08-22' || day > '2022-12-31')).toEqual([]);
      expect(milestones.map(({ id }) => id)).toEqual(milestones.map((_, index) => `m${index + 1}`));
      expect(milestones.length > 0 || baseline !== null).toBe(true);
    }
  });

  it('once done stay done', () => {
    for (const { task, unit, item, milestones } of planned) {
      const [third, fourth] = [doneBy(task, unit, '2022Q3', item), doneBy(task, unit, '2022Q4', item)];
      expect(fourth.slice(0, third.length)).toEqual(third);
      expect(milestones.map(({ id }) => id).slice(0, fourth.length)).toEqual(fourth);
    }
  });

  it.each([
    { period: '2022Q3', end: '2022-09-30', missed: ['14 chengguanju m1', '14 chengguanju m2'] },
    { period: '2022Q4', end: '2022-12-31', missed: ['3 gongxinju m3', '14 chengguanju m3'] },
  ])('leave one of the four leads of task 14 behind in $period', ({ period, end, missed }) => {
    const open = planned.flatMap(({ task, unit, item, milestones }) =>
      milestones
        .filter(({ id, due }) => due <= end && !doneBy(task, unit, period, item).includes(id))
        .map(({ id }) => `${task} ${unit} ${id}`),
    );
    expect(open).toEqual(missed);
  });
});
