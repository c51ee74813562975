import { hash, verify } from '@node-rs/argon2';
import { betterAuth } from 'better-auth';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { twoFactor, username } from 'better-auth/plugins';
import type { Logger } from 'pino';
import type { Store } from '../../store/store.ts';
import { sessionMaker } from './session-maker.ts';

/** What accounts are made with. */
export interface AccountsPlan {
  readonly store: Pick<Store, 'prisma'>;
  /** Signs the cookies; the same on every process. */
  readonly secret: string;
  readonly publicUrl: string;
  readonly log: Pick<Logger, 'warn' | 'error'>;
}

/** A session that nobody uses ends after half an hour; none lasts longer than a working day. */
export const idleSeconds = 30 * 60;
export const absoluteSeconds = 12 * 60 * 60;

const argon2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashes a password as all passwords are hashed (argon2id, the cost that OWASP names). */
export function hashPassword(password: string): Promise<string> {
  return hash(password, argon2);
}

/** Accounts, sessions and second factors in the database; nothing of it is reachable but through our own routes. */
export function createAccounts({ store, secret, publicUrl, log }: AccountsPlan) {
  const isSecure = publicUrl.startsWith('https:');
  return betterAuth({
    appName: '督办',
    database: prismaAdapter(store.prisma, { provider: 'postgresql' }),
    secret,
    baseURL: publicUrl,
    basePath: '/api/auth',
    trustedOrigins: [new URL(publicUrl).origin],
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      // The rules of passwords are ours; these bounds only keep hashing cheap.
      minPasswordLength: 1,
      maxPasswordLength: 200,
      password: { hash: hashPassword, verify: ({ hash: kept, password }) => verify(kept, password) },
    },
    user: {
      modelName: 'login',
      additionalFields: {
        personId: { type: 'string', required: true, input: false },
        passwordChangedAt: { type: 'date', required: false, input: false },
      },
    },
    session: {
      modelName: 'loginSession',
      expiresIn: idleSeconds,
      updateAge: 60,
      additionalFields: {
        seat: { type: 'string', required: false, input: false },
        seatUnitId: { type: 'string', required: false, input: false },
        seatDeputyFor: { type: 'string', required: false, input: false },
      },
    },
    account: { modelName: 'loginCredential' },
    verification: { modelName: 'loginVerification' },
    plugins: [
      username({ minUsernameLength: 2, maxUsernameLength: 60, usernameValidator: isUserName }),
      twoFactor({ issuer: '督办', schema: { twoFactor: { modelName: 'loginFactor' } } }),
      sessionMaker(),
    ],
    // Ours is per account and in the database; theirs would lock out an office behind one address.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    advanced: {
      useSecureCookies: false,
      cookiePrefix: isSecure ? '__Host-duban' : 'duban',
      defaultCookieAttributes: { secure: isSecure, sameSite: 'lax', path: '/', httpOnly: true },
      ipAddress: { disableIpTracking: true },
    },
    logger: {
      level: 'warn',
      log: (level, message) => (level === 'error' ? log.error(message) : log.warn(message)),
    },
  });
}

export type Accounts = ReturnType<typeof createAccounts>;

/** User names are letters, digits and Chinese characters, with dots, lines and signs of addresses between. */
export function isUserName(text: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{N}._@-]{1,59}$/u.test(text);
}
