import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actor } from '../store/plan/rehearsed-plan.ts';
import { type ApiBed, type Ask, apiBed, bodyOf, signedInAs } from './api-bed.ts';

interface Versions {
  readonly versions: readonly {
    readonly version: number;
    readonly reason: string;
    readonly by: string;
    readonly at: string;
    readonly rules: object;
  }[];
}

describe('the versions of the rules', () => {
  let bed: ApiBed;
  let admin: Ask;
  const read = async () => (await bodyOf<Versions>(await admin('/api/registry/rules'))).versions;
  const publish = (rules: object, actId: string = randomUUID()) =>
    admin('/api/registry', {
      method: 'POST',
      body: JSON.stringify({ actId, rules: [{ rules, reason: '征求意见时间延长' }] }),
    });

  beforeAll(async () => {
    bed = await apiBed();
    admin = await signedInAs(bed, actor('shuziban-admin', 'admin', 'shuziban'));
  });
  afterAll(() => bed.close());

  it('say who published them, when and why, the newest first', async () => {
    const [first] = await read();
    const rules = { ...first?.rules, version: 2, consultationWorkingDays: 5 };
    expect((await publish(rules)).status).toBe(200);
    const said = await read();
    expect(said.map(({ version, by, reason }) => ({ version, by, reason }))).toEqual([
      { version: 2, by: expect.stringMatching(/^.+（系统管理员）$/), reason: '征求意见时间延长' },
      { version: 1, by: '系统', reason: expect.any(String) },
    ]);
    expect(said.every(({ at }) => at.endsWith('Z'))).toBe(true);
  });

  it('are never written over: other limits under a number that stands are refused', async () => {
    const [newest] = await read();
    const refused = await publish({ ...newest?.rules, consultationWorkingDays: 7 });
    expect(refused.status).toBe(422);
    expect(await read()).toHaveLength(2);
  });
});
