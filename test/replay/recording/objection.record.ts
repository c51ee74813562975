import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PersonAct } from '../../../domain/act/person-act.ts';
import { actor, clerk, on, playThirdQuarter } from '../../store/plan/rehearsed-plan.ts';
import { actingOn, checked, findingIdOf, head, openObjection, supervisor } from '../../workflows/objection-play.ts';
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
let perform: ReturnType<typeof actingOn>;

beforeAll(async () => {
  duban = await planEngine();
  await duban.startWorker(duban.activities);
  plan = await rehearseOnEngine(duban);
  await issueOnEngine(duban, plan);
  await playThirdQuarter(plan);
  perform = actingOn(duban, plan);
});

afterAll(() => duban.close());

async function concluded(finding: string, day: string): Promise<void> {
  await perform(supervisor, checked(plan, finding), on(day));
  const task = { taskId: plan.taskId('1'), findingId: findingIdOf(plan, finding) };
  await perform(head, { type: 'stateOnFinding', ...task, text: '当日停电。' }, on(day, 11));
  const conclusion = {
    type: 'concludeFinding',
    ...task,
    outcome: 'partly',
    text: '部分属实。',
    light: 'behind',
  } as const;
  await perform(supervisor, conclusion, on(day, 14));
}

function filing(finding: string): PersonAct {
  const about = { kind: 'finding', taskId: plan.taskId('1'), findingId: findingIdOf(plan, finding) } as const;
  return { type: 'fileObjection', about, grounds: '60个基站已于次日开通。' };
}

const save = (name: string, objectionId: string) =>
  saveHistory(duban.client, { name: `objection.${name}`, workflowId: `objection/${objectionId}` });

it('records an objection that is overdue, upheld and told to its task', async () => {
  await concluded('f1', '2022-11-01');
  await perform(head, filing('f1'), on('2022-11-02'));
  const objectionId = await openObjection(duban, plan);
  await plan.advance(on('2022-12-05'));
  const answer = {
    type: 'answerObjection',
    objectionId,
    outcome: 'upheld',
    light: null,
    reason: '情况属实。',
  } as const;
  await perform(clerk, answer, on('2022-12-06'));
  expect(await save('overdue-and-upheld', objectionId)).toBeGreaterThan(0);
});

it('records one that is taken back, and one that waits', async () => {
  await concluded('f2', '2022-12-07');
  await perform(head, filing('f2'), on('2022-12-08'));
  const objectionId = await openObjection(duban, plan);
  await perform(head, { type: 'withdrawObjection', objectionId, reason: '已沟通一致。' }, on('2022-12-09'));
  expect(await save('withdrawn', objectionId)).toBeGreaterThan(0);
  await concluded('f3', '2022-12-12');
  await perform(head, filing('f3'), on('2022-12-13'));
  expect(await save('waiting-for-an-answer', await openObjection(duban, plan))).toBeGreaterThan(0);
});

it('records a filing that is refused, and leaves nothing', async () => {
  const about = { kind: 'light', taskId: plan.taskId('1'), subjectId: '1' } as const;
  const refused = { type: 'fileObjection', about, grounds: '亮灯有误。' } as const;
  const other = actor('fagaiwei-head', 'head', 'fagaiwei');
  await expect(perform(other, refused, on('2022-12-14'))).rejects.toMatchObject({ code: 'not-permitted' });
  const runs = [];
  for await (const { workflowId } of duban.client.workflow.list({ query: `WorkflowType = 'objection'` }))
    runs.push(workflowId);
  const { rows } = await duban.store.pool.query<{ chain: string }>(
    `SELECT chain FROM chain_head WHERE kind = 'objection'`,
  );
  const [empty] = runs.filter((id) => rows.every(({ chain }) => chain !== id));
  expect(await save('refused-filing', empty?.split('/')[1] ?? '')).toBeGreaterThan(0);
});
