import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SheetLineBody, type SheetPageBody, type SignerListBody, sheetPage } from '../../api/schemas/sheet.ts';
import type { PersonActor } from '../../domain/actor.ts';
import { unitIdOf } from '../../domain/duban-namespace.ts';
import { type RehearsedPlan, actor, clerk, head, issue, officer, on, rehearse } from '../store/plan/rehearsed-plan.ts';
import { type ApiBed, type Ask, apiBed, bodyOf, signedInAs } from './api-bed.ts';

const sheet = 'contacts';
const change = {
  type: 'changeContacts',
  unitId: unitIdOf('gongxinju'),
  from: '2022-08-31',
  leaves: [],
  takes: [],
  contacts: '责任领导：某某；责任处室：数字化处。',
  reason: '责任处室调整。',
};

describe('a change of contacts on a sheet, over HTTP', () => {
  let bed: ApiBed;
  let plan: RehearsedPlan;
  const asks = new Map<string, Ask>();

  const as = async (who: PersonActor): Promise<Ask> => {
    const known = asks.get(who.personId) ?? (await signedInAs(bed, who));
    asks.set(who.personId, known);
    return known;
  };
  const read = async (who: PersonActor, path: string) => (await as(who))(`/api/plans/${plan.planId}/${path}`);
  const post = async (by: PersonActor, act: object, paper?: object): Promise<Response> => {
    const { seat, unitId } = by;
    const body = { actId: randomUUID(), seat: { seat, unitId }, act, ...(paper === undefined ? {} : { paper }) };
    return (await as(by))(`/api/plans/${plan.planId}/acts`, { method: 'POST', body: JSON.stringify(body) });
  };
  const onlySheet = async (who: PersonActor): Promise<SheetLineBody | undefined> =>
    (await bodyOf<{ rows: readonly SheetLineBody[] }>(await read(who, 'sheets'))).rows[0];
  const page = async (who: PersonActor): Promise<SheetPageBody> =>
    bodyOf(await read(who, `sheets/${(await onlySheet(who))?.sheetId ?? ''}`));

  beforeAll(async () => {
    bed = await apiBed();
    plan = await rehearse(bed.store);
    await issue(bed.store, plan);
    await plan.advance(on('2022-08-29', 8));
    await bodyOf(await post(officer, { type: 'draftSheet', sheet, act: change }));
  });
  afterAll(() => bed.close());

  it('is read by its unit and the supervisor, and by nobody else', async () => {
    const told = await page(head);
    expect(sheetPage.safeParse(told).error?.issues ?? []).toEqual([]);
    expect(told).toMatchObject({ matter: '联系人变更', phase: 'drafted', phaseName: '已拟写', version: 1 });
    expect(told.lines).toContain('变更理由：责任处室调整。');
    expect((await page(actor('duchashi-supervisor-1', 'supervisor', 'duchashi'))).sheetId).toBe(told.sheetId);
    for (const other of [clerk, actor('fagaiwei-officer-a', 'officer', 'fagaiwei')]) {
      expect(await onlySheet(other)).toBeUndefined();
      expect((await read(other, `sheets/${told.sheetId}`)).status).toBe(404);
      expect((await read(other, `papers/sheet?sheet=${sheet}`)).status).toBe(404);
    }
  });

  it('is printed, signed and recorded on paper with its scan, and its act is done', async () => {
    const { checkCode, sheetId } = await page(officer);
    const print = await read(officer, `papers/sheet?sheet=${sheet}`);
    expect([print.status, print.headers.get('content-type')?.includes('wordprocessingml')]).toEqual([200, true]);
    const { signers } = await bodyOf<SignerListBody>(await read(officer, 'signers?on=2022-08-29'));
    expect(signers.map(({ signer }) => signer.personId)).toEqual([head.personId]);
    const upload = `/api/plans/${plan.planId}/scans?fileName=${encodeURIComponent('签字.pdf')}`;
    const kept = await (await as(officer))(upload, { method: 'POST', body: '%PDF-1.7 signed' });
    const { hash } = await bodyOf<{ hash: string }>(kept);
    const paper = { signer: signers[0]?.signer, signedOn: '2022-08-29', scanHash: hash, checkCode };
    const approve = { type: 'approveSheet', sheet, version: 1 };
    const wrong = await post(officer, approve, { ...paper, checkCode: 'AAAA-AAAA' });
    expect([wrong.status, ((await wrong.json()) as { code: string }).code]).toEqual([422, 'paper-void']);
    expect((await post(officer, approve, paper)).status).toBe(200);
    expect(await page(officer)).toMatchObject({ phase: 'performed', onPaper: true, scanHash: hash, refusal: null });
    const scan = await read(officer, `sheets/${sheetId}/scan`);
    expect(await scan.text()).toBe('%PDF-1.7 signed');
    const { rows } = await bed.store.pool.query('SELECT valid_from FROM contact_change WHERE plan_id = $1', [
      plan.planId,
    ]);
    expect(rows).toEqual([{ valid_from: '2022-08-31' }]);
  });

  it('refuses the list of signers to a head, who records no papers', async () => {
    expect((await read(head, 'signers')).status).toBe(403);
  });
});
