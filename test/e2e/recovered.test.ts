import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readScenario } from '../../seeds/scenario-files.ts';
import { verifyLedger } from '../../store/ledger/verify.ts';
import { type PlayedLight, lightsOf, obligationsOf } from './played-year.ts';
import { type RehearsalStage, playTimeoutMs, rehearsalStage } from './rehearsal-stage.ts';

describe('a unit with two rows behind in the third quarter, of which it makes up for one', () => {
  let stage: RehearsalStage;
  let planId: string;
  let lights: readonly PlayedLight[];

  beforeAll(async () => {
    stage = await rehearsalStage();
    planId = await stage.play(readScenario('recovered'));
    lights = await lightsOf(stage.store, planId);
  }, playTimeoutMs);
  afterAll(() => stage.close());

  const ofRow = (words: string) =>
    lights
      .filter(
        ({ task, unit, title, on }) =>
          task === '15' && unit === 'wangxinban' && title.includes(words) && on > '2022-09-30',
      )
      .map((each) => [each.on, each.light, each.cause.kind]);

  it('shows both behind when the third report is accepted, by the points that they are behind', () => {
    const behind = lights.filter(({ on, task, light }) => on === '2022-10-12' && task === '15' && light === 'behind');
    expect(
      behind.map(({ cause }) => cause).toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    ).toMatchObject([
      { kind: 'value', value: 12, expected: 29.77, points: 17.77, limit: 10 },
      { kind: 'value', value: 368, expected: 508.4, points: 20.06, limit: 10 },
    ]);
  });

  it('raises the one that is behind in the fourth quarter too, and says for how many', () => {
    expect(ofRow('线上')).toEqual([
      ['2022-10-12', 'behind', 'value'],
      ['2022-12-27', 'far-behind', 'behind-in-a-row'],
      ['2023-01-01', 'far-behind', 'item-overdue'],
    ]);
    const raised = lights.find(({ cause }) => cause.kind === 'behind-in-a-row');
    expect(raised?.cause).toMatchObject({ periods: 2, points: 22.46 });
  });

  it('shows the other as recovered from then on, and not as merely on track', () => {
    expect(ofRow('线下')).toEqual([
      ['2022-10-12', 'behind', 'value'],
      ['2022-12-27', 'recovered', 'complete'],
    ]);
  });

  it('has every report of the unit in time', async () => {
    const own = (await obligationsOf(stage.store, planId)).filter(
      ({ unit, kind, task }) => unit === 'wangxinban' && kind === 'progress' && task === '15',
    );
    expect(own.map(({ period, submittedOn, late }) => [period, submittedOn, late])).toEqual([
      ['2022Q3', '2022-10-10', false],
      ['2022Q4', '2022-12-23', false],
    ]);
    expect(await verifyLedger(stage.store)).toMatchObject({ ok: true });
  });
});
