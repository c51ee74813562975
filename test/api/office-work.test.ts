import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { todayList } from '../../api/schemas/office.ts';
import { unitIdOf } from '../../domain/duban-namespace.ts';
import type { OpenPoint } from '../../domain/plan/task-draft.ts';
import { breakdownVersion } from '../../store/plan/breakdown.ts';
import { planCounts } from '../../store/plan/plan-counts.ts';
import {
  actor,
  clerk,
  entryOf,
  issue,
  leader,
  noticeText,
  on,
  type RehearsedPlan,
  rehearse,
  reviewer,
  send,
  stagePlan,
} from '../store/plan/rehearsed-plan.ts';
import { type ApiBed, type Ask, apiBed, signedInAs } from './api-bed.ts';

const rowPlan = { baseline: 600, curve: [], milestones: [], statisticsOn: null };

const undecided: OpenPoint = {
  id: 'open-list/1',
  kind: 'open-list',
  taskNumber: '1',
  span: [0, 5],
  quote: noticeText.slice(0, 5),
  proposal: '建议仅列文件点名的单位',
  unitIds: [],
  role: 'support',
  item: null,
};

describe("the office's own work on its list of today", () => {
  let bed: ApiBed;
  let ask: Ask;
  beforeAll(async () => {
    bed = await apiBed();
    ask = await signedInAs(bed, clerk);
  });
  afterAll(() => bed.close());

  const work = async ({ planId }: RehearsedPlan) =>
    todayList
      .parse(await (await ask(`/api/plans/${planId}/today`)).json())
      .work.map(({ kind, count, due }) => `${kind} ${count}/${due}`);
  const answer = (plan: RehearsedPlan, unit: string, opinions: readonly [] = []) => {
    const by = actor(`${unit}-officer-a`, 'officer', unit);
    return plan.act({ type: 'answerConsultation', by, unitId: unitIdOf(unit), opinions }, on('2022-08-16'));
  };

  it('begins with the open points of a draft', async () => {
    expect(await work(await rehearse(bed.store, 'seed-points', [undecided]))).toEqual(['open-points 1/0']);
  });

  it('stands beside the figures of the draft, whose items are counted as those of an issued plan are', async () => {
    const { planId } = await rehearse(bed.store, 'seed-draft');
    expect(await planCounts(bed.store, planId)).toMatchObject({ tasks: 2, items: 1 });
  });

  it('names each step to the issue when it can be taken, and nothing while others are at it', async () => {
    const plan = await rehearse(bed.store, 'seed-steps');
    expect(await work(plan)).toEqual(['begin-consultation 1/0']);
    await plan.act({ type: 'beginConsultation', by: clerk }, on('2022-08-15', 10));
    await answer(plan, 'gongxinju');
    expect(await work(plan)).toEqual([]);
    await answer(plan, 'fagaiwei');
    expect(await work(plan)).toEqual(['ask-approval 1/0']);
    await plan.act({ type: 'askApproval', by: clerk }, on('2022-08-18'));
    expect(await work(plan)).toEqual([]);
    const version = await breakdownVersion(bed.store, plan.planId);
    await plan.act({ type: 'approveBreakdown', by: leader, ...version }, on('2022-08-19'));
    expect(await work(plan)).toEqual(['issue 1/0']);
  });

  it('asks for the approval without those who let the day of the consultation pass', async () => {
    const plan = await rehearse(bed.store, 'seed-silent');
    await plan.act({ type: 'beginConsultation', by: clerk }, on('2022-08-15', 10));
    await answer(plan, 'gongxinju');
    await plan.advance(on('2022-08-26'));
    expect(await work(plan)).toEqual(['ask-approval 1/0']);
  });

  it('holds a report until it is reviewed, and says when its day has come', async () => {
    const plan = await rehearse(bed.store, 'seed-review');
    await issue(bed.store, plan);
    await plan.advance(on('2022-08-30'));
    await send(plan, stagePlan, entryOf({ plan: rowPlan }), { at: on('2022-08-30') });
    expect(await work(plan)).toEqual(['reviews 1/0']);
    await plan.advance(on('2022-09-06', 8));
    expect(await work(plan)).toEqual(['reviews 1/1']);
    await plan.ask(stagePlan, { type: 'reviewReturn', by: reviewer, version: 1, sendBack: [] }, on('2022-09-06'));
    await plan.deliver(on('2022-09-06'));
    expect(await work(plan)).toEqual([]);
  });
});
