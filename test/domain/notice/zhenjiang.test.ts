import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readNotice } from '../../../domain/notice/read-notice.ts';

const text = readFileSync(new URL('../../../seeds/notices/zhenjiang-2022.txt', import.meta.url), 'utf8');
const reading = readNotice(text);

describe('the notice 镇数字发〔2022〕4号', () => {
  it('says who issued it, when, under which number and for which year', () => {
    expect(reading.title).toBe('2022年镇江市数字经济发展工作要点');
    expect(reading.issuer).toBe('镇江市数字经济工作领导小组');
    expect(reading.documentNumber).toBe('镇数字发〔2022〕4号');
    expect(reading.issuedOn).toBe('2022-08-22');
    expect(reading.planYear).toBe(2022);
  });

  it('has 26 tasks in 8 groups, numbered through', () => {
    expect(reading.tasks.map(({ number }) => number)).toEqual(
      Array.from({ length: 26 }, (_, index) => String(index + 1)),
    );
    expect(new Set(reading.tasks.map(({ section }) => section)).size).toBe(8);
    expect(reading.tasks.every(({ sectionPath }) => sectionPath[0] === '二、重点工作')).toBe(true);
    expect(reading.headings).toHaveLength(10);
  });

  it('leaves the list of 15 tasks open with 等, and names several leads for 9', () => {
    expect(reading.tasks.filter(({ openEnded }) => openEnded)).toHaveLength(15);
    expect(reading.tasks.filter(({ lead }) => lead.length > 1)).toHaveLength(9);
    expect(reading.tasks.find(({ number }) => number === '14')?.lead).toEqual([
      '市住建局',
      '市城管局',
      '市交通运输局',
      '市应急管理局',
    ]);
  });

  it('names 38 units in 40 lead and 84 supporting places', () => {
    const leads = reading.tasks.flatMap(({ lead }) => lead);
    const supports = reading.tasks.flatMap(({ support }) => support);
    expect(leads).toHaveLength(40);
    expect(supports).toHaveLength(84);
    expect(new Set([...leads, ...supports]).size).toBe(38);
    expect(reading.tasks.filter(({ support }) => support.length === 0).map(({ number }) => number)).toEqual([
      '1',
      '3',
      '7',
      '8',
      '10',
      '18',
      '24',
    ]);
  });

  it('adds the districts to every task by one clause, said once in the first', () => {
    expect(reading.blanketRules).toHaveLength(1);
    expect(reading.blanketRules[0]).toMatchObject({
      kind: 'applies_to_all_following',
      departments: ['各市、区', '镇江新区', '高新区'],
      text: '各市、区和镇江新区、高新区按任务要求落实推进,下同,不再单列',
    });
    expect(reading.tasks[0]?.otherRoles).toEqual([
      { role: '落实推进', departments: ['各市、区', '镇江新区', '高新区'] },
    ]);
    expect(reading.tasks.slice(1).every(({ otherRoles }) => otherRoles.length === 0)).toBe(true);
  });

  it('sets six targets that belong to no task', () => {
    expect(reading.planTargets.map(({ comparator, value, unit }) => [comparator, value, unit])).toEqual([
      ['>=', 1, '百分点'],
      ['=', 10, '%'],
      ['>', 40, '家'],
      ['>', 100, '家'],
      ['=', 4, '家'],
      ['=', 90, '家'],
    ]);
    expect(reading.planTargets.map(({ commitment }) => commitment)).toEqual([
      '力争',
      '力争',
      '力争',
      '力争',
      '力争',
      '力争',
    ]);
  });

  it('has figures in 9 tasks, 17 in all', () => {
    const counts = reading.tasks
      .filter(({ targets }) => targets.length > 0)
      .map(({ number, targets }) => [number, targets.length]);
    expect(counts).toEqual([
      ['3', 1],
      ['4', 1],
      ['5', 2],
      ['6', 1],
      ['11', 1],
      ['15', 4],
      ['16', 1],
      ['18', 4],
      ['25', 2],
    ]);
  });

  it('states one day only, 2022年底, for the design of the road', () => {
    expect(
      reading.tasks.filter(({ deadline }) => deadline !== null).map(({ number, deadline }) => [number, deadline]),
    ).toEqual([['17', '2022-12-31']]);
    const stated = reading.tasks.flatMap(({ items }) => items).filter(({ time }) => time.basis === 'stated');
    expect(stated).toHaveLength(1);
    expect(stated[0]).toMatchObject({
      text: '完成G312宁镇段智慧公路设计',
      accountableUnit: '市交通运输局',
      result: { kind: 'deliverable', verb: '完成', object: 'G312宁镇段智慧公路设计' },
      time: { text: '2022年底', date: '2022-12-31', basis: 'stated' },
      commitment: '刚性',
    });
  });

  it('proposes the half of the special funds once for each of the four bureaus that it names', () => {
    const items = reading.tasks
      .find(({ number }) => number === '25')
      ?.items.filter(({ commitment }) => commitment === '原则上');
    expect(items?.map(({ accountableUnit }) => accountableUnit)).toEqual([
      '市发改委',
      '市科技局',
      '市工信局',
      '市商务局',
    ]);
    expect(
      items?.every(({ result }) => result.kind === 'number' && result.value === 50 && result.comparator === '>='),
    ).toBe(true);
  });

  it('proposes nobody for the townships, whose bureau hides in 等', () => {
    const item = reading.tasks
      .find(({ number }) => number === '15')
      ?.items.find(({ text: quoted }) => quoted.includes('智慧广电'));
    expect(item).toMatchObject({ accountableUnit: null, result: { kind: 'number', value: 14, unit: '个' } });
  });

  it('quotes what it says', () => {
    const quotes = [
      ...reading.planTargets,
      ...reading.blanketRules,
      ...reading.headings,
      ...reading.tasks.flatMap(({ targets, deadlines, items }) => [...targets, ...deadlines, ...items]),
    ];
    for (const { text: quoted, span } of quotes) expect(text.slice(...span)).toBe(quoted);
  });

  it('ends its last task with the clause, before the picture and the date of the page', () => {
    const last = reading.tasks.at(-1);
    expect(text.slice(...(last?.span ?? [0, 0]))).toMatch(/^26\.加强监测分析[\s\S]*按职责分工负责\)$/);
  });
});
