import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inviteTo } from '../../api/auth/invitations.ts';
import type { SessionBody } from '../../api/schemas/session.ts';
import { clerk } from '../store/plan/rehearsed-plan.ts';
import { type ApiBed, type Ask, apiBed, bodyOf, withCookies, withPassword } from './api-bed.ts';
import { oneTimePassword } from './one-time-password.ts';

const userName = '毕予屿';
const send = (method: string, body: unknown): RequestInit => ({ method, body: JSON.stringify(body) });
const sessionOf = async (ask: Ask) => bodyOf<SessionBody>(await ask('/api/session'));

describe('a person with an authenticator', () => {
  let bed: ApiBed;
  let password = '';
  let key = { uri: '', backupCodes: [] as readonly string[] };
  beforeAll(async () => {
    bed = await apiBed({ isDemonstration: false });
    password = await withPassword(bed, clerk.personId, userName);
  });
  afterAll(() => bed.close());

  const begin = () => bed.ask('/api/session', send('POST', { userName, password }));
  const confirm = (ask: Ask, code: string) => ask('/api/session/second-factor', send('POST', { code }));
  const wrong = () => (oneTimePassword(key.uri) === '000000' ? '111111' : '000000');

  it('is enrolled by the password and the first code, in the seat that was chosen', async () => {
    const ask = withCookies(bed.ask, await begin());
    await ask('/api/session/seat', send('PUT', { seat: clerk.seat, unitId: clerk.unitId }));
    expect((await ask('/api/account/second-factor', send('POST', { password: 'wrong' }))).status).toBe(401);
    key = await bodyOf(await ask('/api/account/second-factor', send('POST', { password })));
    expect(decodeURIComponent(new URL(key.uri).pathname)).toContain(`督办:${userName}`);
    expect(key.backupCodes).toHaveLength(10);
    const refused = await ask('/api/account/second-factor', send('PUT', { code: wrong() }));
    expect(await refused.json()).toMatchObject({ status: 401, code: 'second-factor-failed' });
    expect((await sessionOf(ask)).secondFactor).toBe(false);
    const done = await ask('/api/account/second-factor', send('PUT', { code: oneTimePassword(key.uri) }));
    expect(done.status).toBe(200);
    expect(await sessionOf(withCookies(bed.ask, done))).toMatchObject({
      secondFactor: true,
      chosen: { seat: 'office' },
    });
    expect((await sessionOf(ask)).person).toBeNull();
  });

  it('is not signed in by the password alone, nor by a wrong or an old code', async () => {
    const answer = await begin();
    expect(await answer.json()).toEqual({ secondFactorNeeded: true });
    const ask = withCookies(bed.ask, answer);
    expect((await sessionOf(ask)).person).toBeNull();
    for (const code of [wrong(), oneTimePassword(key.uri, -10)])
      expect(await (await confirm(ask, code)).json()).toMatchObject({ code: 'second-factor-failed' });
    expect((await confirm(ask, '12345')).status).toBe(400);
    const confirmed = await confirm(ask, oneTimePassword(key.uri));
    expect((await sessionOf(withCookies(bed.ask, confirmed))).person?.personId).toBe(clerk.personId);
  });

  it('needs the password first', async () => {
    expect((await confirm(bed.ask, oneTimePassword(key.uri))).status).toBe(401);
  });

  it('gets in without it by a written-down code, each one once', async () => {
    const [code = ''] = key.backupCodes;
    const confirmed = await confirm(withCookies(bed.ask, await begin()), code);
    expect((await sessionOf(withCookies(bed.ask, confirmed))).person).not.toBeNull();
    const again = await confirm(withCookies(bed.ask, await begin()), code);
    expect(await again.json()).toMatchObject({ status: 401, code: 'second-factor-failed' });
  });

  it('is locked for a quarter of an hour by ten wrong codes, over whatever sign-ins', async () => {
    for (let tried = 0; tried < 12; tried += 4) {
      const ask = withCookies(bed.ask, await begin());
      for (let each = 0; each < 4; each += 1) await confirm(ask, wrong());
    }
    const locked = await confirm(withCookies(bed.ask, await begin()), oneTimePassword(key.uri));
    expect(await locked.json()).toMatchObject({ status: 429, code: 'sign-in-delayed', retryAfterSeconds: 900 });
  });

  it('who lost both is let in anew by an invitation', async () => {
    const { link } = await inviteTo(bed.deps, clerk.personId);
    password = 'quite-Long-and-odd-42';
    const accepted = { token: link.split('/').at(-1), userName, password };
    await bodyOf(await bed.ask('/api/invitations/accept', send('POST', accepted)));
    const answer = await begin();
    expect(await answer.clone().json()).toEqual({ secondFactorNeeded: false });
    expect((await sessionOf(withCookies(bed.ask, answer))).secondFactor).toBe(false);
  });

  it('can go back to the password alone', async () => {
    const ask = withCookies(bed.ask, await begin());
    key = await bodyOf(await ask('/api/account/second-factor', send('POST', { password })));
    const on = withCookies(
      bed.ask,
      await ask('/api/account/second-factor', send('PUT', { code: oneTimePassword(key.uri) })),
    );
    expect((await on('/api/account/second-factor', send('DELETE', { password: 'wrong' }))).status).toBe(401);
    expect((await on('/api/account/second-factor', send('DELETE', { password }))).status).toBe(200);
    expect(await (await begin()).json()).toEqual({ secondFactorNeeded: false });
  });
});
