import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ComingBody } from '../../api/schemas/coming.ts';
import type { OrderLineBody } from '../../api/schemas/order.ts';
import { type RehearsedPlan, clerk, issue, officer, on, rehearse } from '../store/plan/rehearsed-plan.ts';
import { type ApiBed, apiBed, bodyOf, signedInAs } from './api-bed.ts';

describe('what comes in the next days', () => {
  let bed: ApiBed;
  let plan: RehearsedPlan;

  const comingFor = async (who: typeof clerk, days = 30) => {
    const ask = await signedInAs(bed, who);
    const { days: all } = await bodyOf<ComingBody>(await ask(`/api/plans/${plan.planId}/coming?days=${days}`));
    return (day: string) => {
      const found = all.find((each) => each.day === day);
      if (found === undefined) throw new Error(`${day} is not among the days`);
      return found;
    };
  };
  const concerns = (day: ComingBody['days'][number]) =>
    day.wakes.map(({ title, concerns: all }) => [
      title,
      ...all.map(({ what, due, units }) => [units.map(({ name }) => name).join('、'), what, due].join('|')),
    ]);

  beforeAll(async () => {
    bed = await apiBed();
    plan = await rehearse(bed.store);
    await issue(bed.store, plan);
    await plan.advance(on('2022-08-23'));
  });
  afterAll(() => bed.close());

  it('names the task, the unit and the day of what becomes overdue', async () => {
    expect(concerns((await comingFor(clerk))('2022-09-09'))).toEqual([
      ['第1项“推进5G建设”', '市工信局|阶段计划仍未报送的，记为逾期|2022-09-08'],
      ['第2项“建设产业园”', '市发改委|阶段计划仍未报送的，记为逾期|2022-09-08'],
    ]);
  });

  it('names the units that are listed for not having receipted', async () => {
    const listed = (await comingFor(clerk))('2022-08-26');
    expect(concerns(listed)).toEqual([['工作要点', '市发改委、市工信局|仍未签收文件的单位列入未签收名单|2022-08-25']]);
  });

  it('says which return is due on the day, and why on that day', async () => {
    const { dues, wakes } = (await comingFor(officer))('2022-09-08');
    expect(wakes).toEqual([]);
    expect(dues).toMatchObject([
      {
        title: '阶段计划',
        of: { unitId: officer.unitId, kind: 'stage-plan', period: 'plan' },
        why: { counted: { date: '2022-09-08', from: '2022-08-25', workingDays: 10 } },
        tasks: 1,
        rows: 1,
      },
    ]);
  });

  it('says of a reminder what is due when, and for which tasks', async () => {
    const { letters } = (await comingFor(officer))('2022-09-05');
    expect(letters).toMatchObject([
      {
        title: '阶段计划',
        seatName: '联络员',
        due: '2022-09-08',
        about: null,
        tasks: [{ taskId: plan.taskId('1'), number: '1' }],
      },
    ]);
  });

  it('names the slip whose answer runs out, with its unit', async () => {
    await plan.advance(on('2022-10-20', 9));
    const ask = await signedInAs(bed, clerk);
    const { rows } = await bodyOf<{ readonly rows: readonly OrderLineBody[] }>(
      await ask(`/api/plans/${plan.planId}/orders`),
    );
    const slip = rows.find(({ unit }) => unit.unitId === officer.unitId);
    await plan.actOnOrder(slip?.orderId ?? '', { type: 'confirmSlip', by: clerk }, on('2022-10-20', 10));
    const day = (await comingFor(clerk))('2022-10-26');
    expect(day.wakes.map(({ orderId }) => orderId)).toContain(slip?.orderId);
    expect(concerns(day)).toContainEqual([
      '镇数字办催〔2022〕1号（市工信局）',
      '市工信局|仍未回复的，记为逾期未回复|2022-10-25',
    ]);
  });
});
