import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GlanceBody } from '../../api/schemas/charts.ts';
import type { OrderLineBody, OrderPageBody } from '../../api/schemas/order.ts';
import { unitIdOf } from '../../domain/duban-namespace.ts';
import { sheetIdOf } from '../../domain/sheet/sheet-of.ts';
import { yearSummary } from '../../store/plan/year-summary.ts';
import { type RehearsedPlan, actor, clerk, issue, leader, on, rehearse } from '../store/plan/rehearsed-plan.ts';
import { acting } from './acting.ts';
import { type ApiBed, type Ask, apiBed, bodyOf, signedInAs } from './api-bed.ts';

describe('what needs a decision from the leader', () => {
  let bed: ApiBed;
  let ask: Ask;
  let plan: RehearsedPlan;

  const read = async <T>(path: string): Promise<T> => bodyOf<T>(await ask(`/api/plans/${plan.planId}/${path}`));
  const waiting = async () =>
    (await read<GlanceBody>('glance')).decisions.map(({ kind, id, title }) => ({ kind, id, title }));

  beforeAll(async () => {
    bed = await apiBed();
    ask = await signedInAs(bed, leader);
  });
  afterAll(() => bed.close());

  it('is the breakdown once the office asks for its approval, and no more after it', async () => {
    plan = await rehearse(bed.store, 'breakdown');
    await plan.act({ type: 'beginConsultation', by: clerk }, on('2022-08-15', 10));
    expect(await waiting()).toEqual([]);
    for (const unit of ['gongxinju', 'fagaiwei']) {
      const by = actor(`${unit}-officer-a`, 'officer', unit);
      await plan.act({ type: 'answerConsultation', by, unitId: unitIdOf(unit), opinions: [] }, on('2022-08-16'));
    }
    await plan.act({ type: 'askApproval', by: clerk }, on('2022-08-18'));
    expect(await waiting()).toEqual([{ kind: 'breakdown', id: null, title: '任务分解方案报请审定' }]);
    const reason = await plan.write('return', '请补充依据。');
    await plan.act({ type: 'returnBreakdown', by: leader, reason }, on('2022-08-19'));
    expect(await waiting()).toEqual([]);
  });

  it('is a change that is the leader’s to decide, with its limit, and a sheet that was sent up for it', async () => {
    plan = await rehearse(bed.store, 'change');
    await issue(bed.store, plan);
    const changeId = randomUUID();
    const by = actor('fagaiwei-head', 'head', 'fagaiwei');
    const change = { kind: 'decline', unitId: by.unitId } as const;
    const reason = await plan.write('decline', '不属于本单位职责。');
    const asked = { type: 'requestChange', changeId, change, reason, by, leadershipUnitId: leader.unitId } as const;
    await plan.actOnTask('1', asked, on('2022-09-01'));
    const declined = { kind: 'change', id: changeId, title: '第1项“推进5G建设”：退办' };
    expect(await waiting()).toEqual([declined]);
    const [decision] = (await read<GlanceBody>('glance')).decisions;
    expect(decision).toMatchObject({ due: '2022-09-08', why: { counted: { from: '2022-09-01', workingDays: 5 } } });
    const act = {
      type: 'decideChange',
      taskId: plan.taskId('1'),
      changeId,
      outcome: 'refused',
      reason: '文件列明由该单位配合。',
      replacementId: null,
    } as const;
    const perform = acting(bed.store, plan);
    const at = on('2022-09-02');
    await perform({ by: clerk, at, act: { type: 'draftSheet', sheet: 'decline', act } });
    expect(await waiting()).toEqual([declined]);
    await perform({ by: clerk, at, act: { type: 'askSheetApproval', sheet: 'decline' } });
    const sheetId = sheetIdOf(plan.planId, 'decline');
    expect((await waiting()).map(({ kind, id }) => [kind, id])).toEqual([
      ['change', changeId],
      ['sheet', sheetId],
    ]);
  });

  it('is an order that was proposed on a slip without an answer, until it is opened or refused', async () => {
    plan = await rehearse(bed.store, 'order');
    await issue(bed.store, plan);
    await plan.advance(on('2022-10-20', 9));
    const orders = async () => (await read<{ readonly rows: readonly OrderLineBody[] }>('orders?size=100')).rows;
    const slip = (await orders()).find(({ unit }) => unit.unitId === unitIdOf('gongxinju'));
    await plan.actOnOrder(slip?.orderId ?? '', { type: 'confirmSlip', by: clerk }, on('2022-10-20', 10));
    expect(await waiting()).toEqual([]);
    await plan.advance(on('2022-11-10'));
    const proposed = (await orders()).find(({ phase }) => phase === 'proposed');
    const orderId = proposed?.orderId ?? '';
    expect(await waiting()).toEqual([{ kind: 'order', id: orderId, title: '提请对市工信局开具督办单' }]);
    const { timeline } = await read<OrderPageBody>(`orders/${orderId}`);
    expect(timeline.flatMap(({ dates }) => dates.map(({ label }) => label))).toEqual(['提醒决定的日期']);
    const reason = await plan.write('refused', '该单位已当面说明。');
    await plan.actOnOrder(orderId, { type: 'refuseProposal', by: leader, reason }, on('2022-11-10'));
    expect(await waiting()).toEqual([]);
  });

  it('is the year’s summary until it is approved or given back', async () => {
    plan = await rehearse(bed.store, 'summary');
    await issue(bed.store, plan);
    const content = { ...(await yearSummary(bed.store, plan.planId)), undecided: [] };
    await plan.act({ type: 'askSummaryApproval', by: clerk, ...content }, on('2023-01-20'));
    expect(await waiting()).toEqual([{ kind: 'summary', id: null, title: '年终总结报请审定' }]);
    const reason = await plan.write('summary', '请核对第1项。');
    await plan.act({ type: 'returnSummary', by: leader, reason }, on('2023-01-21'));
    expect(await waiting()).toEqual([]);
  });
});
