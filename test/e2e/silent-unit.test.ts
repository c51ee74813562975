import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unitIdOf } from '../../domain/duban-namespace.ts';
import { plainDate } from '../../domain/plain-date.ts';
import type { Scenario } from '../../domain/rehearsal/scenario.ts';
import { readScenario } from '../../seeds/scenario-files.ts';
import { type PlayedMail, type PlayedObligation, eventsOf, lightsOf, mailsOf, obligationsOf } from './played-year.ts';
import { type RehearsalStage, playTimeoutMs, rehearsalStage } from './rehearsal-stage.ts';

const silent = readScenario('silent-unit');

/** The seeded scenario until the reminders of its third quarter are over, where 市发改委 files its report on the last day. */
const scenario: Scenario = {
  ...silent,
  until: plainDate('2022-10-21'),
  behaviour: {
    ...silent.behaviour,
    overrides: [
      ...silent.behaviour.overrides,
      { unit: 'fagaiwei', kind: 'progress', period: '2022Q3', do: { workingDaysBefore: 0 } },
    ],
  },
};

describe('a lead that never receipts and never files, beside one that files on the last day', () => {
  let stage: RehearsalStage;
  let planId: string;
  let mails: readonly PlayedMail[];
  let obligations: readonly PlayedObligation[];

  beforeAll(async () => {
    stage = await rehearsalStage();
    planId = await stage.play(scenario);
    mails = await mailsOf(stage.store, planId);
    obligations = await obligationsOf(stage.store, planId);
  }, playTimeoutMs);
  afterAll(() => stage.close());

  /** `MM-DD` of the mails in which this person was told of the thing. */
  const daysTold = (person: string, kind: string, period: string) =>
    mails
      .filter((mail) => mail.person === person)
      .filter(({ letters }) => letters.some((each) => each.obligationKind === kind && each.period === period))
      .map(({ planDay }) => planDay.slice(5));

  it('is listed as not having receipted on 26 August, to its head and to the office', async () => {
    const listed = await eventsOf(stage.store, planId, 'receiptsListed');
    expect(listed.map(({ event }) => [event.at, event['unitIds']])).toEqual([
      ['2022-08-25T16:00:00.000Z', [unitIdOf('nongyeju')]],
    ]);
    const told = mails.filter(({ letters }) => letters.some(({ kind }) => kind === 'receipt-listed'));
    expect(told.map(({ person, planDay }) => `${person} ${planDay}`)).toEqual([
      'nongyeju-head 2022-08-26',
      'shuziban-office-1 2022-08-26',
      'shuziban-office-2 2022-08-26',
      'shuziban-office-3 2022-08-26',
    ]);
    const reminded = mails.filter(
      ({ person, letters }) =>
        person === 'nongyeju-officer-a' && letters.some(({ kind }) => kind === 'receipt-reminder'),
    );
    expect(reminded.map(({ planDay }) => planDay)).toEqual(['2022-08-23', '2022-08-24']);
  });

  it('holds nobody up: every other unit has receipted and all 26 tasks are issued', async () => {
    const { rows } = await stage.store.pool.query<{ readonly receipts: number; readonly tasks: number }>(
      `SELECT (SELECT count(*) FROM plan_unit WHERE plan_id = $1 AND receipted_at IS NOT NULL) AS receipts,
         (SELECT count(*) FROM task WHERE plan_id = $1) AS tasks`,
      [planId],
    );
    expect(rows).toEqual([{ receipts: 45, tasks: 26 }]);
  });

  it('has its officer reminded of the report from seven working days before to five after', () => {
    expect(daysTold('nongyeju-officer-a', 'progress', '2022Q3')).toEqual([
      '09-28',
      '10-09',
      '10-11',
      '10-12',
      '10-13',
      '10-17',
      '10-19',
    ]);
  });

  it('has its head told of the report three and five working days after', () => {
    expect(daysTold('nongyeju-head', 'progress', '2022Q3')).toEqual(['10-17', '10-19']);
  });

  it('has stage plan and contribution run through the same ladder', () => {
    expect(daysTold('nongyeju-officer-a', 'stage-plan', 'plan')).toEqual([
      '08-30',
      '09-05',
      '09-07',
      '09-08',
      '09-09',
      '09-14',
      '09-16',
    ]);
    expect(daysTold('nongyeju-head', 'stage-plan', 'plan')).toEqual(['09-14', '09-16']);
    expect(daysTold('nongyeju-officer-a', 'contribution', '2022Q3')).toEqual([
      '09-21',
      '09-27',
      '09-29',
      '09-30',
      '10-08',
      '10-10',
      '10-12',
    ]);
  });

  it('reads in the mail how long the report is overdue', () => {
    const last = mails.find(({ person, planDay }) => person === 'nongyeju-officer-a' && planDay === '2022-10-19');
    expect(last?.text).toContain('季度进展情况表，1 行，应于10月12日报送，已逾期5个工作日');
    expect(last?.text).toContain('请立即报送');
  });

  it('stands open and overdue in everything, on its original days', () => {
    const own = obligations.filter(({ unit, period }) => unit === 'nongyeju' && period !== '2022Q4');
    expect(own.map(({ kind, due, state, overdue }) => `${kind} ${due} ${state} ${overdue}`).toSorted()).toEqual([
      'contribution 2022-09-30 open true',
      'progress 2022-10-12 open true',
      'stage-plan 2022-09-08 open true',
    ]);
  });

  it('shows 未设节点 without a stage plan, and 严重滞后 from the day after the report was due', async () => {
    const lights = (await lightsOf(stage.store, planId)).filter(({ task }) => task === '20');
    expect(lights.map(({ light, on, cause }) => [light, on, cause])).toEqual([
      ['no-plan', '2022-08-22', { kind: 'no-plan' }],
      ['far-behind', '2022-10-13', { kind: 'report-overdue', due: '2022-10-12', period: '2022Q3' }],
    ]);
  });

  it('sends officer A of 市发改委, whose twelve rows are open on the due day, exactly one mail that day', () => {
    const onDueDay = mails.filter(({ person, planDay }) => person === 'fagaiwei-officer-a' && planDay === '2022-10-12');
    expect(onDueDay).toHaveLength(1);
    expect(onDueDay[0]?.subject).toContain('季度进展情况表，12 行，今天（10月12日）截止');
    expect(onDueDay[0]?.letters.map(({ kind }) => kind)).toEqual(
      Array.from({ length: onDueDay[0]?.letters.length ?? 0 }, () => 'obligation-reminder'),
    );
    const filed = obligations.filter(
      ({ unit, kind, period }) => unit === 'fagaiwei' && kind === 'progress' && period === '2022Q3',
    );
    expect(filed.map(({ submittedOn, late }) => `${submittedOn} ${late}`)).toEqual(
      Array.from({ length: 9 }, () => '2022-10-12 false'),
    );
  });
});
