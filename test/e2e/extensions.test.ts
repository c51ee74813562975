import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unitIdOf } from '../../domain/duban-namespace.ts';
import { plainDate } from '../../domain/plain-date.ts';
import { on } from '../store/plan/rehearsed-plan.ts';
import { readScenario } from '../../seeds/scenario-files.ts';
import { verifyLedger } from '../../store/ledger/verify.ts';
import { dueMovesOf, taskChanges } from '../../store/task/task-changes.ts';
import { actAfterwards } from './act-afterwards.ts';
import { type PlayedObligation, eventsOf, mailsOf, obligationsOf } from './played-year.ts';
import { changeIdOf, itemsOf, seated, taskIdOf } from './played-task.ts';
import { type RehearsalStage, playTimeoutMs, rehearsalStage } from './rehearsal-stage.ts';

describe('a quarter in which units ask for more time', () => {
  let stage: RehearsalStage;
  let planId: string;
  let reports: readonly PlayedObligation[];

  beforeAll(async () => {
    stage = await rehearsalStage();
    planId = await stage.play(readScenario('extensions'));
    reports = (await obligationsOf(stage.store, planId)).filter(
      ({ kind, period }) => kind === 'progress' && period === '2022Q3',
    );
  }, playTimeoutMs);
  afterAll(() => stage.close());

  const report = (unit: string, task: string) => reports.find((each) => each.unit === unit && each.task === task);

  it('lets the office decide the first extension of a report and the leader the second, and keeps every day', async () => {
    const taskId = await taskIdOf(stage.store, planId, '14');
    const changes = (await taskChanges(stage.store, taskId)).filter(({ state }) => state === 'granted');
    expect(changes.map(({ decider, closedBy }) => [decider, closedBy?.seat])).toEqual([
      ['office', 'office'],
      ['leader', 'leader'],
    ]);
    const moves = (await dueMovesOf(stage.store, taskId)).filter(({ cause }) => cause === 'extension');
    expect(moves.map(({ from, to, slippedDays }) => [from, to, slippedDays])).toEqual([
      ['2022-10-12', '2022-10-14', 2],
      ['2022-10-14', '2022-10-18', 6],
    ]);
    expect(report('chengguanju', '14')).toMatchObject({ due: '2022-10-18', submittedOn: '2022-10-18', late: false });
  });

  it('notes nothing as overdue while an extension is being decided, and drafts no slip for it', async () => {
    const taskId = await taskIdOf(stage.store, planId, '20');
    const overdue = await eventsOf(stage.store, planId, 'obligationsOverdue');
    expect(overdue.filter(({ task }) => task === '20')).toEqual([]);
    const drafted = await eventsOf(stage.store, planId, 'slipsDrafted');
    expect(drafted.map(({ event }) => event.at)).toEqual(['2022-10-18T16:00:00.000Z']);
    const [slips] = drafted;
    expect(JSON.stringify(slips?.event)).not.toContain(taskId);
    expect(report('nongyeju', '20')).toMatchObject({ due: '2022-10-25', submittedOn: '2022-10-24', late: false });
  });

  it('holds who was refused to the original day at once, and puts it on the slip', async () => {
    const overdue = (await eventsOf(stage.store, planId, 'obligationsOverdue')).filter(({ task }) => task === '14');
    expect(overdue.map(({ event }) => event.at)).toEqual(['2022-10-17T08:30:00.000Z']);
    const refused = (await eventsOf(stage.store, planId, 'changeDecided')).find(
      ({ event }) => event['changeId'] === changeIdOf(planId, 'yingjiju'),
    );
    expect(refused?.event).toMatchObject({ at: '2022-10-17T08:30:00.000Z', outcome: 'refused' });
    expect(report('yingjiju', '14')).toMatchObject({ due: '2022-10-12', submittedOn: '2022-10-25', late: true });
    const { rows } = await stage.store.pool.query<{ readonly path: string }>(
      'SELECT path FROM work_order WHERE plan_id = $1 ORDER BY path',
      [planId],
    );
    expect(rows.map(({ path }) => path)).toEqual(['slip/yingjiju/2022Q3', 'slip/zhengfawei/2022Q3']);
  });

  it('moves the day of an item, and its report stays due as it was', async () => {
    const items = await itemsOf(stage.store, planId, '7');
    expect(items).toContainEqual({ title: '建立健全公共数据开放责任清单', unit: 'dashujuju', due: '2023-02-28' });
    expect(report('dashujuju', '7')).toMatchObject({ due: '2022-10-12', late: false });
  });

  it('reminds nobody who is granted more time of the day before', async () => {
    const told = (await mailsOf(stage.store, planId))
      .filter(({ person, planDay }) => person === 'nongyeju-officer-a' && planDay > '2022-10-12')
      .filter(({ letters }) =>
        letters.some(({ kind, obligationKind }) => kind === 'obligation-reminder' && obligationKind === 'progress'),
      );
    expect(told.map(({ planDay }) => planDay)).toEqual(['2022-10-24']);
  });

  it('refuses what is asked after the day, and names the rule', async () => {
    const taskId = await taskIdOf(stage.store, planId, '13');
    const { rows } = await stage.store.pool.query<{ readonly id: string }>(
      `SELECT id FROM obligation WHERE task_id = $1 AND kind = 'progress' AND period = '2022Q3' AND unit_id = $2`,
      [taskId, unitIdOf('zhengfawei')],
    );
    const late = await actAfterwards(stage, planId, {
      at: on('2022-10-28', 17),
      key: 'test/late-extension',
      by: seated('zhengfawei-head', 'head', 'zhengfawei'),
      act: {
        type: 'requestChange',
        taskId,
        request: 'late',
        change: {
          kind: 'extension',
          of: { kind: 'obligation', obligationId: rows[0]?.id ?? '' },
          to: plainDate('2022-11-04'),
        },
        reason: '来不及汇总。',
      },
    });
    expect(late.code).toBe('extension-too-late');
    expect(late.message).toContain('按时限规则（第1版），延期应在到期前提出，逾期后不再受理');
  });

  it('proves its ledger', async () => {
    expect(await verifyLedger(stage.store)).toMatchObject({ ok: true });
  });
});
