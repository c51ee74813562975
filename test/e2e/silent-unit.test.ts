import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unitIdOf } from '../../domain/duban-namespace.ts';
import type { Scenario } from '../../domain/rehearsal/scenario.ts';
import { readScenario } from '../../seeds/scenario-files.ts';
import { rebuild } from '../../store/ledger/rebuild.ts';
import { verifyLedger } from '../../store/ledger/verify.ts';
import { planOrders } from '../../store/order/read-orders.ts';
import {
  type PlayedMail,
  distinct,
  type PlayedObligation,
  eventsOf,
  lightsOf,
  mailsOf,
  obligationsOf,
} from './played-year.ts';
import { type RehearsalStage, playTimeoutMs, rehearsalStage } from './rehearsal-stage.ts';

const silent = readScenario('silent-unit');

/** The seeded scenario, where 市发改委 files its third report on the last day. */
const scenario: Scenario = {
  ...silent,
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

  const papers = async () =>
    (await planOrders(stage.store, planId)).filter(({ unitId }) => unitId === unitIdOf('nongyeju'));

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

  it('stays overdue in everything, on its original days; its contribution ends with the task that it was for', () => {
    const own = obligations.filter(({ unit, period }) => unit === 'nongyeju' && period !== '2022Q4');
    expect(own.map(({ kind, due, state, overdue }) => `${kind} ${due} ${state} ${overdue}`).toSorted()).toEqual([
      'contribution 2022-09-30 ended true',
      'progress 2022-10-12 open true',
      'stage-plan 2022-09-08 open true',
    ]);
  });

  it('shows 未设节点 without a stage plan, and 严重滞后 from the day after the report was due', async () => {
    const lights = (await lightsOf(stage.store, planId)).filter(({ task, on }) => task === '20' && on < '2022-12-01');
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

  it('is urged by telephone, and its promise comes back on the office’s list on its day', async () => {
    const [urged] = await eventsOf(stage.store, planId, 'urged');
    expect(urged?.event).toMatchObject({ at: '2022-10-14T02:30:00.000Z', channel: 'phone' });
    const due = await eventsOf(stage.store, planId, 'promiseDue');
    expect(due.map(({ event }) => event.at)).toEqual(['2022-10-17T16:00:00.000Z']);
    const told = mails.filter(({ letters }) => letters.some(({ kind }) => kind === 'promise-due'));
    expect(distinct(told.map(({ person, planDay }) => `${person} ${planDay}`))).toEqual([
      'shuziban-office-1 2022-10-18',
      'shuziban-office-2 2022-10-18',
      'shuziban-office-3 2022-10-18',
    ]);
  });

  it('gets a slip with everything it owes on the fifth day after each return was due, to be answered in three', async () => {
    const slips = (await papers()).filter(({ kind }) => kind === 'slip');
    expect(slips.map(({ unitId, period }) => [unitId, period])).toEqual([
      [unitIdOf('nongyeju'), '2022Q3'],
      [unitIdOf('nongyeju'), '2022Q4'],
    ]);
    expect(slips).toMatchObject([
      { begunAt: '2022-10-18T16:00:00.000Z', number: '镇数字办催〔2022〕1号', answerDue: '2022-10-24', rows: 3 },
      { begunAt: '2023-01-15T16:00:00.000Z', number: '镇数字办催〔2022〕3号', answerDue: '2023-01-19', rows: 3 },
    ]);
    expect(slips.map(({ phase, lapsed, answers }) => [phase, lapsed, answers])).toEqual([
      ['escalated', true, 0],
      ['escalated', true, 0],
    ]);
  });

  it('is proposed for an order the day after, across the Spring Festival too, and answers it', async () => {
    const orders = (await papers()).filter(({ kind }) => kind === 'order');
    expect(orders).toMatchObject([
      { begunAt: '2022-10-24T16:00:00.000Z', number: '镇数字办督〔2022〕1号', phase: 'closed', outcome: 'accepted' },
      { begunAt: '2023-01-19T16:00:00.000Z', number: '镇数字办督〔2022〕2号', phase: 'closed', outcome: 'accepted' },
    ]);
    const own = new Set((await papers()).map(({ orderId }) => `order/${orderId}`));
    const sent = (await eventsOf(stage.store, planId, 'orderSent')).filter(({ chain }) => own.has(chain));
    expect(
      sent.map(({ event }) => [
        event.at.slice(0, 10),
        (event['answerDue'] as { date: string }).date,
        (event['by'] as { seat: string }).seat,
      ]),
    ).toEqual([
      ['2022-10-19', '2022-10-24', 'office'],
      ['2022-10-25', '2022-11-01', 'supervisor'],
      ['2023-01-16', '2023-01-19', 'office'],
      ['2023-01-20', '2023-02-01', 'leader'],
    ]);
    expect(orders.map(({ answers, answeredAt, closedAt }) => [answers, answeredAt, closedAt])).toEqual([
      [2, '2022-11-07T07:00:00.000Z', '2022-11-08T08:30:00.000Z'],
      [1, '2023-02-01T07:00:00.000Z', '2023-02-02T08:30:00.000Z'],
    ]);
  });

  it('has its first answer returned with a new limit, and bulletin and interview stand on record', async () => {
    const returned = await eventsOf(stage.store, planId, 'answerReturned');
    const again = returned.map(({ event }) => [
      event.at,
      (event['answerDue'] as { date: string } | null)?.date ?? null,
    ]);
    expect(again).toEqual([
      ['2022-10-21T08:30:00.000Z', null],
      ['2022-11-01T08:30:00.000Z', '2022-11-08'],
    ]);
    const steps = await eventsOf(stage.store, planId, 'stepRecorded');
    expect(steps.map(({ event }) => [event['step'], event['on']])).toEqual([
      ['bulletin', '2022-11-02'],
      ['interview', '2023-01-30'],
    ]);
  });

  it('gets its papers beside a unit whose answer to the slip is accepted, which closes it', async () => {
    const all = await planOrders(stage.store, planId);
    expect(all.filter(({ unitId }) => unitId === unitIdOf('zhengfawei'))).toMatchObject([
      {
        number: '镇数字办催〔2022〕2号',
        phase: 'closed',
        answeredAt: '2022-10-21T07:00:00.000Z',
        closedAt: '2022-10-24T08:30:00.000Z',
      },
    ]);
  });

  it('and beside a vertical unit, which gets letters 函, and an order the working day after its answer was returned', async () => {
    const all = await planOrders(stage.store, planId);
    expect(all.filter(({ unitId }) => unitId === unitIdOf('tongguanban'))).toMatchObject([
      { kind: 'slip', form: 'letter', number: '镇数字办函〔2022〕1号', phase: 'escalated' },
      {
        kind: 'order',
        form: 'letter',
        number: '镇数字办函〔2022〕2号',
        begunAt: '2022-10-23T16:00:00.000Z',
        sentAt: '2022-10-25T02:00:00.000Z',
        answerDue: '2022-11-01',
        outcome: 'accepted',
        closedAt: '2022-10-31T08:30:00.000Z',
      },
    ]);
  });

  it('uses up the numbers of each series without a gap', async () => {
    const all = (await planOrders(stage.store, planId)).flatMap(({ number }) => number ?? []);
    expect(all.toSorted()).toEqual([
      '镇数字办催〔2022〕1号',
      '镇数字办催〔2022〕2号',
      '镇数字办催〔2022〕3号',
      '镇数字办函〔2022〕1号',
      '镇数字办函〔2022〕2号',
      '镇数字办督〔2022〕1号',
      '镇数字办督〔2022〕2号',
    ]);
  });

  it('proves its ledger, and its tables are what the ledger says', async () => {
    const { store, database } = stage;
    expect(await verifyLedger(store)).toMatchObject({ ok: true });
    const compared = await rebuild({ ownerUrl: database.ownerUrl, books: store.books, replace: false });
    expect(compared.differences).toEqual([]);
  });
});
