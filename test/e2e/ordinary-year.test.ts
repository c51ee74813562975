import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isWorkingDay } from '../../domain/calendar/working-calendar.ts';
import { readScenario } from '../../seeds/scenario-files.ts';
import { rebuild } from '../../store/ledger/rebuild.ts';
import { verifyLedger } from '../../store/ledger/verify.ts';
import { planCounts } from '../../store/plan/plan-counts.ts';
import { calendarOf } from '../../store/registry/decision-data.ts';
import { type RehearsalSummary, rehearsalSummary } from '../../store/rehearsal/rehearsal-summary.ts';
import {
  type PlayedLight,
  type PlayedMail,
  type PlayedObligation,
  distinct,
  eventsOf,
  lightsOf,
  lightsOn,
  mailsOf,
  obligationsOf,
} from './played-year.ts';
import { type RehearsalStage, playTimeoutMs, rehearsalStage } from './rehearsal-stage.ts';

describe('the ordinary year of the real notice, played twice side by side in one database', () => {
  let stage: RehearsalStage;
  let planId: string;
  let secondId: string;
  let summary: RehearsalSummary;
  let obligations: readonly PlayedObligation[];
  let mails: readonly PlayedMail[];
  let lights: readonly PlayedLight[];

  beforeAll(async () => {
    stage = await rehearsalStage();
    const ordinary = readScenario('ordinary');
    [planId, secondId] = await Promise.all([stage.play(ordinary), stage.play(ordinary)]);
    summary = await rehearsalSummary(stage.store, planId);
    obligations = await obligationsOf(stage.store, planId);
    mails = await mailsOf(stage.store, planId);
    lights = await lightsOf(stage.store, planId);
  }, playTimeoutMs);
  afterAll(() => stage.close());

  const ofKind = (kind: string) => obligations.filter((each) => each.kind === kind);
  const rows = async <T extends object>(sql: string): Promise<readonly T[]> =>
    (await stage.store.pool.query<T>(sql, [planId])).rows;

  it('has 26 tasks with the 40 leads and 84 supporting units that the notice names', async () => {
    const parties = await rows<{ readonly role: string; readonly number: number }>(
      `SELECT role, count(*) AS number FROM task_party WHERE plan_id = $1 AND basis = 'named' AND role <> 'district'
       GROUP BY role ORDER BY role`,
    );
    expect(parties).toEqual([
      { role: 'lead', number: 40 },
      { role: 'support', number: 84 },
    ]);
    expect(summary).toMatchObject({ scenario: 'ordinary', seed: 20220822, tasks: 26 });
  });

  it('is receipted once by each of 38 units and 8 districts, by 人行 alone after the limit of 25 August', async () => {
    const units = await rows<{ readonly key: string; readonly kind: string; readonly late: boolean }>(
      `SELECT key, kind, receipt_late AS late FROM plan_unit JOIN unit_version u
       ON u.unit_id = plan_unit.unit_id AND u.registry = 'registry/' || $1::uuid
       WHERE plan_unit.plan_id = $1 AND receipted_at IS NOT NULL`,
    );
    expect(units).toHaveLength(46);
    expect(units.filter(({ kind }) => kind === 'district')).toHaveLength(8);
    expect(units.filter(({ late }) => late).map(({ key }) => key)).toEqual(['renhang']);
    const [issued] = await eventsOf(stage.store, planId, 'planIssued');
    expect(issued?.event).toMatchObject({
      receiptDue: { date: '2022-08-25' },
      ladder: { '-1': '2022-08-24', '-2': '2022-08-23' },
      listedOn: '2022-08-26',
    });
  });

  it('asks for the third and the fourth quarter alone, with the days that the rules give', async () => {
    const days = (kind: string) => distinct(ofKind(kind).map(({ period, due }) => `${period} ${due}`));
    expect(days('progress')).toEqual(['2022Q3 2022-10-12', '2022Q4 2023-01-09']);
    expect(days('contribution')).toEqual(['2022Q3 2022-09-30', '2022Q4 2022-12-30']);
    expect(days('stage-plan')).toEqual(['plan 2022-09-08']);
    const opened = (await eventsOf(stage.store, planId, 'obligationsOpened'))
      .flatMap(({ event }) => event['obligations'] as readonly PlayedObligation[])
      .filter(({ kind }) => kind === 'progress');
    const ladders = opened.map(({ period, ladder }) => `${period} ${JSON.stringify(ladder)}`);
    expect(distinct(ladders).map((each) => each.replaceAll(/"|2022-|2023-/g, ''))).toEqual([
      '2022Q3 {0:10-12,1:10-13,3:10-17,5:10-19,-1:10-11,-3:10-09,-7:09-28}',
      '2022Q4 {0:01-09,1:01-10,3:01-12,5:01-16,-1:01-06,-3:01-04,-7:12-28}',
    ]);
  });

  it('owes 80 reports of leads, ten more for items of other units, in 38 returns, and 160 contributions', async () => {
    const leads = await rows<{ readonly pair: string }>(
      `SELECT number || ' ' || key AS pair FROM task_party JOIN task USING (task_id) JOIN unit_version u
       ON u.unit_id = task_party.unit_id AND u.registry = 'registry/' || $1::uuid
       WHERE task_party.plan_id = $1 AND role = 'lead'`,
    );
    const isLead = ({ task, unit }: PlayedObligation) => leads.some(({ pair }) => pair === `${task} ${unit}`);
    const progress = ofKind('progress');
    expect(progress.filter(isLead)).toHaveLength(80);
    expect(distinct(progress.filter((each) => !isLead(each)).map(({ task, unit }) => `${task} ${unit}`))).toEqual(
      expect.arrayContaining(['15 wenguanglvju', '17 jiaotongju']),
    );
    expect(progress.filter((each) => !isLead(each) && each.task === '25')).toHaveLength(6);
    expect(summary.obligations).toBeGreaterThanOrEqual(90);
    expect(summary.returns).toBe(38);
    expect(ofKind('contribution')).toHaveLength(160);
  });

  it('holds 市交通运输局 accountable for the design of the G312, due on the stated last day of 2022', async () => {
    const items = await rows(
      `SELECT subject.title, key, due, due_basis AS basis FROM subject JOIN task USING (task_id) JOIN unit_version u
       ON u.unit_id = subject.unit_id AND u.registry = 'registry/' || $1::uuid
       WHERE subject.plan_id = $1 AND number = '17' AND subject.title LIKE '%G312%'`,
    );
    expect(items).toEqual([
      { title: '完成G312宁镇段智慧公路设计', key: 'jiaotongju', due: '2022-12-31', basis: 'stated' },
    ]);
  });

  it('keeps for ever who was late, on the due day that stood from the beginning', () => {
    const late = obligations.filter((each) => each.late && each.kind !== 'contribution');
    expect(distinct(late.map(({ unit, kind, due }) => `${unit} ${kind} ${due}`))).toEqual([
      'jiaoyuju progress 2022-10-12',
      'shangwuju progress 2022-10-12',
      'tongguanban progress 2023-01-09',
      'yingjiju stage-plan 2022-09-08',
      'zhengfawei progress 2022-10-12',
    ]);
    const missing = obligations.filter(({ submittedOn }) => submittedOn === null);
    expect(missing.map(({ unit, kind, period, state }) => `${unit} ${kind} ${period} ${state}`)).toEqual([
      'xinfangju contribution 2022Q3 ended',
    ]);
    expect(obligations.filter(({ overdue }) => overdue)).toEqual(missing);
  });

  it('shows no row red on 30 September, with a quarter of the year still ahead', () => {
    const standing = lightsOn(lights, '2022-09-30');
    expect(standing.length).toBeGreaterThan(60);
    expect(distinct(standing.map(({ light }) => light))).toEqual(['awaiting-statistics', 'on-track']);
  });

  it('sends mail on working days only, but for what is urgent', async () => {
    const calendar = await calendarOf(stage.store, planId);
    const merged = mails.filter(({ sequence }) => sequence === 0);
    expect(merged.length).toBeGreaterThan(300);
    expect(merged.filter(({ planDay }) => !isWorkingDay(calendar, planDay))).toEqual([]);
    expect(merged.filter(({ madeAt }) => !madeAt.endsWith('T01:00:00.000Z'))).toEqual([]);
    const urgent = mails.filter(({ sequence }) => sequence > 0).flatMap(({ letters }) => letters);
    expect(distinct(urgent.map(({ mergeClass }) => mergeClass))).toEqual(['urgent']);
  });

  it('puts a working day’s letters to one person into one mail', () => {
    const merged = mails.filter(({ sequence }) => sequence === 0).map(({ person, planDay }) => `${person} ${planDay}`);
    expect(merged).toHaveLength(new Set(merged).size);
  });

  it('writes at most six mails to an officer who files each thing two working days before it is due', () => {
    const troubled = new Set(readScenario('ordinary').behaviour.overrides.map(({ unit }) => `${unit}-officer-a`));
    const punctual = distinct(mails.map(({ person }) => person)).filter(
      (person) => person.endsWith('-officer-a') && !troubled.has(person),
    );
    const counts = ['2022Q3', '2022Q4'].flatMap((period) =>
      punctual.flatMap((person) => {
        const number = mailsOfPeriod(mails, person, period);
        return number === 0 ? [] : [{ person, period, number }];
      }),
    );
    expect(counts.length).toBeGreaterThan(50);
    expect(counts.filter(({ number }) => number > 6)).toEqual([]);
  });

  it('marks every mail as a rehearsal in its subject, its text and its page', () => {
    const mark = '【演练数据·非真实情况】';
    const bare = mails.filter(({ subject, text, html }) => ![subject, text, html].every((part) => part.includes(mark)));
    expect(bare).toEqual([]);
  });

  it('has every mail accepted by the sandbox mailbox, each Message-ID once', () => {
    expect(distinct(mails.map(({ state }) => state))).toEqual(['accepted']);
    const caught = stage.catcher.mails().map(({ messageId }) => messageId);
    expect(new Set(caught).size).toBe(caught.length);
    const ids = mails.map(({ messageId }) => messageId);
    expect(ids.filter((id) => !caught.includes(id))).toEqual([]);
    const recipients = mails.map(({ recipient }) => recipient);
    expect(recipients.filter((recipient) => !recipient.endsWith('.demo.invalid'))).toEqual([]);
  });

  it('ends what is done as 完成 and leaves open what is not', async () => {
    const counts = await planCounts(stage.store, planId);
    const ended = await eventsOf(stage.store, planId, 'taskEnded');
    expect(ended).toHaveLength(counts.endedTasks);
    expect(distinct(ended.map(({ event }) => String(event['ending'])))).toEqual(['completed', 'exceeded']);
    const final = lightsOn(lights, '2023-12-31');
    const unfinished = final.filter(({ cause }) => cause.kind !== 'complete').map(({ task }) => task);
    expect(ended.filter(({ task }) => unfinished.includes(task ?? ''))).toEqual([]);
    expect(counts.parkedChains).toBe(0);
  });

  it('gives the same digest and the same mails in both plays', async () => {
    const second = await rehearsalSummary(stage.store, secondId);
    expect(secondId).not.toBe(planId);
    expect({ ...second, plan: planId }).toEqual(summary);
    const asRead = (each: readonly PlayedMail[]) =>
      each.map(({ planDay, person, recipient, subject, text }) => ({ planDay, person, recipient, subject, text }));
    expect(asRead(await mailsOf(stage.store, secondId))).toEqual(asRead(mails));
  });

  it('gives another digest with another seed', async () => {
    const beginning = { ...readScenario('ordinary'), until: readScenario('ordinary').consultation.approveOn };
    const [same, again, other] = await Promise.all([
      stage.play(beginning),
      stage.play(beginning),
      stage.play({ ...beginning, seed: 7 }),
    ]);
    const digest = async (id: string) => (await rehearsalSummary(stage.store, id)).yearDigest;
    expect(await digest(again)).toBe(await digest(same));
    expect(await digest(other)).not.toBe(await digest(same));
  });

  it('proves its ledger, and folding it anew gives the same tables row for row', async () => {
    const { store, database } = stage;
    expect(await verifyLedger(store)).toMatchObject({ ok: true });
    expect(await rebuild({ ownerUrl: database.ownerUrl, books: store.books, replace: false })).toMatchObject({
      differences: [],
    });
  });
});

// How many mails a person gets from the first that speaks of the period to the last that speaks of it before the task ends.
function mailsOfPeriod(mails: readonly PlayedMail[], person: string, period: string): number {
  const own = mails.filter((mail) => mail.person === person);
  const days = own
    .filter(({ letters }) => letters.some((each) => each.period === period && each.kind !== 'task-ended'))
    .map(({ planDay }) => planDay);
  const [first, last] = [days.at(0), days.at(-1)];
  if (first === undefined || last === undefined) return 0;
  return own.filter(({ planDay }) => planDay >= first && planDay <= last).length;
}
