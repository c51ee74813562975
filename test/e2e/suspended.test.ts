import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readScenario } from '../../seeds/scenario-files.ts';
import { verifyLedger } from '../../store/ledger/verify.ts';
import { dueMovesOf } from '../../store/task/task-changes.ts';
import { eventsOf, lightsOf, mailsOf, obligationsOf } from './played-year.ts';
import { itemsOf, taskIdOf } from './played-task.ts';
import { type RehearsalStage, playTimeoutMs, rehearsalStage } from './rehearsal-stage.ts';

describe('a task that stands still from 5 September to 25 October', () => {
  let stage: RehearsalStage;
  let planId: string;

  beforeAll(async () => {
    stage = await rehearsalStage();
    planId = await stage.play(readScenario('suspended'));
  }, playTimeoutMs);
  afterAll(() => stage.close());

  it('is suspended and resumed by the leader, and has stood 32 working days', async () => {
    const [suspended] = await eventsOf(stage.store, planId, 'taskSuspended');
    const [resumed] = await eventsOf(stage.store, planId, 'taskResumed');
    expect(suspended).toMatchObject({ task: '20', event: { at: '2022-09-05T08:30:00.000Z', by: { seat: 'leader' } } });
    expect(resumed).toMatchObject({
      task: '20',
      event: { at: '2022-10-25T08:30:00.000Z', by: { seat: 'leader' }, stoodWorkingDays: 32 },
    });
  });

  it('moves what was due by the working days it stood, with the days before on record', async () => {
    const moves = await dueMovesOf(stage.store, await taskIdOf(stage.store, planId, '20'));
    expect(new Set(moves.map(({ cause, from, to }) => `${cause} ${from} ${to}`))).toEqual(
      new Set(['resumption 2022-12-31 2023-02-20', 'resumption 2022-09-08 2022-10-28']),
    );
    expect((await itemsOf(stage.store, planId, '20')).map(({ due }) => due)).toEqual(['2023-02-20']);
    const plan = (await obligationsOf(stage.store, planId)).find(
      ({ unit, kind, task }) => unit === 'nongyeju' && kind === 'stage-plan' && task === '20',
    );
    expect(plan).toMatchObject({ due: '2022-10-28', submittedOn: '2022-10-26', late: false });
  });

  it('asks nobody for the quarter that ended meanwhile, and for the running one as usual', async () => {
    const own = (await obligationsOf(stage.store, planId)).filter(({ task }) => task === '20');
    expect(own.filter(({ period, state }) => period === '2022Q3' && state !== 'ended')).toEqual([]);
    expect(own.filter(({ kind, period }) => kind === 'progress' && period === '2022Q4')).toMatchObject([
      { unit: 'nongyeju', due: '2023-01-09', state: 'open' },
    ]);
    const overdue = await eventsOf(stage.store, planId, 'obligationsOverdue');
    expect(overdue.filter(({ task }) => task === '20')).toEqual([]);
  });

  it('reminds nobody of it meanwhile', async () => {
    const told = (await mailsOf(stage.store, planId)).filter(
      ({ planDay, letters }) =>
        planDay > '2022-09-05' &&
        planDay <= '2022-10-25' &&
        letters.some(({ kind, task }) => kind.startsWith('obligation') && task === '20'),
    );
    expect(told).toEqual([]);
  });

  it('shows 已暂停 meanwhile, 未设节点 after it, and 正常 once its stage plan is accepted', async () => {
    const lights = (await lightsOf(stage.store, planId)).filter(({ task }) => task === '20');
    expect(lights.map(({ light, on }) => `${light} ${on}`)).toEqual([
      'no-plan 2022-08-22',
      'suspended 2022-09-05',
      'no-plan 2022-10-25',
      'on-track 2022-10-28',
    ]);
  });

  it('proves its ledger', async () => {
    expect(await verifyLedger(stage.store)).toMatchObject({ ok: true });
  });
});
