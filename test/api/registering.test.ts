import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actor, clerk } from '../store/plan/rehearsed-plan.ts';
import { type ApiBed, type Ask, apiBed, bodyOf, signedInAs } from './api-bed.ts';

describe('what is registered under the id that the browser chose', () => {
  let bed: ApiBed;
  let admin: Ask;
  beforeAll(async () => {
    bed = await apiBed();
    admin = await signedInAs(bed, actor('shuziban-admin', 'admin', 'shuziban'));
  });
  afterAll(() => bed.close());

  const unit = (name: string) => ({
    key: 'jinrongju',
    name,
    fullName: `镇江市${name}`,
    kind: 'government',
    validFrom: '2022-08-01',
  });
  const post = (ask: Ask, body: object) => ask('/api/registry', { method: 'POST', body: JSON.stringify(body) });
  const events = async () => {
    const { rows } = await bed.store.pool.query<{ readonly number: number }>(
      `SELECT count(*) AS number FROM event WHERE chain = 'registry'`,
    );
    return rows[0]?.number ?? 0;
  };

  it('is registered once however often it is sent, also when somebody has changed it since', async () => {
    const [sent, other] = [{ actId: randomUUID(), units: [unit('市金融局')] }, randomUUID()];
    const before = await events();
    expect(await bodyOf(await post(admin, sent))).toEqual({ events: 1 });
    expect(await bodyOf(await post(admin, sent))).toEqual({ events: 1 });
    expect(await events()).toBe(before + 1);
    expect(await bodyOf(await post(admin, { actId: other, units: [unit('市金融办')] }))).toEqual({ events: 1 });
    expect(await bodyOf(await post(admin, sent))).toEqual({ events: 1 });
    expect(await events()).toBe(before + 2);
  });

  it('is refused with other content under the same id, and without an id', async () => {
    const actId = randomUUID();
    expect((await post(admin, { actId, units: [{ ...unit('市文旅局'), key: 'wenlvju' }] })).status).toBe(200);
    const refused = await post(admin, { actId, units: [{ ...unit('市文广旅局'), key: 'wenlvju' }] });
    expect([refused.status, ((await refused.json()) as { readonly code: string }).code]).toEqual([
      409,
      'other-content',
    ]);
    expect((await post(admin, { units: [unit('市金融局')] })).status).toBe(400);
  });

  it('asks for the right to each part as before', async () => {
    const office = await signedInAs(bed, clerk);
    expect((await post(office, { actId: randomUUID(), units: [unit('市金融局')] })).status).toBe(403);
  });
});
