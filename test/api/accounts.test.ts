import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstAdministratorToken } from '../../api/auth/invitations.ts';
import { absoluteSeconds, createAccounts, idleSeconds } from '../../api/auth/accounts.ts';
import { personIdOf } from '../../domain/duban-namespace.ts';
import { epochOf, instantOfEpoch } from '../../domain/instant.ts';
import { delayAfter } from '../../store/account/sign-in-delays.ts';
import { register } from '../../store/registry/register.ts';
import type { SessionBody } from '../../api/schemas/session.ts';
import { clerk } from '../store/plan/rehearsed-plan.ts';
import { type ApiBed, apiBed, apiOn, bodyOf, withCookies, withPassword } from './api-bed.ts';

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

  const moveBack = (answer: Response, column: 'created_at' | 'expires_at', seconds: number) => {
    const token = decodeURIComponent(answer.headers.getSetCookie()[0]?.match(/session_token=([^;.]+)/)?.[1] ?? '');
    return bed.store.pool.query(
      `UPDATE login_session SET ${column} = ${column} - make_interval(secs => $2) WHERE token = $1`,
      [token, seconds],
    );
  };

  it('is out at the end of the working day, however busy, and in every other session stays in', async () => {
    bed.setNow(instantOfEpoch(Date.now()));
    const [old, young] = [await signIn('毕予屿', password), await signIn('毕予屿', password)];
    await moveBack(old, 'created_at', absoluteSeconds + 1);
    expect((await sessionOf(old)).person).toBeNull();
    expect((await sessionOf(young)).person).not.toBeNull();
    await moveBack(old, 'created_at', -absoluteSeconds);
    expect((await sessionOf(old)).person).toBeNull();
  });

  it('is out after half an hour without a request, and every request begins the half hour anew', async () => {
    const [busy, idle] = [await signIn('毕予屿', password), await signIn('毕予屿', password)];
    for (const each of [busy, idle]) await moveBack(each, 'expires_at', idleSeconds - 60);
    expect((await sessionOf(busy)).person).not.toBeNull();
    for (const each of [busy, idle]) await moveBack(each, 'expires_at', 61);
    expect((await sessionOf(busy)).person).not.toBeNull();
    expect((await sessionOf(idle)).person).toBeNull();
  });

  it('has to change a password of more than ninety days first, where 等级保护 is the rule', async () => {
    const ruled = apiOn(bed.store, { passwordProfile: 'classified-protection', isDemonstration: false });
    const answer = await ruled.ask('/api/session', post({ userName: '毕予屿', password }));
    const ask = withCookies(ruled.ask, answer);
    const { seat, unitId } = clerk;
    await ask('/api/session/seat', { method: 'PUT', body: JSON.stringify({ seat, unitId }) });
    expect((await ask('/api/plans')).status).toBe(200);
    await bed.store.pool.query("UPDATE login SET password_changed_at = now() - interval '91 days'");
    expect(await (await ask('/api/plans')).json()).toMatchObject({ status: 403, code: 'password-expired' });
    const next = 'kettle-Moss-41';
    await bodyOf(await ask('/api/account/password', post({ current: password, next })));
    password = next;
    expect((await ask('/api/plans')).status).toBe(200);
    ruled.close();
  });

  it('is asked to wait where somebody guesses the password at an open screen', async () => {
    const ask = withCookies(bed.ask, await signIn('毕予屿', password));
    const guess = () => ask('/api/account/second-factor', post({ password: 'wrong' }));
    const statuses = [];
    for (let guesses = 0; guesses < 5; guesses += 1) statuses.push((await guess()).status);
    expect(statuses).toEqual([401, 401, 401, 401, 429]);
    bed.setNow(instantOfEpoch(Date.now() + 60_000));
    expect((await signIn('毕予屿', password)).status).toBe(200);
    bed.setNow(instantOfEpoch(Date.now()));
  });

  it('has under https a cookie that no other host and no clear text can carry', async () => {
    const publicUrl = 'https://duban.example.gov.cn';
    const log = pino({ level: 'silent' });
    const accounts = createAccounts({ store: bed.store, secret: 'another-secret-of-32-characters-x', publicUrl, log });
    const secure = apiOn(bed.store, { publicUrl, accounts, isDemonstration: false });
    const answer = await secure.ask('/api/session', {
      ...post({ userName: '毕予屿', password }),
      headers: { origin: publicUrl },
    });
    const [cookie = ''] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/^__Host-duban\.session_token=/);
    expect(cookie.split('; ').slice(1).toSorted()).toEqual(
      expect.arrayContaining(['HttpOnly', 'Path=/', 'SameSite=Lax', 'Secure']),
    );
    expect(cookie).not.toContain('Domain');
    expect(answer.headers.get('strict-transport-security')).toContain('max-age=31536000');
    const session = await bodyOf<SessionBody>(await withCookies(secure.ask, answer)('/api/session'));
    expect(session.person?.personId).toBe(clerk.personId);
    secure.close();
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
