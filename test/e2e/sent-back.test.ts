import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readScenario } from '../../seeds/scenario-files.ts';
import { verifyLedger } from '../../store/ledger/verify.ts';
import { distinct, eventsOf, mailsOf, obligationsOf } from './played-year.ts';
import { type RehearsalStage, playTimeoutMs, rehearsalStage } from './rehearsal-stage.ts';

describe('a year with rows sent back, returns that come late, and a row sent back twice', () => {
  let stage: RehearsalStage;
  let planId: string;

  beforeAll(async () => {
    stage = await rehearsalStage();
    planId = await stage.play(readScenario('sent-back'));
  }, playTimeoutMs);
  afterAll(() => stage.close());

  const versionsOf = async (unit: string, period: string) => {
    const { rows } = await stage.store.pool.query<{ type: string; at: string; version: number; rows: number }>(
      `SELECT body -> 'event' ->> 'type' AS type, body -> 'event' ->> 'at' AS at,
         (body -> 'event' ->> 'version')::int AS version,
         CASE WHEN body -> 'event' ? 'rows' THEN jsonb_array_length(body -> 'event' -> 'rows') END AS rows
       FROM event JOIN "return" ON chain = 'return/' || return_id
       JOIN unit_version u ON u.unit_id = "return".unit_id AND u.registry = 'registry/' || plan_id
       WHERE plan_id = $1 AND u.key = $2 AND period = $3 AND "return".kind = 'progress' ORDER BY event.seq`,
      [planId, unit, period],
    );
    return rows;
  };

  it('asks the head again for the two rows sent back alone, out of the twelve of 市发改委', async () => {
    const events = await versionsOf('fagaiwei', '2022Q3');
    const opened = events.filter(({ type }) => type === 'returnOpened');
    expect(opened.map(({ version, rows }) => [version, rows])).toEqual([
      [1, 12],
      [2, 2],
    ]);
    const asked = events.filter(({ type }) => type === 'headApprovalAsked');
    const submitted = events.filter(({ type }) => type === 'returnSubmitted');
    expect(asked.map(({ at }) => at.slice(0, 10))).toEqual(['2022-10-10', '2022-10-14']);
    expect(submitted.map(({ at }) => at.slice(0, 10))).toEqual(['2022-10-10', '2022-10-14']);
  });

  it('accepts the other ten rows at once, and sends each of the two back with its reason and three working days', async () => {
    const back = (await eventsOf(stage.store, planId, 'rowsSentBack')).filter(({ event }) =>
      event.at.startsWith('2022-10-12'),
    );
    expect(distinct(back.map(({ task }) => task ?? ''))).toEqual(['17', '9']);
    expect(distinct(back.map(({ event }) => (event['resubmitDue'] as { date: string }).date))).toEqual(['2022-10-17']);
    const accepted = await stage.store.pool.query<{ number: string; accepted: string }>(
      `SELECT number, substr(accepted_at, 1, 10) AS accepted FROM obligation JOIN task USING (task_id)
       JOIN unit_version u ON u.unit_id = obligation.unit_id AND u.registry = 'registry/' || obligation.plan_id
       WHERE obligation.plan_id = $1 AND u.key = 'fagaiwei' AND obligation.kind = 'progress' AND period = '2022Q3'`,
      [planId],
    );
    const late = accepted.rows.filter(({ accepted: day }) => day !== '2022-10-12');
    expect(late.map((each) => `${each.number} ${each.accepted}`).toSorted()).toEqual(['17 2022-10-18', '9 2022-10-18']);
  });

  it('tells the officer at once that rows came back', async () => {
    const [urgent] = (await mailsOf(stage.store, planId)).filter(
      ({ person, sequence, planDay }) => person === 'fagaiwei-officer-a' && sequence > 0 && planDay === '2022-10-12',
    );
    expect(urgent?.madeAt).toBe('2022-10-12T08:30:00.000Z');
    expect(urgent?.subject).toContain('季度进展情况表退回修改，2 行，10月17日前，还剩3个工作日');
  });

  it('keeps what came late as late, with the day that stood from the beginning, also when it is accepted', async () => {
    const obligations = await obligationsOf(stage.store, planId);
    const late = obligations.filter((each) => each.late);
    const said = late.map(({ unit, period, due, submittedOn, state }) =>
      [unit, period, due, submittedOn, state].join(' '),
    );
    expect(distinct(said)).toEqual([
      'gongxinju 2022Q3 2022-10-12 2022-10-17 accepted',
      'shangwuju 2022Q4 2023-01-09 2023-01-16 accepted',
    ]);
    expect(obligations.filter(({ overdue }) => overdue)).toEqual([]);
  });

  it('notes a row that outlasts its three days as overdue from the fourth, and brings it back on the day it was sent', async () => {
    const noted = (await eventsOf(stage.store, planId, 'obligationsOverdue')).filter(({ task }) => task === '18');
    expect(noted.map(({ event }) => event.at)).toEqual(['2022-10-12T16:00:00.000Z', '2022-10-24T16:00:00.000Z']);
    const submitted = (await versionsOf('gongxinju', '2022Q3')).filter(({ type }) => type === 'returnSubmitted');
    expect(submitted.map(({ at }) => at)).toEqual(['2022-10-17T07:00:00.000Z', '2022-10-26T07:00:00.000Z']);
    const reminded = (await mailsOf(stage.store, planId))
      .filter(({ person, planDay }) => person === 'gongxinju-officer-a' && planDay > '2022-10-20')
      .filter(({ letters }) =>
        letters.some(({ kind, period }) => kind.startsWith('obligation') && period === '2022Q3'),
      );
    expect(reminded.map(({ planDay }) => planDay)).toEqual(['2022-10-21', '2022-10-24', '2022-10-25']);
  });

  it('lets the office send the same row back twice before it is good', async () => {
    const events = await versionsOf('nongyeju', '2022Q4');
    expect(events.filter(({ type }) => type === 'returnReviewed').map(({ version }) => version)).toEqual([1, 2, 3]);
    const back = (await eventsOf(stage.store, planId, 'rowsSentBack')).filter(({ task }) => task === '20');
    expect(back).toHaveLength(2);
    const obligations = await obligationsOf(stage.store, planId);
    expect(
      obligations.filter((each) => each.unit === 'nongyeju' && each.period === '2022Q4' && each.kind === 'progress'),
    ).toMatchObject([{ state: 'accepted', late: false, due: '2023-01-09', submittedOn: '2023-01-05' }]);
  });

  it('proves its ledger', async () => {
    expect(await verifyLedger(stage.store)).toMatchObject({ ok: true });
  });
});
