import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unitIdOf } from '../../domain/duban-namespace.ts';
import { plainDate } from '../../domain/plain-date.ts';
import { readScenario } from '../../seeds/scenario-files.ts';
import { readDrafts } from '../../store/plan/breakdown.ts';
import { planOpinions, planUnits } from '../../store/plan/plan-units.ts';
import { eventsOf, mailsOf, obligationsOf } from './played-year.ts';
import { type RehearsalStage, playTimeoutMs, rehearsalStage } from './rehearsal-stage.ts';

describe('a consultation with an opinion taken, one partly taken, one refused, and a unit that does not answer', () => {
  let stage: RehearsalStage;
  let planId: string;

  beforeAll(async () => {
    stage = await rehearsalStage();
    // Until the stage plans are reviewed: what the consultation changed has reached the tasks by then.
    planId = await stage.play({ ...readScenario('consultation'), until: plainDate('2022-09-16') });
  }, playTimeoutMs);
  afterAll(() => stage.close());

  it('is due on Thursday 18 August, with reminders on the two days before', async () => {
    const [begun] = await eventsOf(stage.store, planId, 'consultationBegun');
    expect(begun?.event).toMatchObject({
      due: { date: '2022-08-18' },
      ladder: { '-1': '2022-08-17', '-2': '2022-08-16' },
    });
    expect(begun?.event['unitIds']).toHaveLength(46);
  });

  it('decides each opinion, and answers the unit with one mail', async () => {
    const opinions = await planOpinions(stage.store, planId);
    expect(new Set(opinions.map((each) => `${each.unitId} ${each.taskNumber} ${each.decision}`))).toEqual(
      new Set([
        `${unitIdOf('jiaotongju')} 17 adopted`,
        `${unitIdOf('shangwuju')} 25 partly-adopted`,
        `${unitIdOf('chengguanju')} 14 refused`,
      ]),
    );
    expect(opinions.filter(({ reasonId }) => reasonId === null)).toEqual([]);
    const told = (await mailsOf(stage.store, planId)).filter(({ letters }) =>
      letters.some(({ kind }) => kind === 'opinion-decided'),
    );
    expect(told.map(({ person, planDay }) => `${person} ${planDay}`)).toEqual([
      'chengguanju-officer-a 2022-08-19',
      'jiaotongju-officer-a 2022-08-19',
      'shangwuju-officer-a 2022-08-19',
    ]);
  });

  it('words the items of the opinions that were taken anew, before the issue, and leaves the refused one as it was', async () => {
    const drafts = await readDrafts(stage.store, planId);
    const titles = (number: string) => drafts.find((each) => each.number === number)?.items.map(({ title }) => title);
    expect(titles('17')).toContain('完成G312宁镇段智慧公路施工图设计并通过审查');
    expect(titles('25')).toContain('市商务局可自主安排的相关专项资金对数字经济倾斜50%以上');
    const leads = drafts.find(({ number }) => number === '14')?.parties.filter(({ role }) => role === 'lead');
    expect(leads?.map(({ unitId }) => unitId)).toContain(unitIdOf('chengguanju'));
    const { rows } = await stage.store.pool.query<{ readonly title: string }>(
      `SELECT subject.title FROM subject JOIN task USING (task_id)
       WHERE subject.plan_id = $1 AND number IN ('17', '25') AND stage_plan IS NOT NULL`,
      [planId],
    );
    expect(rows.map(({ title }) => title)).toEqual(
      expect.arrayContaining([
        '完成G312宁镇段智慧公路施工图设计并通过审查',
        '市商务局可自主安排的相关专项资金对数字经济倾斜50%以上',
      ]),
    );
  });

  it('notes the silent unit as 逾期未反馈 on 19 August, tells the office, and takes it for no consent', async () => {
    const units = await planUnits(stage.store, planId);
    const silent = units.filter(({ answer }) => answer === 'lapsed' || answer === 'none');
    expect(silent).toMatchObject([{ unitId: unitIdOf('bianban'), answer: 'lapsed', answeredAt: null }]);
    const lapses = await eventsOf(stage.store, planId, 'consultationLapsed');
    expect(lapses.map(({ event }) => [event.at, event['unitIds']])).toEqual([
      ['2022-08-18T16:00:00.000Z', [unitIdOf('bianban')]],
    ]);
    const heard = (await mailsOf(stage.store, planId)).filter(({ letters }) =>
      letters.some(({ kind }) => kind === 'consultation-lapsed'),
    );
    expect(heard.map(({ person, planDay }) => `${person} ${planDay}`)).toEqual([
      'shuziban-office-1 2022-08-19',
      'shuziban-office-2 2022-08-19',
      'shuziban-office-3 2022-08-19',
    ]);
    expect(heard[0]?.text).toContain('逾期未反馈不视为同意');
  });

  it('is approved by the leader on 19 August, and only then issued on Monday the 22nd', async () => {
    const [approved] = await eventsOf(stage.store, planId, 'breakdownApproved');
    const [issued] = await eventsOf(stage.store, planId, 'planIssued');
    expect(approved?.event).toMatchObject({ at: '2022-08-19T07:00:00.000Z', by: { seat: 'leader' } });
    expect(issued?.event).toMatchObject({ at: '2022-08-22T00:30:00.000Z', by: { seat: 'office' } });
    expect(issued?.event['unitIds']).toHaveLength(46);
  });

  it('has every stage plan accepted by 16 September, within the office’s own five working days', async () => {
    const plans = (await obligationsOf(stage.store, planId)).filter(({ kind }) => kind === 'stage-plan');
    expect(plans).toHaveLength(45);
    expect(plans.filter(({ state, late, reviewOverdue }) => state !== 'accepted' || late || reviewOverdue)).toEqual([]);
    expect(new Set(plans.map(({ due }) => due))).toEqual(new Set(['2022-09-08']));
  });
});
