import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isWorkingDay } from '../../domain/calendar/working-calendar.ts';
import { plainDate } from '../../domain/plain-date.ts';
import type { Settlement } from '../../domain/plan/settlement.ts';
import type { Demonstration, Override } from '../../domain/rehearsal/scenario.ts';
import { seedCalendar } from '../domain/calendar/seed-calendar.ts';
import { readSeed } from './read-seed.ts';
import type { UnitSeeds } from './unit-seeds.ts';
import type { ScenarioSeeds } from './scenario-seeds.ts';

const { units } = readSeed<UnitSeeds>('units/zhenjiang.json');
const { items } = readSeed<Settlement>('settlements/zhenjiang-2022.json');
const { progress, contributions } = readSeed<Demonstration>('demonstration/zhenjiang-2022.json');
const files = readdirSync(new URL('../../seeds/scenarios/', import.meta.url));
const scenarios = files.map((file) => readSeed<ScenarioSeeds>(`scenarios/${file}`));
const scenario = (name: string) => readSeed<ScenarioSeeds>(`scenarios/${name}.json`);
const kinds = ['consultation', 'receipt', 'stagePlan', 'contribution', 'progress', 'districtFigures', 'review'];
const isLate = ({ kind, do: act }: Override) => kind === 'progress' && act.workingDaysAfter !== undefined;

describe('the scenarios', () => {
  it('are those of the rehearsal, each under its own name and seed', () => {
    expect(files.toSorted()).toEqual([
      'consultation.json',
      'contacts-change.json',
      'declined.json',
      'demonstration.json',
      'district-shares.json',
      'extensions.json',
      'finding-objection.json',
      'many-leads.json',
      'office-late.json',
      'ordinary.json',
      'paper-route.json',
      'recovered.json',
      'sent-back.json',
      'silent-unit.json',
      'suspended.json',
      'year-end.json',
    ]);
    expect(scenarios.map(({ name }) => `${name}.json`)).toEqual(files);
    expect(new Set(scenarios.map(({ seed }) => seed)).size).toBe(files.length);
  });

  it.each(scenarios)('$name acts on working days, from Monday 15 August to the issue on Monday the 22nd', (each) => {
    const days = [each.start, ...Object.values(each.consultation)].map(plainDate);
    const calendar = seedCalendar(2022);
    expect(days.filter((day) => !isWorkingDay(calendar, day))).toEqual([]);
    expect(days).toEqual(days.toSorted());
    expect([each.start, each.consultation.issueOn]).toEqual(['2022-08-15', '2022-08-22']);
  });

  it.each(scenarios)('$name says what every kind of act does, and knows each unit, kind and period', (each) => {
    expect(Object.keys(each.behaviour.default).toSorted()).toEqual(kinds.toSorted());
    const known = new Set(units.map(({ key }) => key));
    const { overrides } = each.behaviour;
    const strange = overrides.filter(({ unit, kind }) => !known.has(unit) || !kinds.includes(kind));
    expect(strange).toEqual([]);
    expect(overrides.filter(({ period = '2022Q3' }) => !['2022Q3', '2022Q4'].includes(period))).toEqual([]);
  });

  it.each(scenarios)('$name sends back and replaces only rows that the demonstration has', (each) => {
    const rows = progress.flatMap(({ task, unit, period, rows: reported }) =>
      reported.map(({ item }) => `${task} ${unit} ${period} ${item}`),
    );
    const returned = each.behaviour.overrides
      .filter(({ of }) => of === 'progress')
      .flatMap(({ unit, period, do: act }) =>
        (act.sendBack?.resubmit.rows ?? []).map(({ task, item }) => `${task} ${unit} ${period} ${item}`),
      );
    const replaced = each.rows.map(({ task, unit, period, item }) => `${task} ${unit} ${period} ${item}`);
    expect([...returned, ...replaced].filter((row) => !rows.includes(row))).toEqual([]);
  });

  it.each(scenarios)('$name gives a row back for each task that it sends back', (each) => {
    for (const { do: act } of each.behaviour.overrides) {
      expect(new Set(act.sendBack?.resubmit.rows.map(({ task }) => task) ?? [])).toEqual(
        new Set(act.sendBack?.tasks ?? []),
      );
    }
  });
});

describe('the ordinary year', () => {
  const { overrides } = scenario('ordinary').behaviour;
  const reports = overrides.filter(({ kind, of }) => kind === 'progress' || of === 'progress');

  it('has 38 returns, of which 32 come in time and stand as they are', () => {
    const returns = new Set(progress.map(({ unit, period }) => `${unit} ${period}`));
    const troubled = new Set(reports.map(({ unit, period }) => `${unit} ${period}`));
    expect(returns.size).toBe(38);
    expect(returns.size - troubled.size).toBe(32);
  });

  it('has three late, two with rows sent back, and one that outlasts every reminder', () => {
    const delays = reports.filter(isLate).map(({ do: act }) => act.workingDaysAfter ?? 0);
    expect(delays.filter((days) => days <= 5)).toHaveLength(3);
    expect(delays.filter((days) => days > 5)).toHaveLength(1);
    expect(reports.filter(({ do: act }) => act.sendBack !== undefined)).toHaveLength(2);
  });
});

describe('the other scenarios', () => {
  it('take one opinion, take one in part, refuse one and leave one unit silent in the consultation', () => {
    const { overrides } = scenario('consultation').behaviour;
    expect(overrides.flatMap(({ do: act }) => act.opinion?.decision ?? [])).toEqual([
      'adopted',
      'partly-adopted',
      'refused',
    ]);
    expect(overrides.filter(({ do: act }) => act.never)).toHaveLength(1);
    const revised = overrides.flatMap(({ do: act }) => act.opinion?.revision?.item ?? []);
    expect(revised.filter((key) => !items.some((item) => item.key === key))).toEqual([]);
    expect(revised).toHaveLength(2);
  });

  it('split the 1,400 base stations over eight districts whose figures add up to what is reported', () => {
    const { shares, districtFigures, rows } = scenario('district-shares');
    const sum = (values: readonly { readonly value: number }[]) =>
      values.reduce((total, { value }) => total + value, 0);
    expect(shares.map((split) => [split.task, split.item, split.shares.length, sum(split.shares)])).toEqual([
      ['16', 'jizhan', 8, 1400],
    ]);
    const reported = progress.flatMap(({ rows: all }) => all.filter(({ item }) => item === 'jizhan'));
    const inPeriod = (period: string) => districtFigures.filter((figure) => figure.period === period);
    expect([sum(inPeriod('2022Q3')), sum(inPeriod('2022Q4'))]).toEqual(reported.map(({ value }) => value));
    const silent = districtFigures.find(({ unit, period }) => unit === 'runzhou' && period === '2022Q3');
    expect(rows.map(({ value }) => value)).toEqual([sum(inPeriod('2022Q3')) - (silent?.value ?? 0)]);
    expect(
      districtFigures.filter((late) => {
        const early = inPeriod('2022Q3').find(({ unit }) => unit === late.unit);
        return early === undefined || late.value < early.value;
      }),
    ).toEqual([]);
  });

  it('give the four leads of task 14 four different quarters', () => {
    const { rows, behaviour } = scenario('many-leads');
    expect(new Set(rows.map(({ task }) => task))).toEqual(new Set(['14']));
    expect(rows.filter(({ period }) => period === '2022Q3').map(({ unit }) => unit)).toEqual([
      'jiaotongju',
      'yingjiju',
      'chengguanju',
    ]);
    expect(behaviour.overrides.filter(isLate).map(({ unit }) => unit)).toEqual(['yingjiju']);
  });

  it('let the office review after its own limit of five working days', () => {
    expect(scenario('office-late').behaviour.default).toMatchObject({ review: { workingDaysAfter: 7 } });
  });

  it('keep one lead that also supports silent in everything, and two behind with one report', () => {
    const all = scenario('silent-unit').behaviour.overrides;
    expect(new Set(all.map(({ unit }) => unit))).toEqual(new Set(['nongyeju', 'zhengfawei', 'tongguanban']));
    const overrides = all.filter(({ unit }) => unit === 'nongyeju');
    expect(overrides.every(({ do: act, period }) => act.never === true && period === undefined)).toBe(true);
    expect(overrides.map(({ kind }) => kind)).toEqual([
      'consultation',
      'receipt',
      'stagePlan',
      'contribution',
      'progress',
    ]);
    expect(progress.some(({ unit }) => unit === 'nongyeju')).toBe(true);
    expect(contributions.some(({ unit }) => unit === 'nongyeju')).toBe(true);
  });

  it('send a row back twice and bring one back after its three days', () => {
    const { overrides } = scenario('sent-back').behaviour;
    expect(overrides.filter(({ round }) => round === 2)).toHaveLength(1);
    const waits = overrides.flatMap(({ do: act }) => act.sendBack?.resubmit.workingDaysAfter ?? []);
    expect(waits.filter((days) => days > 3)).toEqual([5]);
  });
});
