import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unitIdOf } from '../../domain/duban-namespace.ts';
import { readScenario } from '../../seeds/scenario-files.ts';
import { verifyLedger } from '../../store/ledger/verify.ts';
import { distinct, eventsOf, mailsOf, obligationsOf } from './played-year.ts';
import { changeIdOf, itemsOf } from './played-task.ts';
import { type RehearsalStage, playTimeoutMs, rehearsalStage } from './rehearsal-stage.ts';

describe('a year in which units hand tasks back', () => {
  let stage: RehearsalStage;
  let planId: string;

  beforeAll(async () => {
    stage = await rehearsalStage();
    planId = await stage.play(readScenario('declined'));
  }, playTimeoutMs);
  afterAll(() => stage.close());

  const decided = async (key: string) => {
    const all = await eventsOf(stage.store, planId, 'changeDecided');
    return all.find(({ event }) => event['changeId'] === changeIdOf(planId, key))?.event;
  };

  it('asks the office about the unit that it added itself, and the leader about those that the notice names', async () => {
    const asked = await eventsOf(stage.store, planId, 'changeRequested');
    const said = asked.map(({ task, event }) => `${task} ${event.at.slice(0, 10)} ${String(event['decider'])}`);
    expect(distinct(said)).toEqual(['15 2022-08-24 office', '17 2022-08-25 leader', '6 2022-08-25 leader']);
    expect(await decided('wenguanglvju')).toMatchObject({
      at: '2022-08-26T08:30:00.000Z',
      by: { seat: 'office' },
      outcome: 'granted',
      replacementId: unitIdOf('wangxinban'),
    });
    expect(await decided('jiaotongju')).toMatchObject({
      at: '2022-08-30T08:30:00.000Z',
      by: { seat: 'leader' },
      outcome: 'granted',
    });
    expect(await decided('jiaoyuju')).toMatchObject({ by: { seat: 'leader' }, outcome: 'refused' });
  });

  it('moves the items to the units that take over, and leaves nothing behind where it was granted', async () => {
    expect(await itemsOf(stage.store, planId, '15')).toContainEqual({
      title: '新增建设14个智慧广电乡镇(街道)',
      unit: 'wangxinban',
      due: '2022-12-31',
    });
    expect(await itemsOf(stage.store, planId, '17')).toContainEqual({
      title: '完成G312宁镇段智慧公路设计',
      unit: 'zhujianju',
      due: '2022-12-31',
    });
    const obligations = await obligationsOf(stage.store, planId);
    const left = obligations.filter(({ unit, task }) =>
      ['wenguanglvju 15', 'jiaotongju 17'].includes(`${unit} ${task}`),
    );
    expect(left.length).toBeGreaterThan(0);
    expect(new Set(left.map(({ state, overdue }) => `${state} ${overdue}`))).toEqual(new Set(['ended false']));
  });

  it('has the successors report on what they took over, and who was refused report as before', async () => {
    const reports = (await obligationsOf(stage.store, planId)).filter(
      ({ kind, period }) => kind === 'progress' && period === '2022Q3',
    );
    const of = (unit: string, task: string) => reports.find((each) => each.unit === unit && each.task === task);
    for (const report of [of('wangxinban', '15'), of('zhujianju', '17'), of('jiaoyuju', '6')]) {
      expect(report).toMatchObject({ due: '2022-10-12', state: 'accepted', late: false });
    }
  });

  it('tells the decider of the request, the unit and the office of the decision, and who takes over at once', async () => {
    const mails = await mailsOf(stage.store, planId);
    const told = (kind: string) =>
      distinct(
        mails
          .filter(({ letters }) => letters.some((letter) => letter.kind === kind))
          .map(({ person, planDay }) => `${person} ${planDay}`),
      );
    expect(told('change-asked')).toEqual([
      'shilingdao-deputy-leader 2022-08-26',
      'shilingdao-group-leader 2022-08-26',
      'shuziban-office-1 2022-08-25',
      'shuziban-office-2 2022-08-25',
      'shuziban-office-3 2022-08-25',
    ]);
    expect(told('change-decided')).toEqual([
      'jiaotongju-head 2022-08-30',
      'jiaotongju-officer-a 2022-08-30',
      'jiaoyuju-head 2022-08-30',
      'jiaoyuju-officer-a 2022-08-30',
      'shuziban-office-1 2022-08-31',
      'shuziban-office-2 2022-08-31',
      'shuziban-office-3 2022-08-31',
      'wenguanglvju-head 2022-08-26',
      'wenguanglvju-officer-a 2022-08-26',
    ]);
    expect(told('task-assigned')).toEqual([
      'wangxinban-head 2022-08-26',
      'wangxinban-officer-a 2022-08-26',
      'zhujianju-head 2022-08-30',
      'zhujianju-officer-a 2022-08-30',
    ]);
  });

  it('proves its ledger', async () => {
    expect(await verifyLedger(stage.store)).toMatchObject({ ok: true });
  });
});
