import { RuleViolation } from '../../domain/errors.ts';
import { dayOf } from '../../domain/instant.ts';
import { hasAdministrator, endOtherSessions, notePasswordChange, rememberSeat } from '../../store/account/logins.ts';
import { personsOn } from '../../store/registry/persons.ts';
import type { AppDeps } from '../app-deps.ts';
import { acceptInvitation, inviteTo, setUpFirstAdministrator } from '../auth/invitations.ts';
import { assertPassword } from '../auth/password-rules.ts';
import { actorIn, seatChoices } from '../auth/seat-choices.ts';
import { byPassword, confirmSecondFactor, orRefuse, signIn, wrongCode } from '../auth/sign-in.ts';
import type { SignedIn } from '../auth/signed-in.ts';
import type { Handlers } from '../http/mount-endpoints.ts';
import type { sessionEndpoints } from '../schemas/endpoints/session-endpoints.ts';
import type { SessionBody } from '../schemas/session.ts';

const done = { done: true } as const;

/** Signing in and out, seats, passwords, second factors, invitations. */
export function sessionRoutes(deps: AppDeps): Handlers<typeof sessionEndpoints> {
  const { accounts, store } = deps;
  return {
    session: ({ caller }) => sessionBody(deps, caller.signedIn),
    signIn: async ({ body, caller }) => {
      const { secondFactorNeeded, cookies } = await signIn(deps, { ...body, headers: caller.headers });
      caller.cookies.push(...cookies);
      return { secondFactorNeeded };
    },
    confirmSecondFactor: async ({ body, caller: { headers, cookies } }) => {
      cookies.push(...(await confirmSecondFactor(accounts, body.code, headers)));
      return done;
    },
    signOut: async ({ caller: { headers, cookies } }) => {
      cookies.splice(0);
      cookies.push(...(await accounts.api.signOut({ headers, returnHeaders: true })).headers.getSetCookie());
      return done;
    },
    chooseSeat: async ({ body, signedIn }) => {
      const actor = actorIn(signedIn.seats, body);
      if (actor === null || actor.seat !== body.seat || actor.unitId !== body.unitId)
        throw new RuleViolation('seat-not-held', '您目前不任该岗位，请重新选择。');
      await rememberSeat(store, signedIn.token, actor);
      return sessionBody(deps, { ...signedIn, actor });
    },
    changePassword: async ({ body, signedIn, caller: { headers } }) => {
      const { current, next } = body;
      assertPassword(deps.passwordProfile, next, signedIn.userName ?? '');
      if (current === next) throw new RuleViolation('password-too-weak', '新密码不能与原密码相同。');
      await byPassword(deps, signedIn.userName, () =>
        accounts.api.changePassword({ body: { currentPassword: current, newPassword: next }, headers }),
      );
      await notePasswordChange(store, signedIn.personId);
      await endOtherSessions(store, signedIn.personId, signedIn.token);
      return done;
    },
    ...factorRoutes(deps),
    firstAdministrator: async ({ body }) => {
      await setUpFirstAdministrator(deps, body);
      return done;
    },
    invite: ({ body, caller }) => {
      caller.log.info({ invited: body.personId, by: caller.signedIn?.personId }, 'invitation');
      return inviteTo(deps, body.personId);
    },
    acceptInvitation: async ({ body }) => {
      await acceptInvitation(deps, body);
      return done;
    },
  };
}

type FactorRoutes = Pick<
  Handlers<typeof sessionEndpoints>,
  'beginSecondFactor' | 'completeSecondFactor' | 'endSecondFactor'
>;

function factorRoutes(deps: AppDeps): FactorRoutes {
  const { accounts } = deps;
  return {
    beginSecondFactor: async ({ body, signedIn, caller: { headers, cookies } }) => {
      const { headers: answered, response } = await byPassword(deps, signedIn.userName, () =>
        accounts.api.enableTwoFactor({ body, headers, returnHeaders: true }),
      );
      cookies.push(...answered.getSetCookie());
      if (response.method !== 'totp') throw new Error('a second factor without its key');
      return { uri: labelled(response.totpURI, signedIn.userName), backupCodes: response.backupCodes };
    },
    completeSecondFactor: async ({ body, caller: { headers, cookies } }) => {
      const call = accounts.api.verifyTOTP({ body, headers, returnHeaders: true });
      cookies.push(...(await orRefuse(call, 'second-factor-failed', wrongCode)).headers.getSetCookie());
      return done;
    },
    endSecondFactor: async ({ body, signedIn, caller: { headers, cookies } }) => {
      const answer = await byPassword(deps, signedIn.userName, () =>
        accounts.api.disableTwoFactor({ body, headers, returnHeaders: true }),
      );
      cookies.push(...answer.headers.getSetCookie());
      return done;
    },
  };
}

// Authenticators list a key under the name in its address: the one that the person signs in with, not our own id.
function labelled(uri: string, userName: string | null): string {
  const query = uri.slice(uri.indexOf('?'));
  return `otpauth://totp/${encodeURIComponent('督办')}:${encodeURIComponent(userName ?? '')}${query}`;
}

async function sessionBody(deps: AppDeps, signedIn: SignedIn | null): Promise<SessionBody> {
  const { store, now, isDemonstration, passwordProfile } = deps;
  const day = dayOf(now());
  const place = {
    hasDemonstration: isDemonstration,
    passwordProfile,
    needsFirstAdministrator: !isDemonstration && signedIn === null && !(await hasAdministrator(store, day)),
  };
  const nobody = { person: null, userName: null, seats: [], chosen: null, secondFactor: false, passwordExpired: false };
  if (signedIn === null) return { ...nobody, idleEndsAt: null, endsAt: null, ...place };
  const { personId, userName, seats: held, actor, secondFactor, passwordExpired, idleEndsAt, endsAt } = signedIn;
  const known = (await personsOn(store, { planId: null, day }, [personId])).get(personId);
  const seats = await seatChoices(store, day, held);
  const chosen = actor === null ? null : (seats[held.findIndex((each) => each === actor)] ?? null);
  const person = { personId, name: known?.particulars?.name ?? '（已清除）' };
  return { person, userName, seats, chosen, secondFactor, passwordExpired, idleEndsAt, endsAt, ...place };
}
