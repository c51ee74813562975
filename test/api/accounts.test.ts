import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstAdministratorToken } from '../../api/auth/invitations.ts';
import { absoluteSeconds } from '../../api/auth/accounts.ts';
import { personIdOf } from '../../domain/duban-namespace.ts';
import { epochOf, instantOfEpoch } from '../../domain/instant.ts';
import { delayAfter } from '../../store/account/sign-in-delays.ts';
import { register } from '../../store/registry/register.ts';
import type { SessionBody } from '../../api/schemas/session.ts';
import { clerk } from '../store/plan/rehearsed-plan.ts';
import { type ApiBed, apiBed, bodyOf, signedInAs, withCookies, withPassword } from './api-bed.ts';

const post = (body: unknown): RequestInit => ({ method: 'POST', body: JSON.stringify(body) });

describe('a person with a password', () => {
  let bed: ApiBed;
  let password = '';
  beforeAll(async () => {
    bed = await apiBed({ isDemonstration: false });
    password = await withPassword(bed, clerk.personId, '毕予屿');
  });
  afterAll(() => bed.close());

  const signIn = (userName: string, secret: string) => bed.ask('/api/session', post({ userName, password: secret }));
  const sessionOf = async (answer: Response) => {
    return bodyOf<SessionBody>(await withCookies(bed.ask, answer)('/api/session'));
  };

  it('signs in, chooses between seats and signs out', async () => {
    const answer = await signIn('毕予屿', password);
    expect(answer.headers.getSetCookie()[0]).toMatch(/^duban\.session_token=.*HttpOnly; SameSite=Lax/);
    const ask = withCookies(bed.ask, answer);
    const session = await sessionOf(answer);
    expect(session.seats.map(({ seat, unit }) => `${unit.name} ${seat}`)).toEqual([
      '领导小组办公室 office',
      '市发改委 writer',
    ]);
    expect(session.chosen).toBeNull();
    expect((await ask('/api/plans')).status).toBe(403);
    const { seat, unitId } = clerk;
    const chosen = await ask('/api/session/seat', { method: 'PUT', body: JSON.stringify({ seat, unitId }) });
    expect((await bodyOf<SessionBody>(chosen)).chosen?.seat).toBe('office');
    expect((await ask('/api/plans')).status).toBe(200);
    await ask('/api/session', { method: 'DELETE' });
    expect((await ask('/api/plans')).status).toBe(401);
  });

  it('is not told whether the name or the password was wrong, and waits longer after each failure', async () => {
    const details = await Promise.all(
      [signIn('毕予屿', 'wrong'), signIn('nobody', 'wrong')].map(async (each) => (await each).json()),
    );
    expect(details.map((each) => (each as { readonly code: string }).code)).toEqual([
      'sign-in-failed',
      'sign-in-failed',
    ]);
    for (let failures = 2; failures <= 4; failures += 1) await signIn('毕予屿', 'wrong');
    const delayed = await signIn('毕予屿', password);
    expect(delayed.status).toBe(429);
    expect(Number(delayed.headers.get('retry-after'))).toBeGreaterThan(0);
    bed.setNow(instantOfEpoch(Date.now() + 60_000));
    expect((await signIn('毕予屿', password)).status).toBe(200);
    expect([3, 4, 5, 40].map(delayAfter)).toEqual([0, 2_000, 4_000, 900_000]);
  });

  it('is out at the end of the working day, however busy', async () => {
    bed.setNow(instantOfEpoch(Date.now()));
    const answer = await signIn('毕予屿', password);
    bed.setNow(instantOfEpoch(Date.now() + absoluteSeconds * 1_000 + 1_000));
    expect((await sessionOf(answer)).person).toBeNull();
    bed.setNow(instantOfEpoch(Date.now()));
    expect((await sessionOf(answer)).person).toBeNull();
  });

  it('changes the password, which ends the other sessions', async () => {
    bed.setNow(instantOfEpoch(Date.now()));
    const [first, second] = [await signIn('毕予屿', password), await signIn('毕予屿', password)];
    const ask = withCookies(bed.ask, first);
    const weak = await ask('/api/account/password', post({ current: password, next: 'password123' }));
    expect(await weak.json()).toMatchObject({ status: 422, code: 'password-too-weak' });
    const next = 'quite-Long-and-odd-42';
    expect((await ask('/api/account/password', post({ current: password, next }))).status).toBe(200);
    expect((await sessionOf(first)).person).not.toBeNull();
    expect((await sessionOf(second)).person).toBeNull();
    password = next;
  });

  it('is out at once when the last seat is left', async () => {
    const answer = await signIn('毕予屿', password);
    const day = {
      validFrom: '2022-01-01' as never,
      validTo: '2022-12-31' as never,
      rank: null,
      person: 'shuziban-office-1',
    };
    const seats = [
      { ...day, unit: 'shuziban', seat: 'office' as const },
      { ...day, unit: 'fagaiwei', seat: 'writer' as const },
    ];
    await register(bed.store, { seats }, { by: 'system', at: instantOfEpoch(Date.now()), transport: 'test' });
    expect((await sessionOf(answer)).person).toBeNull();
  });

  it('finds no one-click sign-in where it is no demonstration', async () => {
    expect((await bed.ask('/api/demo/people')).status).toBe(404);
    expect((await bed.ask('/api/demo/session', post({ personId: clerk.personId }))).status).toBe(404);
  });
});

describe('accounts begin', () => {
  let bed: ApiBed;
  beforeAll(async () => void (bed = await apiBed({ isDemonstration: false })));
  afterAll(() => bed.close());

  it('with the token of the first start, once, and go on by invitation', async () => {
    const now = instantOfEpoch(Date.now());
    const token = await firstAdministratorToken(bed.store, now);
    const wish = {
      token,
      userName: 'admin-1',
      name: '管理员',
      email: 'admin@example.com',
      password: 'quite-Long-and-odd-42',
    };
    expect((await bed.ask('/api/first-administrator', post({ ...wish, token: 'guess' }))).status).toBe(422);
    expect((await bed.ask('/api/first-administrator', post(wish))).status).toBe(200);
    expect((await bed.ask('/api/first-administrator', post(wish))).status).toBe(422);
    expect(await firstAdministratorToken(bed.store, now)).toBeNull();
    const admin = withCookies(
      bed.ask,
      await bed.ask('/api/session', post({ userName: 'admin-1', password: wish.password })),
    );
    const personId = personIdOf('gongxinju-head');
    const { link } = await bodyOf<{ link: string }>(await admin('/api/invitations', post({ personId })));
    const accept = { token: link.split('/').at(-1), userName: 'head-1', password: 'another-Long-odd-word' };
    expect((await bed.ask('/api/invitations/accept', post(accept))).status).toBe(200);
    expect((await bed.ask('/api/invitations/accept', post(accept))).status).toBe(422);
    const signedIn = await bed.ask('/api/session', post({ userName: 'head-1', password: accept.password }));
    const session = await bodyOf<SessionBody>(await withCookies(bed.ask, signedIn)('/api/session'));
    expect(session.chosen).toMatchObject({ seat: 'head', unit: { name: '市工信局' } });
    expect(epochOf(session.endsAt ?? now)).toBeGreaterThan(epochOf(now));
  });
});

describe('requests from elsewhere', () => {
  let bed: ApiBed;
  beforeAll(async () => void (bed = await apiBed()));
  afterAll(() => bed.close());

  it.each([
    { why: 'another origin', headers: { origin: 'https://evil.example' } },
    { why: 'another site', headers: { origin: 'http://127.0.0.1:8080', 'sec-fetch-site': 'cross-site' } },
  ])('are refused before anything else: $why', async ({ headers }) => {
    for (const path of ['/api/session', '/api/demo/session', '/api/registry', '/api/ledger/verification']) {
      const answer = await bed.ask(path, { ...post({}), headers });
      expect(await answer.json(), path).toMatchObject({ status: 403, code: 'foreign-origin' });
    }
  });

  it('carry the protecting headers on every answer', async () => {
    const ask = await signedInAs(bed, clerk);
    for (const path of [
      '/api/session',
      '/api/plans',
      '/api/nothing',
      '/api/docs',
      '/api/plans/not-an-id',
      '/api/health',
    ]) {
      const { headers } = await ask(path);
      expect(headers.get('content-security-policy'), path).toMatch(/^default-src 'none'/);
      expect(headers.get('content-security-policy'), path).not.toContain('unsafe');
      expect(headers.get('x-content-type-options'), path).toBe('nosniff');
      expect(headers.get('x-frame-options'), path).toBe('DENY');
      expect(headers.get('x-request-id'), path).toMatch(/^[0-9a-f-]{36}$/);
      expect(headers.has('cache-control'), path).toBe(true);
    }
  });

  it('are slowed down when there are too many', async () => {
    const small = await apiBed({ requestsPerMinute: 3 });
    const statuses = [];
    for (let sent = 0; sent < 5; sent += 1) statuses.push((await small.ask('/api/health')).status);
    expect(statuses).toEqual([200, 200, 200, 429, 429]);
    await small.close();
  });

  it('get 304 for what has not changed', async () => {
    const ask = await signedInAs(bed, clerk);
    const etag = (await ask('/api/registry/rules')).headers.get('etag') ?? '';
    const again = await ask('/api/registry/rules', { headers: { 'if-none-match': etag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });
});
