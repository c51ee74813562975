import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChangeAct } from '../../domain/act/change-act.ts';
import { unitIdOf } from '../../domain/duban-namespace.ts';
import { uuid5 } from '../../domain/ids.ts';
import { plainDate } from '../../domain/plain-date.ts';
import { rebuild } from '../../store/ledger/rebuild.ts';
import { verifyLedger } from '../../store/ledger/verify.ts';
import { owedReturns } from '../../store/return/owed-obligations.ts';
import { changesWaiting, dueMovesOf, instructionsOn, taskChanges } from '../../store/task/task-changes.ts';
import { taskPage } from '../../store/task/task-page.ts';
import { clerk, head, leader, on, reviewer } from '../store/plan/rehearsed-plan.ts';
import { actingOn } from './objection-play.ts';
import { type EnginePlan, type PlanEngine, issueOnEngine, planEngine, rehearseOnEngine } from './plan-engine.ts';

let duban: PlanEngine;
let plan: EnginePlan;
let perform: ReturnType<typeof actingOn>;

beforeAll(async () => {
  duban = await planEngine();
  await duban.startWorker(duban.activities);
  plan = await rehearseOnEngine(duban);
  await issueOnEngine(duban, plan);
  perform = actingOn(duban, plan);
});

afterAll(() => duban.close());

const report = `progress/${unitIdOf('gongxinju')}/2022Q3`;
const page = () => taskPage(duban.store, plan.taskId('1'));

function decision(request: string, outcome: 'granted' | 'refused' = 'granted'): ChangeAct {
  const changeId = uuid5(plan.planId, `change/${request}`);
  const basis = { outcome, reason: '情况属实。', replacementId: null };
  return { type: 'decideChange', taskId: plan.taskId('1'), changeId, ...basis };
}

describe('an extension of a report', () => {
  const ask = (request: string, to: string): ChangeAct => {
    const of = { kind: 'obligation', obligationId: report } as const;
    const change = { kind: 'extension', of, to: plainDate(to) } as const;
    return { type: 'requestChange', taskId: plan.taskId('1'), request, change, reason: '验收资料尚在汇总。' };
  };

  it('waits on the list of whoever decides, with its reason and its limit', async () => {
    await perform(head, ask('e1', '2022-10-19'), on('2022-10-11'));
    expect(await changesWaiting(duban.store, plan.planId)).toMatchObject([
      { taskNumber: '1', decider: 'office', decideBy: '2022-10-18', reason: '验收资料尚在汇总。', state: 'pending' },
    ]);
  });

  it('once granted by the office moves the day, and the next one is a leader’s', async () => {
    await perform(reviewer, decision('e1'), on('2022-10-14'));
    await perform(head, ask('e2', '2022-10-26'), on('2022-10-18'));
    await expect(perform(reviewer, decision('e2'), on('2022-10-19'))).rejects.toMatchObject({ code: 'not-permitted' });
    await perform(leader, decision('e2', 'refused'), on('2022-10-20'));
    const { obligations } = await page();
    expect(obligations.find(({ id }) => id === report)).toMatchObject({ due: '2022-10-19', overdue: true });
    expect(await dueMovesOf(duban.store, plan.taskId('1'))).toMatchObject([
      { thing: `obligation/${report}`, from: '2022-10-12', to: '2022-10-19', slippedDays: 7 },
    ]);
    expect((await taskChanges(duban.store, plan.taskId('1'))).map(({ state }) => state)).toEqual([
      'granted',
      'refused',
    ]);
  });
});

describe('a task that stands still for a fortnight', () => {
  const ask = (request: string, kind: 'suspension' | 'resumption'): ChangeAct => {
    return { type: 'requestChange', taskId: plan.taskId('1'), request, change: { kind }, reason: '选址方案调整。' };
  };
  const owed = async () => (await owedReturns(duban.store, plan.planId, unitIdOf('gongxinju'))).map(({ kind }) => kind);

  it('is asked for nothing meanwhile', async () => {
    expect(await owed()).toContain('progress');
    await perform(clerk, ask('s', 'suspension'), on('2022-10-24'));
    await perform(leader, decision('s'), on('2022-10-25'));
    // Only what the unit owes for the other task, for two quarters.
    expect(await owed()).toEqual(['contribution', 'contribution']);
    const { subjects } = await page();
    expect(subjects.map(({ light }) => light)).toEqual(subjects.map(() => 'suspended'));
  });

  it('goes on with its item due ten working days later', async () => {
    await perform(clerk, ask('r', 'resumption'), on('2022-11-07'));
    await perform(leader, decision('r'), on('2022-11-08'));
    const moved = (await dueMovesOf(duban.store, plan.taskId('1'))).find(({ thing }) => thing === 'item/1');
    // Ten working days after 31 December 2022: New Year's Day is off until 2 January.
    expect(moved).toMatchObject({ cause: 'resumption', from: '2022-12-31', to: '2023-01-16' });
    expect(await owed()).toContain('progress');
  });
});

describe('a leader’s note', () => {
  it('stands with the task in the leader’s own words', async () => {
    const note = { type: 'recordInstruction', taskId: plan.taskId('1'), text: '请市工信局抓紧推进。' } as const;
    await perform(leader, note, on('2022-11-10'));
    expect(await instructionsOn(duban.store, plan.taskId('1'))).toMatchObject([{ text: '请市工信局抓紧推进。' }]);
  });
});

describe('the ledger of these changes', () => {
  it('is whole, and its tables are what it folds to', async () => {
    expect(await verifyLedger(duban.store)).toMatchObject({ ok: true });
    const { ownerUrl } = duban.database;
    const { differences } = await rebuild({ ownerUrl, books: duban.store.books, replace: false });
    expect(differences).toEqual([]);
  });
});
