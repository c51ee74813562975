import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonActor } from '../../domain/actor.ts';
import { personIdOf, unitIdOf } from '../../domain/duban-namespace.ts';
import { plainDate } from '../../domain/plain-date.ts';
import { readScenario } from '../../seeds/scenario-files.ts';
import { verifyLedger } from '../../store/ledger/verify.ts';
import { actorsOf } from '../../store/registry/actors.ts';
import { personsOn } from '../../store/registry/persons.ts';
import { listSheets } from '../../store/sheet/read-sheets.ts';
import { handOverList } from '../../store/unit/hand-over-list.ts';
import { on } from '../store/plan/rehearsed-plan.ts';
import { actAfterwards } from './act-afterwards.ts';
import { mailsOf } from './played-year.ts';
import { taskIdOf } from './played-task.ts';
import { type RehearsalStage, playTimeoutMs, rehearsalStage } from './rehearsal-stage.ts';

describe('a year in which an officer is replaced and a head is away', () => {
  let stage: RehearsalStage;
  let planId: string;
  const deputy: PersonActor = {
    personId: personIdOf('gongxinju-officer-b'),
    seat: 'head',
    unitId: unitIdOf('gongxinju'),
    deputyFor: personIdOf('gongxinju-head'),
  };

  beforeAll(async () => {
    stage = await rehearsalStage();
    planId = await stage.play(readScenario('contacts-change'));
  }, playTimeoutMs);
  afterAll(() => stage.close());

  it('has the head approve the change of contacts on a sheet of the officer who leaves', async () => {
    const sheets = await listSheets(stage.store, planId);
    expect(sheets).toMatchObject([
      {
        actType: 'changeContacts',
        phase: 'performed',
        draftedBy: { personId: personIdOf('gongxinju-officer-a') },
        decidedBy: { personId: personIdOf('gongxinju-head') },
        decidedAt: '2022-09-20T07:00:00.000Z',
      },
    ]);
    const holds = async (key: string, day: string) =>
      (await actorsOf(stage.store, { planId, day: plainDate(day) }, personIdOf(key))).map(({ seat }) => seat);
    expect(await holds('gongxinju-officer-a', '2022-09-20')).toEqual(['officer']);
    expect(await holds('gongxinju-officer-a', '2022-09-21')).toEqual([]);
    expect(await holds('gongxinju-officer-c', '2022-09-20')).toEqual([]);
    expect(await holds('gongxinju-officer-c', '2022-09-21')).toEqual(['officer']);
  });

  it('writes to the new officer from the first day on, and keeps the old name on what was done before', async () => {
    const mails = await mailsOf(stage.store, planId);
    const days = (person: string) =>
      mails.filter((mail) => mail.person === person && mail.sequence === 0).map(({ planDay }) => planDay);
    expect(days('gongxinju-officer-a').every((day) => day < '2022-09-21')).toBe(true);
    expect(days('gongxinju-officer-c').every((day) => day >= '2022-09-21')).toBe(true);
    expect(days('gongxinju-officer-c').length).toBeGreaterThan(2);
    const { rows } = await stage.store.pool.query<{ readonly by: string }>(
      `SELECT body -> 'event' -> 'by' ->> 'personId' AS by FROM event JOIN "return" ON chain = 'return/' || return_id
       WHERE plan_id = $1 AND unit_id = $2 AND kind = 'stage-plan' AND body -> 'event' ->> 'type' = 'headApprovalAsked'`,
      [planId, unitIdOf('gongxinju')],
    );
    expect(rows).toEqual([{ by: personIdOf('gongxinju-officer-a') }]);
    const persons = await personsOn(stage.store, { planId, day: plainDate('2022-10-14') }, [rows[0]?.by ?? '']);
    expect([...persons.values()].map(({ particulars }) => particulars?.name)).toHaveLength(1);
  });

  it('lets the deputy of the head approve the report within the dates, and says for whom', async () => {
    const { rows } = await stage.store.pool.query<{ readonly by: PersonActor; readonly at: string }>(
      `SELECT submitted_by AS by, submitted_at AS at FROM "return"
       WHERE plan_id = $1 AND unit_id = $2 AND kind = 'progress' AND period = '2022Q3'`,
      [planId, unitIdOf('gongxinju')],
    );
    expect(rows).toEqual([{ by: deputy, at: '2022-10-10T07:00:00.000Z' }]);
  });

  it('refuses the deputy after the last day', async () => {
    const seatsOn = async (day: string) => actorsOf(stage.store, { planId, day: plainDate(day) }, deputy.personId);
    expect(await seatsOn('2022-10-11')).toContainEqual(deputy);
    expect(await seatsOn('2022-10-12')).not.toContainEqual(deputy);
    const late = await actAfterwards(stage, planId, {
      at: on('2022-10-14', 17),
      key: 'test/deputy',
      by: deputy,
      act: {
        type: 'requestChange',
        taskId: await taskIdOf(stage.store, planId, '16'),
        request: 'deputy',
        change: { kind: 'suspension' },
        reason: '申请暂停。',
      },
    });
    expect(late.code).toBe('seat-not-held');
    expect(late.message).toContain('在2022年10月14日没有代行');
  });

  it('says on the hand-over list since when the contacts are new, and shows nothing that is overdue', async () => {
    const list = await handOverList(stage.store, planId, unitIdOf('gongxinju'));
    expect(list.changes).toMatchObject([{ validFrom: '2022-09-21', approvedAt: '2022-09-20T07:00:00.000Z' }]);
    expect(list.owed.filter(({ period }) => period === '2022Q3' || period === 'plan')).toEqual([]);
    expect([list.drafts, list.handedRows, list.sheets, list.orders, list.promises]).toEqual([[], [], [], [], []]);
  });

  it('proves its ledger', async () => {
    expect(await verifyLedger(stage.store)).toMatchObject({ ok: true });
  });
});
