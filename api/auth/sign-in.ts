import { APIError } from 'better-auth/api';
import { RuleViolation } from '../../domain/errors.ts';
import { type Instant, epochOf } from '../../domain/instant.ts';
import { forgetFailedSignIns, noteFailedSignIn, signInDelayedUntil } from '../../store/account/sign-in-delays.ts';
import type { Store } from '../../store/store.ts';
import { TryLater } from '../http/refusals.ts';
import type { Accounts } from './accounts.ts';

/** Where accounts are, and what time it is. */
export interface SignInDeps {
  readonly store: Store;
  readonly accounts: Accounts;
  readonly now: () => Instant;
}

/** What a person enters. */
export interface Credentials {
  readonly userName: string;
  readonly password: string;
  readonly headers: Headers;
}

/** Signs in by name and password; `secondFactorNeeded` where the session begins only with a one-time password. */
export async function signIn(
  { store, accounts, now }: SignInDeps,
  { userName, password, headers }: Credentials,
): Promise<{ readonly secondFactorNeeded: boolean; readonly cookies: readonly string[] }> {
  const name = userName.trim().toLowerCase();
  await refuseDelayed({ store, now }, name);
  try {
    const { headers: answered, response } = await accounts.api.signInUsername({
      body: { username: name, password },
      headers,
      returnHeaders: true,
    });
    await forgetFailedSignIns(store, name);
    const secondFactorNeeded = response !== null && 'twoFactorRedirect' in response;
    return { secondFactorNeeded, cookies: answered.getSetCookie() };
  } catch (error) {
    if (!(error instanceof APIError)) throw error;
    await noteFailedSignIn(store, name, now());
    throw new RuleViolation('sign-in-failed', '用户名或密码不正确。');
  }
}

async function refuseDelayed({ store, now }: Pick<SignInDeps, 'store' | 'now'>, name: string): Promise<void> {
  const until = await signInDelayedUntil(store, name, now());
  if (until === null) return;
  const seconds = Math.max(1, Math.ceil((epochOf(until) - epochOf(now())) / 1_000));
  throw new TryLater('sign-in-delayed', `密码多次不正确，请 ${seconds} 秒后再试。`, seconds);
}

/** Runs what somebody who is signed in confirms by their password: wrong ones count as failed sign-ins, so that no open screen is a place to guess. */
export async function byPassword<T>(
  { store, now }: Pick<SignInDeps, 'store' | 'now'>,
  userName: string | null,
  call: () => Promise<T>,
): Promise<T> {
  const name = (userName ?? '').trim().toLowerCase();
  await refuseDelayed({ store, now }, name);
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof APIError)) throw error;
    await noteFailedSignIn(store, name, now());
    throw new RuleViolation('sign-in-failed', '密码不正确。');
  }
}

export const wrongCode = '动态口令不正确或者已经失效，请重新输入。';

const lockSeconds = 15 * 60;

/** Ends a sign-in that asked for a second factor, with a one-time password or a written-down code; the answer's cookies begin the session. */
export async function confirmSecondFactor(
  { api }: Accounts,
  code: string,
  headers: Headers,
): Promise<readonly string[]> {
  const question = { body: { code }, headers, returnHeaders: true } as const;
  try {
    const answer = await (code.includes('-') ? api.verifyBackupCode(question) : api.verifyTOTP(question));
    return answer.headers.getSetCookie();
  } catch (error) {
    if (!(error instanceof APIError)) throw error;
    if (error.status === 'TOO_MANY_REQUESTS')
      throw new TryLater('sign-in-delayed', '动态口令多次不正确，请十五分钟后再试。', lockSeconds);
    throw new RuleViolation('second-factor-failed', wrongCode);
  }
}

/** Runs a call of better-auth; its refusals become ours, under one code and in our words. */
export async function orRefuse<T>(call: Promise<T>, code: string, message: string): Promise<T> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof APIError) throw new RuleViolation(code, message);
    throw error;
  }
}
