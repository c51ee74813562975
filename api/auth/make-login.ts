import { APIError } from 'better-auth/api';
import { RuleViolation } from '../../domain/errors.ts';
import { endFactorOf, endSessionsOf, notePasswordChange } from '../../store/account/logins.ts';
import type { Store } from '../../store/store.ts';
import { type Accounts, hashPassword, isUserName } from './accounts.ts';
import { type PasswordProfile, assertPassword } from './password-rules.ts';

/** Whose account with which name and password. */
export interface LoginWish {
  readonly personId: string;
  readonly userName: string;
  readonly password: string;
}

/** Where accounts are kept, and by which rules of passwords. */
export interface LoginDeps {
  readonly store: Store;
  readonly accounts: Accounts;
  readonly passwordProfile: PasswordProfile;
}

/** Refuses a user name or a password that no account may have. */
export function assertLogin(
  { passwordProfile }: Pick<LoginDeps, 'passwordProfile'>,
  wish: Omit<LoginWish, 'personId'>,
) {
  if (!isUserName(wish.userName))
    throw new RuleViolation('user-name-unfit', '用户名只能用文字、字母、数字和 . _ - @，2 至 60 个字符。');
  assertPassword(passwordProfile, wish.password, wish.userName);
}

/**
 * Makes the account of a person, or gives the one that they have a new name and password; their sessions end, and the second factor,
 * which they may have lost with the password.
 */
export async function makeLogin(deps: LoginDeps, wish: LoginWish): Promise<void> {
  assertLogin(deps, wish);
  const { personId, userName, password } = wish;
  const userId = await keepUser(deps, personId, userName);
  const { internalAdapter } = await deps.accounts.$context;
  const credentials = await internalAdapter.findAccounts(userId);
  const hashed = await hashPassword(password);
  if (credentials.some(({ providerId }) => providerId === 'credential'))
    await internalAdapter.updatePassword(userId, hashed);
  else await internalAdapter.linkAccount({ userId, accountId: userId, providerId: 'credential', password: hashed });
  await notePasswordChange(deps.store, personId);
  await endFactorOf(deps.store, personId);
  await endSessionsOf(deps.store, personId);
}

/** The account of a person, made where there is none; without a password it can only be entered by our own code. */
export async function keepUser(
  { store, accounts }: Pick<LoginDeps, 'store' | 'accounts'>,
  personId: string,
  userName: string | null,
): Promise<string> {
  const { internalAdapter } = await accounts.$context;
  const known = await store.prisma.login.findUnique({ where: { personId }, select: { id: true, username: true } });
  try {
    if (known !== null) {
      // Their own name counts as taken, too: it is written only where it changes.
      if (userName !== null && userName.toLowerCase() !== known.username)
        await internalAdapter.updateUser(known.id, { username: userName });
      return known.id;
    }
    const made = await internalAdapter.createUser(
      {
        name: userName ?? personId,
        email: `${personId}@login.duban.invalid`,
        emailVerified: true,
        personId,
        ...(userName === null ? {} : { username: userName }),
      },
      { method: 'admin' },
    );
    return made.id;
  } catch (error) {
    if (error instanceof APIError) throw new RuleViolation('user-name-taken', '该用户名已有人使用，请换一个用户名。');
    throw error;
  }
}
