import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personIdOf } from '../../domain/duban-namespace.ts';
import { uuid5 } from '../../domain/ids.ts';
import { readScenario } from '../../seeds/scenario-files.ts';
import { verifyLedger } from '../../store/ledger/verify.ts';
import { listObjections } from '../../store/objection/read-objections.ts';
import { listFindings } from '../../store/task/read-findings.ts';
import { on } from '../store/plan/rehearsed-plan.ts';
import { actAfterwards } from './act-afterwards.ts';
import { eventsOf, lightsOf, obligationsOf } from './played-year.ts';
import { seated, taskIdOf } from './played-task.ts';
import { type RehearsalStage, playTimeoutMs, rehearsalStage } from './rehearsal-stage.ts';

describe('a year in which supervision checks and units object', () => {
  let stage: RehearsalStage;
  let planId: string;

  beforeAll(async () => {
    stage = await rehearsalStage();
    planId = await stage.play(readScenario('finding-objection'));
  }, playTimeoutMs);
  afterAll(() => stage.close());

  it('concludes a finding after the statement, or after its five working days where none came', async () => {
    expect(await listFindings(stage.store, planId)).toMatchObject([
      {
        outcome: 'confirmed',
        openedAt: '2022-10-17T02:00:00.000Z',
        statementDue: '2022-10-24',
        statedAt: null,
        feedbackOn: '2022-10-25',
        phase: 'concluded',
      },
      {
        outcome: 'partly',
        openedAt: '2022-10-19T02:00:00.000Z',
        statementDue: '2022-10-26',
        statedAt: '2022-10-21T07:00:00.000Z',
        feedbackOn: '2022-10-25',
        objectionUntil: '2022-11-24',
        phase: 'withdrawn',
      },
    ]);
    const checkers = ['duchashi-supervisor-1', 'duchashi-supervisor-2'].map(personIdOf);
    for (const finding of await listFindings(stage.store, planId)) {
      expect(finding.checkers.toSorted()).toEqual(checkers.toSorted());
    }
  });

  it('changes a light by a recorded decision alone', async () => {
    const [decided, ...others] = await eventsOf(stage.store, planId, 'lightDecided');
    expect(others).toEqual([]);
    expect(decided).toMatchObject({
      task: '14',
      event: { at: '2022-10-25T08:30:00.000Z', assessment: { light: 'behind' }, by: { seat: 'supervisor' } },
    });
    const lights = (await lightsOf(stage.store, planId)).filter(
      ({ task, unit, on: day }) => task === '14' && unit === 'chengguanju' && day >= '2022-10-12',
    );
    // What was decided falls with the conclusion that it rested on.
    expect(lights.map(({ light, on: day, cause }) => [light, day, cause.kind])).toEqual([
      ['on-track', '2022-10-12', 'milestones'],
      ['behind', '2022-10-25', 'decided'],
      ['on-track', '2022-11-25', 'milestones'],
    ]);
  });

  it('takes an objection on the thirtieth day and has another one decide it', async () => {
    const objections = await listObjections(stage.store, planId);
    const finding = objections.find(({ kind }) => kind === 'finding');
    expect(finding).toMatchObject({ filedAt: '2022-11-24T07:00:00.000Z', phase: 'answered', outcome: 'upheld' });
    const answered = await eventsOf(stage.store, planId, 'objectionAnswered');
    const deciders = objections.map(({ objectionId, firstDeciders }) => {
      const answer = answered.find(({ chain }) => chain === `objection/${objectionId}`);
      const by = answer?.event['by'] as { readonly personId: string; readonly seat: string } | undefined;
      expect(firstDeciders).not.toContain(by?.personId);
      return by?.seat;
    });
    // Both supervisors checked: an objection to what they found goes to the office.
    expect(deciders).toEqual(['supervisor', 'supervisor', 'office']);
    expect(answered).toHaveLength(3);
  });

  it('refuses an objection on the thirty-first day, and names the rule', async () => {
    const late = await actAfterwards(stage, planId, {
      at: on('2022-11-25', 17),
      key: 'test/late-objection',
      by: seated('yingjiju-head', 'head', 'yingjiju'),
      act: {
        type: 'fileObjection',
        about: {
          kind: 'finding',
          taskId: await taskIdOf(stage.store, planId, '14'),
          findingId: uuid5(planId, 'finding/yingji'),
        },
        grounds: '平台已经部署。',
      },
    });
    expect(late).toMatchObject({ code: 'objection-too-late' });
    expect(late.message).toContain('30');
  });

  it('brings a row back to review by another person where the objection to sending it back is upheld', async () => {
    const objection = (await listObjections(stage.store, planId)).find(({ kind }) => kind === 'row');
    expect(objection).toMatchObject({ filedAt: '2022-10-13T07:00:00.000Z', outcome: 'upheld', noted: 'ended' });
    const [back] = (await eventsOf(stage.store, planId, 'rowsSentBack')).filter(({ task }) => task === '20');
    const accepted = (await eventsOf(stage.store, planId, 'rowsAccepted')).filter(
      ({ task, event }) => task === '20' && event.at > '2022-10-17',
    );
    const personOf = (event: Readonly<Record<string, unknown>> | undefined) =>
      (event?.['by'] as { readonly personId: string } | undefined)?.personId;
    expect(accepted).toHaveLength(1);
    expect(personOf(accepted[0]?.event)).not.toBe(personOf(back?.event));
    expect(
      (await obligationsOf(stage.store, planId)).filter(
        ({ unit, period, kind }) => unit === 'nongyeju' && period === '2022Q3' && kind === 'progress',
      ),
    ).toMatchObject([{ state: 'accepted', late: false, submittedOn: '2022-10-10' }]);
  });

  it('takes a slip back where the objection to it is upheld, and proposes no order on it', async () => {
    const objection = (await listObjections(stage.store, planId)).find(({ kind }) => kind === 'order');
    expect(objection).toMatchObject({ filedAt: '2022-10-21T07:00:00.000Z', outcome: 'upheld', noted: 'ended' });
    const { rows } = await stage.store.pool.query<Readonly<Record<string, unknown>>>(
      'SELECT path, phase, number FROM work_order WHERE plan_id = $1',
      [planId],
    );
    expect(rows).toEqual([{ path: 'slip/zhengfawei/2022Q3', phase: 'closed', number: '镇数字办催〔2022〕1号' }]);
    const answered = (await eventsOf(stage.store, planId, 'objectionAnswered')).find(
      ({ event }) => event.at === '2022-10-24T08:00:00.000Z',
    );
    const decider = answered?.event['by'] as { readonly personId: string; readonly seat: string };
    expect(decider.seat).toBe('supervisor');
    expect(objection?.firstDeciders).not.toContain(decider.personId);
  });

  it('proves its ledger', async () => {
    expect(await verifyLedger(stage.store)).toMatchObject({ ok: true });
  });
});
