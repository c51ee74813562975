import { describe, expect, it } from 'vitest';
import { fold } from '../../../domain/ledger/book.ts';
import { draftFaults } from '../../../domain/plan/draft-check.ts';
import { proposedTask } from '../../../domain/plan/draft-plan.ts';
import { planBook } from '../../../domain/plan/plan-book.ts';
import type { PlanEvent } from '../../../domain/plan/plan-event.ts';
import { proposedSettlement } from '../../../domain/plan/proposed-settlement.ts';
import { decideDraft, settleBreakdown } from '../../../domain/plan/settle.ts';
import { settledItemIds } from '../../../domain/plan/settle-items.ts';
import { type Settlement, parseSettlement } from '../../../domain/plan/settlement.ts';
import type { TaskDraft } from '../../../domain/plan/task-draft.ts';
import { actor, draftOf, on, play } from './plan-play.ts';
import { keyOf, noticeText, register, seedJson, zhenjiang } from './zhenjiang.ts';

const parsed = parseSettlement(seedJson('settlements/zhenjiang-2022.json'));
if (!parsed.ok) throw new Error(parsed.issues.join('\n'));
const recorded = parsed.value;
const basis = { ...zhenjiang, register, text: noticeText };
const at = on('2022-08-12');
const by = actor('office', 'office');

const nothing: Settlement = {
  title: '处理',
  openLists: [],
  following: null,
  severalLeads: [],
  unknownUnits: [],
  items: [],
  waived: [],
  rollOvers: [],
  otherProposals: null,
};

function after(settlement: Settlement): readonly TaskDraft[] {
  const { revisions } = settleBreakdown(settlement, basis);
  return zhenjiang.drafts.map((draft) => revisions.find((each) => each.draft.taskId === draft.taskId)?.draft ?? draft);
}

describe('the recorded settlement of the notice of Zhenjiang', () => {
  const events = decideDraft(recorded, basis, { at, by });
  const drafts = after(recorded);
  const task = (number: string) => drafts.find((draft) => draft.number === number);
  const opened = zhenjiang.points.map((point): PlanEvent => ({ type: 'pointOpened', at, by, point }));
  const state = fold(planBook, draftOf(zhenjiang.drafts, at).state, [...opened, ...events]);

  it('decides every open point, and leaves no task that could not be issued', () => {
    expect(state.openPoints).toEqual([]);
    expect(drafts.flatMap(draftFaults)).toEqual([]);
  });

  it('puts the eight districts on all 26 tasks, and one unit that hides in 等 on one', () => {
    expect(drafts.every(({ parties }) => parties.filter(({ role }) => role === 'district').length === 8)).toBe(true);
    const added = drafts.flatMap(({ number, parties }) =>
      parties
        .filter(({ basis: from, role }) => from === 'added' && role !== 'district')
        .map(({ unitId }) => [number, keyOf(unitId)]),
    );
    expect(added).toEqual([['15', 'wenguanglvju']]);
  });

  it('counts what the rest of the year rests on: 40 leads and five others that answer for an item', () => {
    const others = drafts.flatMap(({ number, parties, items }) => {
      const leads = parties.filter(({ role }) => role === 'lead').map(({ unitId }) => unitId);
      const accountable = [...new Set(items.flatMap(({ unitId }) => unitId ?? []))];
      return accountable.filter((unitId) => !leads.includes(unitId)).map((unitId) => `${number} ${keyOf(unitId)}`);
    });
    expect(others).toEqual(['15 wenguanglvju', '17 jiaotongju', '25 kejiju', '25 gongxinju', '25 shangwuju']);
    expect(Object.values(state.units).filter(({ tasks }) => tasks > 0)).toHaveLength(46);
  });

  it('adopts the orphan targets as items, the one of 2025 tracked', () => {
    const owners = ['2', '18', '26'].map((number) =>
      task(number)
        ?.items.filter(({ span }) => span !== null && span[1] < 568)
        .map(({ unitId, tracked }) => `${keyOf(unitId ?? '')}${tracked ? ' tracked' : ''}`),
    );
    expect(owners).toEqual([
      ['kejiju', 'gongxinju'],
      ['gongxinju', 'gongxinju'],
      ['tongjiju', 'tongjiju tracked'],
    ]);
  });

  it('leaves the proposals that it does not list to the leads, and numbers the listed ones as its keys say', () => {
    expect(task('13')?.items).toEqual([]);
    const ids = settledItemIds(recorded);
    expect(ids['zhibo']).toEqual({ task: '15', id: '5' });
    expect(task('15')?.items.find(({ id }) => id === '5')?.quote).toBe('组织开展2场以上本地农产品网络直播');
  });

  it('is carried out once', () => {
    const settled = { drafts, points: [], register, text: noticeText };
    expect(() => settleBreakdown(recorded, settled)).toThrow('没有待确认的“等”');
  });

  it('is carried out on a plan in consultation as on a draft, all at once', () => {
    const settled = settleBreakdown(recorded, basis);
    const command = { type: 'settleTasks', by, draftVersion: 0, ...settled } as const;
    const start = draftOf(zhenjiang.drafts, at);
    const withPoints = { ...start, state: fold(planBook, start.state, opened) };
    const consulted = play(withPoints, [on('2022-08-15'), { type: 'beginConsultation', by }]);
    const revised = play(consulted, [on('2022-08-16'), command]);
    expect(revised.state).toMatchObject({ openPoints: [], draftVersion: settled.revisions.length });
    expect(() => play(revised, [on('2022-08-16'), command])).toThrow(expect.objectContaining({ code: 'draft-moved' }));
    expect(revised.state.units).toMatchObject(
      Object.fromEntries(Object.entries(state.units).map(([unitId, { tasks }]) => [unitId, { tasks }])),
    );
  });
});

describe('the settlement that duban proposes', () => {
  it('decides every open point', () => {
    const { points } = settleBreakdown(proposedSettlement(basis), basis);
    expect(points.map(({ pointId }) => pointId).toSorted()).toEqual(zhenjiang.points.map(({ id }) => id).toSorted());
  });

  it('lists each figure without a unit in the task that the point names', () => {
    const orphans = zhenjiang.points.filter(({ kind }) => kind === 'orphan-target');
    const named = orphans.map((point) => [point.quote, proposedTask(point, zhenjiang.drafts, noticeText)]);
    const taken = proposedSettlement(basis).items.filter(({ quote }) => orphans.some((each) => each.quote === quote));
    expect(named).toEqual(taken.map(({ quote, task }) => [quote, task]));
    expect(named).toHaveLength(6);
  });

  it('leaves no task that could not be issued', () => {
    expect(after(proposedSettlement(basis)).flatMap(draftFaults)).toEqual([]);
  });
});

describe('a settlement in part', () => {
  const jizhan = recorded.items.filter(({ key }) => key === 'jizhan');

  it('leaves other points open and other items as they were proposed', () => {
    const { revisions, points } = settleBreakdown(
      { ...nothing, items: recorded.items.filter(({ key }) => key === 'xianshang') },
      basis,
    );
    expect(points).toEqual([]);
    expect(revisions.map(({ draft }) => [draft.number, draft.items.length])).toEqual([['15', 8]]);
  });

  it('shares a target out over units of the task', () => {
    const shares = [
      { unit: 'kejiju', value: 600 },
      { unit: 'zhujianju', value: 800 },
    ];
    const { revisions } = settleBreakdown({ ...nothing, items: jizhan.map((item) => ({ ...item, shares })) }, basis);
    expect(revisions[0]?.draft.items[0]?.shares.map(({ unitId, value }) => [keyOf(unitId), value])).toEqual([
      ['kejiju', 600],
      ['zhujianju', 800],
    ]);
  });

  it('waives an orphan target with a reason', () => {
    const waived = [{ quote: '新增90家星级上云企业', reason: '已由省级平台统计' }];
    expect(settleBreakdown({ ...nothing, waived }, basis)).toEqual({
      revisions: [],
      points: [
        {
          pointId: 'orphan-target/6',
          how: '不纳入：已由省级平台统计',
          quote: '新增90家星级上云企业',
          span: [518, 529],
        },
      ],
    });
  });

  it('can put another lead first, who then writes the summary', () => {
    const order = ['yingjiju', 'zhujianju', 'chengguanju', 'jiaotongju'];
    const { revisions } = settleBreakdown(
      { ...nothing, severalLeads: [{ task: '14', order, reason: '经商定' }] },
      basis,
    );
    const leads = revisions[0]?.draft.parties.filter(({ role }) => role === 'lead') ?? [];
    expect(leads.toSorted((a, b) => a.order - b.order).map(({ unitId }) => keyOf(unitId))).toEqual(order);
    expect(revisions[0]).toMatchObject({ joins: [], leaves: [], reason: '经商定' });
  });

  const item = jizhan[0];
  if (item === undefined) throw new Error('the settlement has no item jizhan');
  const list = { task: '9', quote: '等', decision: 'as-listed', units: [], reason: 'r' } as const;
  it.each([
    { what: 'a task that does not exist', change: { items: [{ ...item, task: '99' }] }, says: '没有编号为“99”的任务' },
    { what: 'a unit that does not exist', change: { items: [{ ...item, unit: 'x' }] }, says: '没有编号为“x”的单位' },
    {
      what: 'words that the task does not have',
      change: { items: [{ ...item, quote: '十座桥' }] },
      says: '第16项任务中没有“十座桥”',
    },
    {
      what: 'an accountable unit outside the task',
      change: { items: [{ ...item, unit: 'sifaju' }] },
      says: '未列入第16项任务',
    },
    {
      what: 'an adopted target that is none',
      change: { items: [{ ...item, orphan: true }] },
      says: '没有待确认的指标',
    },
    {
      what: 'a list that was not left open',
      change: { openLists: [{ ...list, task: '1' }] },
      says: '第1项任务没有待确认的“等”',
    },
    {
      what: 'words that the clause does not have',
      change: { openLists: [{ ...list, quote: '某局等' }] },
      says: '没有“某局等”',
    },
    {
      what: 'leads that are not those of the task',
      change: { severalLeads: [{ task: '14', order: ['zhujianju'], reason: 'r' }] },
      says: '牵头单位与所列顺序不一致',
    },
    {
      what: 'a following clause that is not there',
      change: { following: { quote: '以下各项', units: [], tasks: [], reason: 'r' } },
      says: '没有待确认的“下同”条款',
    },
    { what: 'nothing', change: {}, says: '没有确认任何待定事项' },
    {
      what: 'shares of units outside the task',
      change: { items: [{ ...item, shares: [{ unit: 'sifaju', value: 1 }] }] },
      says: '分解指标含有未参与本任务的单位',
    },
  ])('is refused where it names $what', ({ change, says }) => {
    expect(() => settleBreakdown({ ...nothing, ...change }, basis)).toThrow(says);
  });

  it('is refused with all its faults at once', () => {
    const faulty = {
      ...nothing,
      items: [
        { ...item, task: '99' },
        { ...item, unit: 'x' },
      ],
    };
    expect(() => settleBreakdown(faulty, basis)).toThrow(/“99”.*“x”/);
  });
});

describe('a settlement file', () => {
  it.each([
    {
      raw: { title: '处理', openLists: [{ task: '1', quote: '等', decision: 'add', units: [], reason: 'r' }] },
      says: '增列单位（add）须列出单位',
    },
    { raw: { title: '处理', items: [{ kind: 'number' }] }, says: '数量事项（number）须填目标值' },
    { raw: { title: '' }, says: '处理记录的title“”不正确，请填写文字' },
  ])('is refused with its place: $says', ({ raw, says }) => {
    const result = parseSettlement(raw);
    expect(result.ok ? [] : result.issues).toEqual(expect.arrayContaining([expect.stringContaining(says)]));
  });

  it('may not use one key for two items', () => {
    const { items } = seedJson('settlements/zhenjiang-2022.json') as { readonly items: readonly unknown[] };
    const result = parseSettlement({ title: '处理', items: [items[0], items[0]] });
    expect(result).toEqual({ ok: false, issues: ['处理记录的items中编号“gaoqi”重复，请改用不同的编号'] });
  });
});
