import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { period } from '../../../domain/calendar/quarter.ts';
import { plainDate } from '../../../domain/plain-date.ts';
import type { OwedObligation } from '../../../domain/return/return-of.ts';
import { clerk, entryOf, leader, on, playThirdQuarter, q3, reviewer, send } from '../../store/plan/rehearsed-plan.ts';
import { actingOn, checked, findingIdOf, supervisor, wholeRow } from '../../workflows/objection-play.ts';
import {
  type EnginePlan,
  type PlanEngine,
  issueOnEngine,
  planEngine,
  rehearseOnEngine,
} from '../../workflows/plan-engine.ts';
import { saveHistory } from './save-history.ts';

let duban: PlanEngine;
let plan: EnginePlan;

beforeAll(async () => {
  duban = await planEngine();
  await duban.startWorker(duban.activities);
  plan = await rehearseOnEngine(duban);
  await issueOnEngine(duban, plan);
  await playThirdQuarter(plan);
});

afterAll(() => duban.close());

const phaseOf = async (number: string): Promise<string | undefined> => {
  const { rows } = await duban.store.pool.query<{ phase: string }>('SELECT phase FROM task WHERE task_id = $1', [
    plan.taskId(number),
  ]);
  return rows[0]?.phase;
};

async function save(name: string, workflowId: string): Promise<void> {
  expect(await saveHistory(duban.client, { name, workflowId })).toBeGreaterThan(0);
}

async function completed(workflowId: string): Promise<void> {
  const handle = duban.client.workflow.getHandle(workflowId);
  await vi.waitFor(async () => expect((await handle.describe()).status.name).toBe('COMPLETED'), { timeout: 20_000 });
}

/** The last report of 市工信局, whose figure comes with the statistics. */
async function reportFourth(): Promise<void> {
  const q4: OwedObligation = { ...q3, period: period('2022Q4') };
  const until = plainDate('2023-03-31');
  await plan.advance(on('2023-01-05'));
  const done = await plan.write('report/4/done', '已建成1390个基站，以统计数据为准。');
  const ending = { ending: 'awaiting-statistics', until } as const;
  await send(plan, q4, entryOf({ value: 1390, ending, texts: { done } }), { at: on('2023-01-05', 11) });
  await plan.ask(q4, { type: 'reviewReturn', by: reviewer, version: 1, sendBack: [] }, on('2023-01-06'));
  await plan.deliver(on('2023-01-06'));
}

it('records a year that the leader approves: a task that ends with it, one under review, one that awaits statistics', async () => {
  const perform = actingOn(duban, plan);
  const [first, second] = [plan.taskId('1'), plan.taskId('2')];
  await reportFourth();
  await perform(supervisor, checked(plan, 'f1'), on('2023-01-09'));
  const statistics = { subjectId: '1', ending: 'awaiting-statistics', until: plainDate('2023-03-31') } as const;
  const awaited = { type: 'decideEndings', taskId: first, rows: [{ ...statistics, value: null, reason: '' }] } as const;
  await perform(clerk, awaited, on('2023-01-31'));
  const unfinished = { subjectId: wholeRow, ending: 'unfinished', until: plainDate('2023-06-30') } as const;
  const reason = '未报送年终情况，经核实尚未完成。';
  const silent = { type: 'decideEndings', taskId: second, rows: [{ ...unfinished, value: null, reason }] } as const;
  await perform(clerk, silent, on('2023-01-31', 11));
  await perform(clerk, { type: 'askSummaryApproval' }, on('2023-02-08'));
  await perform(leader, { type: 'approveSummary' }, on('2023-02-10', 15));
  expect(await phaseOf('2')).toBe('ended');
  await completed(`task/${second}`);
  await save('task.ended-with-the-summary', `task/${second}`);
  await save('annualPlan.summary-approved', `plan/${plan.planId}`);
  expect(await phaseOf('1')).toBe('open');
  const findingId = findingIdOf(plan, 'f1');
  const said = { outcome: 'unfounded', text: '经复查属实。', light: null } as const;
  await perform(supervisor, { type: 'concludeFinding', taskId: first, findingId, ...said }, on('2023-02-13'));
  await plan.advance(on('2023-04-03'));
  const counted = { subjectId: '1', ending: 'exceeded', until: null, value: 1460, reason: '' } as const;
  await perform(clerk, { type: 'decideEndings', taskId: first, rows: [counted] }, on('2023-04-04'));
  await perform(clerk, { type: 'endTask', taskId: first }, on('2023-04-04', 11));
  await completed(`task/${first}`);
  await save('task.ended-with-the-statistics', `task/${first}`);
});
