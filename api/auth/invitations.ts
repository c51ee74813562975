import { personIdOf } from '../../domain/duban-namespace.ts';
import { RuleViolation } from '../../domain/errors.ts';
import { type Instant, dayOf, epochOf, instantOfEpoch } from '../../domain/instant.ts';
import { makeLoginToken, useLoginToken } from '../../store/account/login-tokens.ts';
import { hasAdministrator } from '../../store/account/logins.ts';
import { register } from '../../store/registry/register.ts';
import { unitRegister } from '../../store/registry/units.ts';
import type { Store } from '../../store/store.ts';
import { inTransaction } from '../../store/transaction.ts';
import { type LoginDeps, type LoginWish, assertLogin, makeLogin } from './make-login.ts';
import { seatsOf } from './seat-choices.ts';

/** What invitations are made with. */
export interface InvitationDeps extends LoginDeps {
  readonly publicUrl: string;
  readonly now: () => Instant;
}

const days = 86_400_000;

/** Makes the word by which the first administrator signs up; null where there is one already. */
export async function firstAdministratorToken(store: Store, now: Instant): Promise<string | null> {
  if (await hasAdministrator(store, dayOf(now))) return null;
  return makeLoginToken(store, { personId: null, madeAt: now, expiresAt: instantOfEpoch(epochOf(now) + 7 * days) });
}

/** Who becomes the first administrator. */
export interface FirstAdministrator extends Omit<LoginWish, 'personId'> {
  readonly token: string;
  readonly name: string;
  readonly email: string;
}

const firstKey = 'first-administrator';

/** Registers the first administrator with an account; refused once there is one. */
export async function setUpFirstAdministrator(deps: InvitationDeps, wish: FirstAdministrator): Promise<void> {
  const { store, now } = deps;
  assertLogin(deps, wish);
  const at = now();
  const day = dayOf(at);
  if (await hasAdministrator(store, day))
    throw new RuleViolation('token-invalid', '系统管理员已经设立，请由其邀请其他人员。');
  const office = (await unitRegister(store, { planId: null, day })).find(({ kind }) => kind === 'office');
  if (office === undefined) throw new RuleViolation('unknown-unit', '登记簿中没有领导小组办公室，请先装载单位数据。');
  await withToken(deps, wish.token, null, async () => {
    const { name, email } = wish;
    const entries = {
      persons: [{ key: firstKey, name, email, phone: '', mobile: '', validFrom: day }],
      seats: [{ person: firstKey, unit: office.key, seat: 'admin', rank: null, validFrom: day, validTo: null }],
    } as const;
    await register(store, entries, { by: 'system', at, transport: 'first administrator' });
    await makeLogin(deps, { ...wish, personId: personIdOf(firstKey) });
  });
}

/** Makes the link by which a registered person makes an account, or sets a new password. */
export async function inviteTo(
  { store, publicUrl, now }: InvitationDeps,
  personId: string,
): Promise<{ readonly link: string; readonly expiresAt: Instant }> {
  const madeAt = now();
  if ((await seatsOf(store, personId, dayOf(madeAt))).length === 0)
    throw new RuleViolation('unknown-person', '登记簿中没有此人，或者此人现在不任任何岗位，请先登记。');
  const expiresAt = instantOfEpoch(epochOf(madeAt) + 7 * days);
  const token = await makeLoginToken(store, { personId, madeAt, expiresAt });
  return { link: `${publicUrl.replace(/\/$/, '')}/invitation/${token}`, expiresAt };
}

/** Makes the account of an invited person. */
export async function acceptInvitation(
  deps: InvitationDeps,
  wish: Omit<LoginWish, 'personId'> & { readonly token: string },
): Promise<void> {
  assertLogin(deps, wish);
  await withToken(deps, wish.token, 'somebody', async (personId) => {
    if (personId === null) throw invalidToken();
    await makeLogin(deps, { ...wish, personId });
  });
}

// The word is used up first, so that two who hold it cannot both succeed, and given back where the rest fails.
async function withToken(
  { store, now }: InvitationDeps,
  token: string,
  madeFor: 'somebody' | null,
  work: (personId: string | null) => Promise<void>,
): Promise<void> {
  await inTransaction(store.pool, async (client) => {
    const personId = await useLoginToken(client, token, now());
    if ((personId === null) !== (madeFor === null)) throw invalidToken();
    await work(personId);
  });
}

function invalidToken(): RuleViolation {
  return new RuleViolation('token-invalid', '链接或口令不适用于这里，请核对后重新打开。');
}
