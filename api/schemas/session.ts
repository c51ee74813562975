import * as z from 'zod';
import { personRef, unitRef } from './people.ts';
import { id, line, listOf, moment, seat } from './values.ts';

/** A seat in which the person may act; with it the screens of its desk. */
export const seatChoice = z
  .object({
    seat,
    seatName: z.string(),
    unit: unitRef,
    rank: z.enum(['A', 'B']).nullable(),
    deputyFor: personRef.nullable(),
  })
  .meta({ id: 'SeatChoice' });

/** Who is signed in, and in which seat they act; `person` null where nobody is. */
export const session = z
  .object({
    person: personRef.nullable(),
    userName: z.string().nullable(),
    seats: listOf(seatChoice),
    /** Null where a person with several seats has not chosen yet. */
    chosen: seatChoice.nullable(),
    secondFactor: z.boolean(),
    /** Before anything else the password has to be changed. */
    passwordExpired: z.boolean(),
    idleEndsAt: moment.nullable(),
    endsAt: moment.nullable(),
    /** One-click sign-in of demonstration people exists here. */
    hasDemonstration: z.boolean(),
    /** No administrator exists yet: the token printed at the first start makes one. */
    needsFirstAdministrator: z.boolean(),
    passwordProfile: z.enum(['classified-protection', 'modern']),
  })
  .meta({ id: 'Session' });

const password = z.string().min(1, '请输入密码').max(200);

export const signIn = z.strictObject({ userName: line, password });
export const signInResult = z.object({ secondFactorNeeded: z.boolean() }).meta({ id: 'SignInResult' });
const oneTimePassword = z.string().regex(/^\d{6}$/, '应为 6 位数字');
/** What the authenticator shows, or one of the codes that were written down for the day on which it is lost. */
export const secondFactorCode = z.strictObject({
  code: z.union([oneTimePassword, z.string().regex(/^[A-Za-z0-9]{5}-[A-Za-z0-9]{5}$/)], {
    error: '应为 6 位数字，或者一个备用码',
  }),
});
export const firstCode = z.strictObject({ code: oneTimePassword });
export const chooseSeat = z.strictObject({ seat, unitId: id, deputyFor: id.nullable().default(null) });
export const changePassword = z.strictObject({ current: password, next: password });
export const confirmPassword = z.strictObject({ password });
export const secondFactorSetup = z
  .object({ uri: z.string(), backupCodes: listOf(z.string()) })
  .meta({ id: 'SecondFactorSetup' });

/** The first administrator, by the token of the first start. */
export const firstAdministrator = z.strictObject({
  token: z.string().min(1).max(200),
  userName: line,
  name: line,
  email: z.email('邮箱格式不正确').max(200),
  password,
});

/** An invitation for a registered person; its link is shown once. */
export const invite = z.strictObject({ personId: id });
export const invitation = z.object({ link: z.string(), expiresAt: moment }).meta({ id: 'Invitation' });
export const acceptInvitation = z.strictObject({ token: z.string().min(1).max(200), userName: line, password });

/** People of the demonstration, by unit. */
const demoPerson = z.object({ person: personRef, seats: listOf(seatChoice) });
export const demoPeople = z.object({ people: listOf(demoPerson) }).meta({ id: 'DemoPeople' });
export const demoSignIn = z.strictObject({ personId: id, seat: seat.optional(), unitId: id.optional() });

export const done = z.object({ done: z.literal(true) }).meta({ id: 'Done' });

export type SessionBody = z.infer<typeof session>;
export type DemoPersonBody = z.infer<typeof demoPerson>;
export type SeatChoiceBody = z.infer<typeof seatChoice>;
