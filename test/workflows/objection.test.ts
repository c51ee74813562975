import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonAct } from '../../domain/act/person-act.ts';
import { unitIdOf } from '../../domain/duban-namespace.ts';
import { period } from '../../domain/calendar/quarter.ts';
import { readEvents } from '../../store/ledger/load.ts';
import { rebuild } from '../../store/ledger/rebuild.ts';
import { verifyLedger } from '../../store/ledger/verify.ts';
import { listObjections } from '../../store/objection/read-objections.ts';
import { taskPage } from '../../store/task/task-page.ts';
import { actor, clerk, entryOf, on, playThirdQuarter, q3, reviewer, send } from '../store/plan/rehearsed-plan.ts';
import { type EnginePlan, type PlanEngine, issueOnEngine, planEngine, rehearseOnEngine } from './plan-engine.ts';
import { actingOn, checked, findingIdOf, head, openObjection, otherSupervisor, supervisor } from './objection-play.ts';

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

const page = () => taskPage(duban.store, plan.taskId('1'));
const typesOf = async (chain: string) => (await readEvents(duban.store, chain)).map(({ event }) => event.type);

describe('a finding whose conclusion is objected to', () => {
  const findingId = () => findingIdOf(plan, 'f1');
  const file = (): PersonAct => {
    const about = { kind: 'finding', taskId: plan.taskId('1'), findingId: findingId() } as const;
    return { type: 'fileObjection', about, grounds: '抽查当日园区停电检修，60个基站已于次日开通。' };
  };

  it('is concluded with a light once the unit has stated its view', async () => {
    await perform(supervisor, checked(plan, 'f1'), on('2022-11-01'));
    const task = { taskId: plan.taskId('1'), findingId: findingId() };
    await perform(head, { type: 'stateOnFinding', ...task, text: '当日停电。' }, on('2022-11-03'));
    const conclusion = {
      type: 'concludeFinding',
      ...task,
      outcome: 'partly',
      text: '部分属实。',
      light: 'behind',
    } as const;
    await perform(supervisor, conclusion, on('2022-11-04'));
    const { subjects } = await page();
    expect(subjects[0]).toMatchObject({ light: 'behind', lightCause: { kind: 'decided', findingId: findingId() } });
  });

  it('shows that it is being reviewed as soon as the head has objected', async () => {
    await perform(head, file(), on('2022-11-10'));
    const { state } = await page();
    expect(state.objections).toMatchObject([{ target: { kind: 'finding', findingId: findingId() } }]);
    expect(await listObjections(duban.store, plan.planId)).toMatchObject([
      { phase: 'open', receivedOn: '2022-11-04', answerDue: '2022-12-08', noted: 'noted' },
    ]);
  });

  it('is not answered by either of the two who checked', async () => {
    const answer = { type: 'answerObjection', objectionId: await openObjection(duban, plan), light: null } as const;
    const said = { ...answer, outcome: 'dismissed', reason: '维持原结论。' } as const;
    await expect(perform(otherSupervisor, said, on('2022-11-11'))).rejects.toMatchObject({ code: 'first-decider' });
  });

  it('is objected to once', async () => {
    await expect(perform(head, file(), on('2022-11-11', 14))).rejects.toMatchObject({ code: 'objection-filed' });
  });

  it('is overdue the day after its limit, and told of', async () => {
    await plan.advance(on('2022-12-09', 8));
    const objectionId = await openObjection(duban, plan);
    expect(await typesOf(`objection/${objectionId}`)).toEqual(['objectionFiled', 'targetNoted', 'objectionOverdue']);
  });

  it('falls with its light when the objection is upheld, and the objection’s run ends', async () => {
    const objectionId = await openObjection(duban, plan);
    const answer = {
      type: 'answerObjection',
      objectionId,
      outcome: 'upheld',
      light: null,
      reason: '情况属实。',
    } as const;
    await perform(clerk, answer, on('2022-12-12'));
    const { state, subjects } = await page();
    expect(state.objections).toEqual([]);
    expect(state.findings).toMatchObject([{ phase: 'withdrawn' }]);
    expect(subjects[0]?.lightCause?.kind).not.toBe('decided');
    await duban.client.workflow.getHandle(`objection/${objectionId}`).result();
    await expect(perform(clerk, answer, on('2022-12-12', 11))).rejects.toMatchObject({ code: 'objection-closed' });
  });
});

describe('a filing that is refused', () => {
  it('leaves no chain behind, and nothing that waits', async () => {
    const about = { kind: 'light', taskId: plan.taskId('1'), subjectId: '1' } as const;
    const act: PersonAct = { type: 'fileObjection', about, grounds: '亮灯有误。' };
    const other = actor('fagaiwei-head', 'head', 'fagaiwei');
    await expect(perform(other, act, on('2022-12-13'))).rejects.toMatchObject({ code: 'not-permitted' });
    expect(await listObjections(duban.store, plan.planId)).toHaveLength(1);
  });
});

describe('a row that was sent back', () => {
  const q4 = { ...q3, period: period('2022Q4') };

  it('waits for another reviewer when the objection is upheld', async () => {
    await plan.advance(on('2023-01-05'));
    const done = await plan.write('report/4/done', '已建成1400个基站。');
    await send(
      plan,
      q4,
      entryOf({ value: 1400, complete: true, ending: { ending: 'completed', until: null }, texts: { done } }),
      { at: on('2023-01-05', 11) },
    );
    const reason = await plan.write('report/4/back', '请补充验收文件。');
    const sendBack = [{ taskId: plan.taskId('1'), subjectId: '1', reason }];
    await plan.ask(q4, { type: 'reviewReturn', by: reviewer, version: 1, sendBack }, on('2023-01-06'));
    await plan.deliver(on('2023-01-06'));
    const obligationId = `progress/${unitIdOf('gongxinju')}/2022Q4`;
    const about = { kind: 'row', taskId: plan.taskId('1'), obligationId, subjectId: '1' } as const;
    await perform(head, { type: 'fileObjection', about, grounds: '验收文件已随第三季度报送。' }, on('2023-01-09'));
    const objectionId = await openObjection(duban, plan);
    const answer = {
      type: 'answerObjection',
      objectionId,
      outcome: 'upheld',
      light: null,
      reason: '确已报送。',
    } as const;
    await expect(perform(reviewer, answer, on('2023-01-10'))).rejects.toMatchObject({ code: 'first-decider' });
    await perform(clerk, answer, on('2023-01-10', 11));
    const { obligations } = await page();
    expect(obligations.find(({ id }) => id === obligationId)).toMatchObject({ state: 'submitted', resubmitDue: null });
  });

  it('is accepted by that other reviewer, not by the first', async () => {
    const review = (by: typeof clerk) => ({ type: 'reviewReturn', by, version: 1, sendBack: [] }) as const;
    await expect(plan.ask(q4, review(reviewer), on('2023-01-11'))).rejects.toMatchObject({ code: 'first-reviewer' });
    await plan.ask(q4, review(clerk), on('2023-01-11'));
    await plan.deliver(on('2023-01-11'));
    const { obligations } = await page();
    expect(obligations.find(({ kind, period: of }) => kind === 'progress' && of === '2022Q4')?.state).toBe('accepted');
  });
});

describe('what objections leave behind', () => {
  it('is a ledger that proves itself, and tables that are its fold', async () => {
    expect(await verifyLedger(duban.store)).toMatchObject({ ok: true });
    const { ownerUrl } = duban.database;
    const { differences } = await rebuild({ ownerUrl, books: duban.store.books, replace: false });
    expect(differences).toEqual([]);
  });
});
