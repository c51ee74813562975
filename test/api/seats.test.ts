import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RegistryAct } from '../../domain/act/registry-act.ts';
import { personIdOf, unitIdOf } from '../../domain/duban-namespace.ts';
import { RuleViolation } from '../../domain/errors.ts';
import { instantOfEpoch } from '../../domain/instant.ts';
import { plainDate } from '../../domain/plain-date.ts';
import { loadSeeds } from '../../seeds/load-seeds.ts';
import { rebuild } from '../../store/ledger/rebuild.ts';
import { makeMails } from '../../store/post-office/make-mails.ts';
import { actorsOf, assertActs } from '../../store/registry/actors.ts';
import { personsOn } from '../../store/registry/persons.ts';
import { seatHolders } from '../../store/registry/seats.ts';
import { handOverList } from '../../store/unit/hand-over-list.ts';
import { type OpenStore, openStore } from '../../store/store.ts';
import {
  type RehearsedPlan,
  actor,
  clerk,
  entryOf,
  head,
  issue,
  officer,
  on,
  rehearse,
  stagePlan,
} from '../store/plan/rehearsed-plan.ts';
import { type TestDatabase, freshDatabase } from '../support/database.ts';
import { acting } from './acting.ts';

const unitId = unitIdOf('gongxinju');
const deputyKey = 'gongxinju-officer-b';
const authorise: RegistryAct = {
  type: 'authoriseDeputy',
  unitId,
  seat: 'head',
  personKey: 'gongxinju-head',
  deputyKey,
  from: plainDate('2022-08-29'),
  to: plainDate('2022-08-31'),
  reason: '外出参加培训。',
};
const change: RegistryAct = {
  type: 'changeContacts',
  unitId,
  from: plainDate('2022-08-31'),
  leaves: [{ personKey: 'gongxinju-officer-a', seat: 'officer' }],
  takes: [
    {
      person: {
        key: 'gongxinju-officer-c',
        particulars: { name: '新任', email: 'officer-c@gongxinju.demo.invalid', phone: '', mobile: '' },
      },
      seat: 'officer',
      rank: 'A',
    },
  ],
  contacts: '责任领导：某某；责任处室：数字化处。',
  reason: '原联络员调任。',
};
const rowPlan = { baseline: 600, curve: [], milestones: [], statisticsOn: null };

describe('who may act for a unit', () => {
  let database: TestDatabase;
  let store: OpenStore;
  beforeAll(async () => {
    database = await freshDatabase();
    store = openStore({ url: database.appUrl, size: 6, name: 'test' });
    await loadSeeds(store, on('2022-08-01'), true);
  });
  afterAll(() => store.close());

  const begin = async (): Promise<RehearsedPlan> => {
    const plan = await rehearse(store);
    await issue(store, plan);
    await plan.advance(on('2022-08-29', 8));
    return plan;
  };
  const viewOf = ({ planId }: RehearsedPlan, day: string) => ({ planId, day: plainDate(day) });
  const askHead = async (plan: RehearsedPlan, at = on('2022-08-30', 8)): Promise<void> => {
    await plan.ask(
      stagePlan,
      { type: 'saveRows', by: officer, rows: [{ taskId: plan.taskId('1'), entry: entryOf({ plan: rowPlan }) }] },
      at,
    );
    await plan.ask(stagePlan, { type: 'askHeadApproval', by: officer }, at);
  };
  const mailed = async (plan: RehearsedPlan, day: string) => {
    await plan.advance(on(day, 9));
    await makeMails(store.pool, plan.planId, {
      now: instantOfEpoch(0),
      publicUrl: 'https://duban.invalid',
      messageDomain: 'duban.invalid',
    });
    const { rows } = await store.pool.query<{ readonly recipient: string; readonly text: string }>(
      'SELECT recipient, text FROM mail WHERE plan_id = $1 AND plan_day = $2 ORDER BY recipient',
      [plan.planId, day],
    );
    return rows;
  };

  it.each([
    { day: '2022-08-28', seats: 1 },
    { day: '2022-08-29', seats: 2 },
    { day: '2022-08-31', seats: 2 },
    { day: '2022-09-01', seats: 1 },
  ])('is on $day a deputy in $seats seats', async ({ day, seats }) => {
    const plan = await begin();
    await acting(store, plan)({ by: head, at: on('2022-08-29', 8), act: authorise });
    const found = await actorsOf(store, viewOf(plan, day), personIdOf(deputyKey));
    const deputy = { ...head, personId: personIdOf(deputyKey), deputyFor: head.personId };
    expect(found).toEqual([actor(deputyKey, 'officer', 'gongxinju'), deputy].slice(0, seats));
    const acts = assertActs(store, viewOf(plan, day), deputy).then(
      () => 'may act',
      (error: unknown) => (error instanceof RuleViolation ? error.code : error),
    );
    expect(await acts).toBe(seats === 2 ? 'may act' : 'seat-not-held');
  });

  it('is a deputy only of the plan’s own registry', async () => {
    const plan = await begin();
    await acting(store, plan)({ by: head, at: on('2022-08-29', 8), act: authorise });
    const real = { planId: null, day: plainDate('2022-08-30') };
    expect(await actorsOf(store, real, personIdOf(deputyKey))).toHaveLength(1);
  });

  it('hears as the deputy what waits for the head, and the head does not', async () => {
    const plan = await begin();
    await acting(store, plan)({ by: head, at: on('2022-08-29', 8), act: authorise });
    await askHead(plan);
    const mails = await mailed(plan, '2022-08-30');
    expect(mails.find(({ recipient }) => recipient === 'officer-b@gongxinju.demo.invalid')?.text).toContain('待审签');
    expect(mails.map(({ recipient }) => recipient)).not.toContain('head@gongxinju.demo.invalid');
  });

  it('hears again as the head once the deputy’s time is over', async () => {
    const plan = await begin();
    await acting(store, plan)({ by: head, at: on('2022-08-29', 8), act: authorise });
    await askHead(plan, on('2022-09-01', 8));
    expect((await mailed(plan, '2022-09-01')).map(({ recipient }) => recipient)).toContain(
      'head@gongxinju.demo.invalid',
    );
  });

  it('changes on the day of a change of contacts, and past records keep the old name', async () => {
    const plan = await begin();
    await askHead(plan, on('2022-08-29', 9));
    await acting(store, plan)({ by: head, at: on('2022-08-30'), act: change });
    const officersOn = async (day: string) =>
      (await seatHolders(store, viewOf(plan, day), { unitId, seat: 'officer' })).map(({ personKey }) => personKey);
    expect(await officersOn('2022-08-30')).toEqual(['gongxinju-officer-a', 'gongxinju-officer-b']);
    expect(await officersOn('2022-08-31')).toEqual(['gongxinju-officer-c', 'gongxinju-officer-b']);
    const { rows } = await store.pool.query<{ readonly person_id: string }>(
      `SELECT DISTINCT body -> 'event' -> 'by' ->> 'personId' AS person_id FROM event JOIN return ON chain = 'return/' || return_id
       WHERE plan_id = $1`,
      [plan.planId],
    );
    const makers = rows.map(({ person_id: personId }) => personId);
    expect(makers).toEqual([officer.personId]);
    const names = await personsOn(store, viewOf(plan, '2022-09-30'), makers);
    expect(names.get(officer.personId)?.key).toBe('gongxinju-officer-a');
    const { differences } = await rebuild({ ownerUrl: database.ownerUrl, books: store.books, replace: false });
    expect(differences).toEqual([]);
  });

  it('takes over everything that is open, which the hand-over list names', async () => {
    const plan = await begin();
    const perform = acting(store, plan);
    await askHead(plan, on('2022-08-29', 9));
    const writer = personIdOf('gongxinju-writer');
    const rows = [{ taskId: plan.taskId('1'), subjectId: '1' }];
    await plan.ask(stagePlan, { type: 'handOverRows', by: officer, rows, writerId: writer }, on('2022-08-29', 10));
    await perform({
      by: officer,
      at: on('2022-08-29', 11),
      act: { type: 'draftSheet', sheet: 'contacts', act: change },
    });
    await perform({ by: head, at: on('2022-08-30'), act: change });
    expect(await handOverList(store, plan.planId, unitId)).toMatchObject({
      changes: [{ validFrom: '2022-08-31' }],
      owed: [{ kind: 'stage-plan', rows: 1 }, { kind: 'contribution' }, { kind: 'progress' }],
      drafts: [{ kind: 'stage-plan', version: 1, rows: 1 }],
      handedRows: [{ writerId: writer, kind: 'stage-plan', rows: 1 }],
      sheets: [{ key: 'contacts', phase: 'drafted' }],
      objections: [],
      orders: [],
      promises: [],
    });
  });

  it('is filed and recorded once under one key, also when it is sent again', async () => {
    const plan = await begin();
    const perform = acting(store, plan);
    await perform({ by: head, at: on('2022-08-30'), act: change });
    await perform({ by: head, at: on('2022-08-30'), act: change });
    const { rows } = await store.pool.query(
      'SELECT valid_from AS "from", contacts_id IS NOT NULL AS told FROM contact_change WHERE registry = $1',
      [`registry/${plan.planId}`],
    );
    expect(rows).toEqual([{ from: '2022-08-31', told: true }]);
  });

  it('is written to as a reviewer only who holds no seat in the reporting unit', async () => {
    const plan = await begin();
    const inOffice = actor('shuziban-office-3', 'office', 'shuziban');
    await store.pool.query(
      `INSERT INTO seat_holding (registry, person_id, unit_id, seat, valid_from, valid_to, rank)
       VALUES ($1, $2, $3, 'writer', '2022-01-01', NULL, NULL)`,
      [`registry/${plan.planId}`, inOffice.personId, unitId],
    );
    await askHead(plan);
    await plan.ask(stagePlan, { type: 'submitReturn', by: head, version: 1 }, on('2022-08-30', 8));
    await plan.deliver(on('2022-08-30', 8));
    const mails = await mailed(plan, '2022-08-30');
    const reviewers = mails.filter(({ text }) => text.includes('待审核')).map(({ recipient }) => recipient);
    expect(reviewers).toHaveLength(2);
    expect(reviewers.some((recipient) => recipient.includes('office-3'))).toBe(false);
    const review = { type: 'reviewReturn', version: 1, sendBack: [] } as const;
    await expect(plan.ask(stagePlan, { ...review, by: inOffice }, on('2022-08-31'))).rejects.toMatchObject({
      code: 'own-unit',
    });
    await plan.ask(stagePlan, { ...review, by: clerk }, on('2022-08-31'));
  });
});
