import { describe, expect, it } from 'vitest';
import type { BlanketRule, ItemReading, NoticeReading, TaskReading } from '../../../domain/notice/notice-reading.ts';
import { plainDate } from '../../../domain/plain-date.ts';
import { draftFaults } from '../../../domain/plan/draft-check.ts';
import { draftPlan } from '../../../domain/plan/draft-plan.ts';
import type { OpenPointKind } from '../../../domain/plan/task-draft.ts';
import { keyOf, noticeText, register, zhenjiang } from './zhenjiang.ts';

const pointsOf = (kind: OpenPointKind) => zhenjiang.points.filter((point) => point.kind === kind);

describe('the draft of the notice of Zhenjiang', () => {
  it('has 26 tasks with 40 leads and 84 supporting units, 46 units in all', () => {
    const parties = zhenjiang.drafts.flatMap((draft) => draft.parties);
    expect(zhenjiang.drafts).toHaveLength(26);
    expect(parties.filter(({ role }) => role === 'lead')).toHaveLength(40);
    expect(parties.filter(({ role }) => role === 'support')).toHaveLength(84);
    expect(new Set(parties.map(({ unitId }) => unitId)).size).toBe(46);
  });

  it('leaves to people what the notice leaves open', () => {
    const counts = (['open-list', 'following', 'orphan-target', 'several-leads', 'item', 'unknown-unit'] as const).map(
      (kind) => [kind, pointsOf(kind).length],
    );
    expect(Object.fromEntries(counts)).toEqual({
      'open-list': 15,
      following: 1,
      'orphan-target': 6,
      'several-leads': 9,
      item: 0,
      'unknown-unit': 0,
    });
  });

  it('quotes the notice at every point and item', () => {
    const quotes = [...zhenjiang.points, ...zhenjiang.drafts.flatMap(({ items }) => items)];
    expect(quotes.filter(({ quote, span }) => span === null || noticeText.slice(...span) !== quote)).toEqual([]);
  });

  it('has the districts on the task that names them alone, until 下同 is settled', () => {
    const withDistricts = zhenjiang.drafts.filter(({ parties }) => parties.some(({ role }) => role === 'district'));
    expect(withDistricts.map(({ number }) => number)).toEqual(['1']);
    expect(pointsOf('following')[0]?.unitIds.map(keyOf)).toEqual([
      'danyang',
      'jurong',
      'yangzhong',
      'dantu',
      'jingkou',
      'runzhou',
      'xinqu',
      'gaoxinqu',
    ]);
  });

  it('names the first of several leads as the one that writes the summary', () => {
    const four = pointsOf('several-leads').find(({ taskNumber }) => taskNumber === '14');
    expect(four?.unitIds.map(keyOf)).toEqual(['zhujianju', 'chengguanju', 'jiaotongju', 'yingjiju']);
    expect(four?.proposal).toContain('由列名第一的市住建局汇总');
  });

  it('gives the dated design of a road to the supporting unit that builds roads', () => {
    const [design] = zhenjiang.drafts.find(({ number }) => number === '17')?.items ?? [];
    expect(design).toMatchObject({ quote: '完成G312宁镇段智慧公路设计', due: '2022-12-31', dueBasis: 'stated' });
    expect(keyOf(design?.unitId ?? '')).toBe('jiaotongju');
  });

  it('makes one item a unit of a share that each of four has to reach', () => {
    const shares = zhenjiang.drafts
      .find(({ number }) => number === '25')
      ?.items.filter(({ target }) => target?.unit === '%');
    expect(shares?.map(({ unitId, commitment }) => [keyOf(unitId ?? ''), commitment])).toEqual([
      ['fagaiwei', 'in-principle'],
      ['kejiju', 'in-principle'],
      ['gongxinju', 'in-principle'],
      ['shangwuju', 'in-principle'],
    ]);
  });

  it('tracks the orphan target of a later year, and proposes a task for each', () => {
    const later = pointsOf('orphan-target').filter(({ item }) => item?.tracked);
    expect(later.map(({ item }) => [item?.due, item?.dueBasis])).toEqual([['2025-12-31', 'stated']]);
    expect(pointsOf('orphan-target').every(({ proposal }) => proposal.includes('建议纳入第'))).toBe(true);
  });

  it('has no fault in any task once its points are settled', () => {
    expect(zhenjiang.drafts.flatMap(draftFaults)).toEqual([]);
  });
});

describe('a notice in which less is certain', () => {
  const item: ItemReading = {
    text: '建成平台',
    span: [0, 4],
    accountableUnit: null,
    result: { kind: 'deliverable', verb: '建成', object: '平台' },
    time: { text: null, date: plainDate('2022-12-31'), basis: 'derived' },
    commitment: '刚性',
  };
  const task: TaskReading = {
    number: '1',
    title: '任务一',
    section: null,
    sectionPath: [],
    span: [0, 20],
    clauseSpans: [[10, 20]],
    lead: ['市工信局'],
    support: [],
    responsible: [],
    otherRoles: [],
    persons: [],
    openEnded: false,
    targets: [],
    deadlines: [],
    deadline: null,
    items: [],
  };
  const draft = (tasks: readonly TaskReading[], blanketRules: readonly BlanketRule[] = []) => {
    const reading: NoticeReading = {
      title: null,
      issuer: null,
      documentNumber: null,
      issuedOn: null,
      planYear: 2022,
      headings: [],
      planTargets: [],
      blanketRules,
      tasks,
      unread: [],
    };
    return draftPlan(reading, {
      planId: '0f0e0d0c-0b0a-4908-8706-050403020100',
      planYear: 2022,
      register,
      text: '建成平台'.padEnd(40, '。'),
    });
  };
  const rolesOf = (tasks: readonly TaskReading[], rules: readonly BlanketRule[] = []) =>
    draft(tasks, rules).drafts.map(({ parties }) => parties.map(({ unitId, role }) => `${keyOf(unitId)} ${role}`));

  it('finds a unit by a prefix that was printed once for the list', () => {
    expect(rolesOf([{ ...task, lead: ['市工信局', '科技局'] }])).toEqual([['gongxinju lead', 'kejiju lead']]);
  });

  it('finds a unit whatever brackets and blanks the print has', () => {
    expect(rolesOf([{ ...task, lead: ['市工信局〔市中小企业局〕', ' 市科技局'] }])).toEqual([
      ['gongxinju lead', 'kejiju lead'],
    ]);
  });

  it('puts a collective name together that was cut at its comma', () => {
    const districts = 'danyang jurong yangzhong dantu jingkou runzhou'.split(' ').map((key) => `${key} district`);
    expect(rolesOf([{ ...task, support: ['各市', '区'] }])).toEqual([['gongxinju lead', ...districts]]);
  });

  it('asks about a name that the register lacks, and proposes what resembles it', () => {
    const { drafts, points } = draft([{ ...task, support: ['市数据管理局'] }]);
    expect(drafts[0]?.parties).toHaveLength(1);
    expect(points).toMatchObject([{ id: 'unknown-unit/1/1', quote: '市数据管理局', role: 'support' }]);
    expect(points[0]?.unitIds.map(keyOf)).toContain('dashujuju');
  });

  it('asks for a lead where no unit is named at all', () => {
    expect(draft([{ ...task, lead: [] }]).points).toMatchObject([{ id: 'unknown-unit/1/lead', role: 'lead' }]);
  });

  const first: BlanketRule = {
    text: '列第一位的为牵头单位，下同',
    kind: 'first_named_leads',
    departments: [],
    span: [0, 5],
  };
  it.each([
    { what: 'all lead where no word tells them apart', rules: [], roles: ['gongxinju lead', 'kejiju lead'] },
    { what: 'the first leads by the rule said once', rules: [first], roles: ['gongxinju lead', 'kejiju support'] },
  ])('of responsible units $what', ({ rules, roles }) => {
    expect(rolesOf([{ ...task, lead: [], responsible: ['市工信局', '市科技局'] }], rules)).toEqual([roles]);
  });

  it('gives an item to the first-named lead where the text says nothing', () => {
    const { drafts, points } = draft([{ ...task, lead: ['市科技局', '市工信局'], items: [item] }]);
    expect(keyOf(drafts[0]?.items[0]?.unitId ?? '')).toBe('kejiju');
    expect(points.map(({ kind }) => kind)).toEqual(['several-leads']);
  });

  it.each([
    { what: 'that the task does not list', accountableUnit: '市文广旅局', units: ['wenguanglvju'] },
    { what: 'of which several are named', accountableUnit: '市科技局、市商务局', units: ['kejiju', 'shangwuju'] },
  ])('asks about an item for a unit $what', ({ accountableUnit, units }) => {
    const { drafts, points } = draft([{ ...task, items: [{ ...item, accountableUnit }] }]);
    expect(drafts[0]?.items[0]?.unitId).toBeNull();
    expect(points).toMatchObject([{ id: 'item/1/1', kind: 'item', item: { quote: '建成平台' } }]);
    expect(points[0]?.unitIds.map(keyOf)).toEqual(units);
  });

  it('makes one item of each value under 分别, and binds a range by its lower end', () => {
    const of = (value: readonly number[], comparator: '=' | 'range'): ItemReading => {
      return { ...item, result: { kind: 'number', value, unit: '个', comparator } };
    };
    const { drafts } = draft([{ ...task, items: [of([3, 5], '='), of([1, 2], 'range')] }]);
    expect(drafts[0]?.items.map(({ id, target }) => [id, target?.value, target?.comparator])).toEqual([
      ['1', 3, '='],
      ['2', 5, '='],
      ['3', 1, '>='],
    ]);
  });

  it('gives every task a number of its own, even where the print repeats or has none', () => {
    const numbered = (number: string, parent?: string) => ({
      ...task,
      number,
      ...(parent === undefined ? {} : { parent }),
    });
    const tasks = [
      numbered('一'),
      numbered('1', '一'),
      numbered('二'),
      numbered('1', '二'),
      numbered(''),
      numbered(''),
    ];
    const { drafts } = draft(tasks);
    expect(drafts.map(({ number }) => number)).toEqual(['一', '一.1', '二', '二.1', '第5处', '第6处']);
    expect(new Set(drafts.map(({ taskId }) => taskId)).size).toBe(6);
  });
});
