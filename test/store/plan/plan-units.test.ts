import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unitIdOf } from '../../../domain/duban-namespace.ts';
import { loadSeeds } from '../../../seeds/load-seeds.ts';
import { rebuild } from '../../../store/ledger/rebuild.ts';
import { planOpinions, planUnits } from '../../../store/plan/plan-units.ts';
import { readPlan } from '../../../store/plan/plans.ts';
import { breakdownVersion } from '../../../store/plan/breakdown.ts';
import { type OpenStore, openStore } from '../../../store/store.ts';
import { type TestDatabase, freshDatabase } from '../../support/database.ts';
import { type RehearsedPlan, actor, clerk, head, leader, on, rehearse } from './rehearsed-plan.ts';

const [silent, objecting] = [unitIdOf('fagaiwei'), unitIdOf('gongxinju')];

describe('a plan with one silent unit and one that has an opinion', () => {
  let database: TestDatabase;
  let store: OpenStore;
  let plan: RehearsedPlan;
  beforeAll(async () => {
    database = await freshDatabase();
    store = openStore({ url: database.appUrl, size: 4, name: 'test' });
    await loadSeeds(store, on('2022-08-01'), true);
    plan = await rehearse(store);
    await plan.act({ type: 'beginConsultation', by: clerk }, on('2022-08-15', 10));
    const text = await plan.write('opinion/1', '建议调整目标。');
    const opinions = [{ id: 'opinion-1', taskNumber: '1', text }];
    await plan.act({ type: 'answerConsultation', by: head, unitId: objecting, opinions }, on('2022-08-16'));
    await plan.advance(on('2022-08-19', 9));
  });
  afterAll(() => store.close());

  const unitsById = async () => new Map((await planUnits(store, plan.planId)).map((unit) => [unit.unitId, unit]));

  it('keeps what each of them answered, and until when it could', async () => {
    const units = await unitsById();
    expect(units.get(silent)).toMatchObject({ tasks: 2, answer: 'lapsed', answerDue: '2022-08-18', answeredAt: null });
    expect(units.get(objecting)).toMatchObject({ answer: 'opinions', answeredAt: on('2022-08-16'), answerLate: false });
  });

  it('keeps the opinion with the office’s decision and its reason', async () => {
    const reason = await plan.write('opinion/1/reason', '目标已由市政府确定。');
    await plan.act(
      { type: 'decideOpinion', by: clerk, opinionId: 'opinion-1', decision: 'refused', reason },
      on('2022-08-19'),
    );
    expect(await planOpinions(store, plan.planId)).toMatchObject([
      {
        id: 'opinion-1',
        unitId: objecting,
        taskNumber: '1',
        decision: 'refused',
        reasonId: reason.contentId,
        due: '2022-08-18',
      },
    ]);
  });

  it('can be sent back by the leader, approved and issued, and lists who does not receipt', async () => {
    await plan.act({ type: 'askApproval', by: clerk }, on('2022-08-19', 11));
    const reason = await plan.write('return/reason', '请补充依据。');
    await plan.act({ type: 'returnBreakdown', by: leader, reason }, on('2022-08-19', 14));
    expect(await readPlan(store, plan.planId)).toMatchObject({ phase: 'consultation' });
    await plan.act({ type: 'askApproval', by: clerk }, on('2022-08-19', 15));
    const approval = { type: 'approveBreakdown', by: leader, ...(await breakdownVersion(store, plan.planId)) } as const;
    await plan.act(approval, on('2022-08-19', 16));
    await plan.act({ type: 'issuePlan', by: clerk }, on('2022-08-22'));
    const contacts = await plan.write('receipt/contacts', '联络员：某某');
    const by = actor('gongxinju-officer-a', 'officer', 'gongxinju');
    await plan.act({ type: 'receiptNotice', by, unitId: objecting, contacts }, on('2022-08-23'));
    await plan.advance(on('2022-08-27'));
    const units = await unitsById();
    expect(units.get(objecting)).toMatchObject({
      receiptedAt: on('2022-08-23'),
      receiptLate: false,
      contactsId: contacts.contentId,
      receiptListedAt: null,
    });
    expect(units.get(silent)).toMatchObject({
      receiptedAt: null,
      receiptListedAt: on('2022-08-26', 0),
      contactsId: null,
    });
    expect(await readPlan(store, plan.planId)).toMatchObject({
      phase: 'issued',
      issuedAt: on('2022-08-22'),
      receiptDue: '2022-08-25',
    });
  });

  it('is rebuilt from its ledger row for row', async () => {
    const rebuilt = await rebuild({ ownerUrl: database.ownerUrl, books: store.books, replace: false });
    expect(rebuilt.differences).toEqual([]);
  });
});
