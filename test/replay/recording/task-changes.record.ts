import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ChangeAct } from '../../../domain/act/change-act.ts';
import { unitIdOf } from '../../../domain/duban-namespace.ts';
import { uuid5 } from '../../../domain/ids.ts';
import { plainDate } from '../../../domain/plain-date.ts';
import type { TaskChange } from '../../../domain/task/change/task-change.ts';
import { clerk, head, leader, on, reviewer } from '../../store/plan/rehearsed-plan.ts';
import { actingOn } from '../../workflows/objection-play.ts';
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
});

afterAll(() => duban.close());

it('records a task that is extended, suspended, resumed and terminated', async () => {
  const perform = actingOn(duban, plan);
  const taskId = plan.taskId('1');
  const asks = (request: string, change: TaskChange): ChangeAct => {
    return { type: 'requestChange', taskId, request, change, reason: '选址方案调整。' };
  };
  const grants = (request: string): ChangeAct => {
    const changeId = uuid5(plan.planId, `change/${request}`);
    return { type: 'decideChange', taskId, changeId, outcome: 'granted', reason: '同意。', replacementId: null };
  };
  const of = { kind: 'obligation', obligationId: `progress/${unitIdOf('gongxinju')}/2022Q3` } as const;
  await perform(head, asks('e', { kind: 'extension', of, to: plainDate('2022-10-19') }), on('2022-10-11'));
  await perform(reviewer, grants('e'), on('2022-10-14'));
  await perform(clerk, asks('s', { kind: 'suspension' }), on('2022-10-24'));
  await perform(leader, grants('s'), on('2022-10-25'));
  await perform(clerk, asks('r', { kind: 'resumption' }), on('2022-11-07'));
  await perform(leader, grants('r'), on('2022-11-08'));
  await perform(head, asks('t', { kind: 'termination' }), on('2022-11-14'));
  await perform(leader, grants('t'), on('2022-11-15'));
  expect(
    await saveHistory(duban.client, { name: 'task.changed-and-terminated', workflowId: `task/${taskId}` }),
  ).toBeGreaterThan(0);
});
