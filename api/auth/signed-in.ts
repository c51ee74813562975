import type { PersonActor } from '../../domain/actor.ts';
import { type Instant, dayOf, epochOf, instantOfEpoch } from '../../domain/instant.ts';
import { endSession, endSessionsOf } from '../../store/account/logins.ts';
import type { Store } from '../../store/store.ts';
import { type Accounts, absoluteSeconds } from './accounts.ts';
import { type PasswordProfile, passwordAgeDays } from './password-rules.ts';
import { actorIn, seatsOf } from './seat-choices.ts';

/** Who is signed in, with the seats that they hold today. */
export interface SignedIn {
  readonly personId: string;
  readonly userId: string;
  readonly userName: string | null;
  readonly token: string;
  readonly seats: readonly PersonActor[];
  readonly actor: PersonActor | null;
  readonly secondFactor: boolean;
  readonly passwordExpired: boolean;
  readonly idleEndsAt: Instant;
  readonly endsAt: Instant;
}

/** Reads the session of a request; `cookies` keep it alive, unless that was not wished. */
export type SessionReader = (
  headers: Headers,
  wish?: { readonly keepsAlive: boolean },
) => Promise<{ readonly signedIn: SignedIn | null; readonly cookies: readonly string[] }>;

/** What reading sessions needs. */
export interface SessionsPlan {
  readonly store: Store;
  readonly accounts: Accounts;
  readonly profile: PasswordProfile;
  readonly now: () => Instant;
}

const nobody = { signedIn: null, cookies: [] } as const;

/** A reader that ends a session whose time is over, and all sessions of a person who holds no seat any more. */
export function sessionReader({ store, accounts, profile, now }: SessionsPlan): SessionReader {
  return async (headers, { keepsAlive } = { keepsAlive: true }) => {
    if (!(headers.get('cookie') ?? '').includes('session_token')) return nobody;
    const { headers: answered, response } = await accounts.api.getSession({
      headers,
      returnHeaders: true,
      query: { disableRefresh: !keepsAlive },
    });
    if (response === null) return nobody;
    const { session, user } = response;
    const at = now();
    const endsAt = session.createdAt.getTime() + absoluteSeconds * 1_000;
    const seats = await seatsOf(store, user.personId, dayOf(at));
    if (seats.length === 0) {
      await endSessionsOf(store, user.personId);
      return nobody;
    }
    if (epochOf(at) >= endsAt) {
      await endSession(store, session.token);
      return nobody;
    }
    const { seat = null, seatUnitId: unitId = null, seatDeputyFor: deputyFor = null } = session;
    const chosen = { seat: seat ?? null, unitId: unitId ?? null, deputyFor: deputyFor ?? null };
    const signedIn: SignedIn = {
      personId: user.personId,
      userId: user.id,
      userName: user.username ?? null,
      token: session.token,
      seats,
      actor: actorIn(seats, chosen),
      secondFactor: user.twoFactorEnabled === true,
      passwordExpired: isExpired(user.passwordChangedAt ?? null, profile, epochOf(at)),
      idleEndsAt: instantOfEpoch(session.expiresAt.getTime()),
      endsAt: instantOfEpoch(endsAt),
    };
    return { signedIn, cookies: answered.getSetCookie() };
  };
}

function isExpired(changedAt: Date | null, profile: PasswordProfile, nowMs: number): boolean {
  const days = passwordAgeDays[profile];
  return days !== null && changedAt !== null && nowMs - changedAt.getTime() > days * 86_400_000;
}
