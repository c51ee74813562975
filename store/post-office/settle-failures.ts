import type pg from 'pg';
import type { MailedLetter } from '../../domain/letters/mail-lines.ts';
import { type SeatHolder, addresseesOf, receiversToKnow } from '../../domain/letters/receivers.ts';
import { type Connection, inTransaction } from '../transaction.ts';
import { lettersOfMails } from './due-letters.ts';
import { type MailMaking, insertMails } from './insert-mails.ts';
import { lockPlanMails } from './make-mails.ts';
import { planMoment } from './plan-moment.ts';
import { seatHolders } from './seat-holders.ts';

/** A letter that has reached nobody, for good. */
export interface LostLetter {
  readonly chain: string;
  readonly letterId: string;
  readonly key: string;
  readonly failureClass: string;
}

export interface Settlement {
  /** Letters that go to another officer instead. */
  readonly passedOn: number;
  /** Letters whose chains were told. */
  readonly lost: number;
}

/** Plans with failed mails that nobody has looked after yet: this one, or every real one. */
export async function plansWithFailures(connection: Connection, planId: string | null): Promise<readonly string[]> {
  const { rows } = await connection.query<{ plan_id: string }>({
    name: 'plans with failed mails',
    text: `SELECT DISTINCT plan_id FROM mail JOIN plan USING (plan_id)
           WHERE mail.state = 'failed' AND mail.settled_at IS NULL
             AND CASE WHEN $1::uuid IS NULL THEN plan.clock = 'real' ELSE plan_id = $1 END ORDER BY plan_id`,
    values: [planId],
  });
  return rows.map(({ plan_id: each }) => each);
}

/**
 * Looks after the plan's failed mails: what failed at officer A's mailbox goes to B as a new mail; a letter that no mail can
 * bring any more is told to its chain through `tell`, before it is noted as told, so that a crash can repeat it but not lose it.
 */
export async function settleFailures(
  pool: pg.Pool,
  { planId, making }: { readonly planId: string; readonly making: MailMaking },
  tell: (letter: LostLetter) => Promise<void>,
): Promise<Settlement> {
  return inTransaction(pool, async (client) => {
    await lockPlanMails(client, planId);
    const plan = await planMoment(client, planId, making.now);
    const failed = await unsettledMails(client, planId);
    if (plan === null || failed.length === 0) return { passedOn: 0, lost: 0 };
    const mailIds = failed.map(({ id }) => id);
    const letters = await lettersOfMails(client, mailIds);
    const pasts = await pastsOf(client, letters, mailIds);
    const open = letters.filter(({ id }) => pasts[id]?.isAlive !== true);
    const holders = await seatHolders(client, plan, open.flatMap(receiversToKnow));
    const routes = open.map((letter) => ({ letter, person: nextPerson(letter, holders, pasts[letter.id]) }));
    const passedOn = routes.flatMap(({ letter, person }) => (person === null ? [] : [{ letter, person }]));
    await insertMails(client, plan, { mails: mailsFor(passedOn), making });
    const lost = routes.filter(({ person }) => person === null);
    for (const { letter } of lost) await tell(lostLetter(letter, pasts[letter.id]?.failureClass));
    await client.query('UPDATE mail SET settled_at = $2 WHERE id = ANY ($1::uuid[])', [mailIds, making.now]);
    return { passedOn: passedOn.length, lost: lost.length };
  });
}

// So many at a time keep the transaction, in which workflows are told, short.
const mailsAtOnce = 50;

async function unsettledMails(connection: Connection, planId: string): Promise<readonly { readonly id: string }[]> {
  const { rows } = await connection.query<{ id: string }>({
    name: 'unsettled mails',
    text: `SELECT id FROM mail WHERE plan_id = $1 AND state = 'failed' AND settled_at IS NULL
           ORDER BY id LIMIT ${mailsAtOnce} FOR UPDATE`,
    values: [planId],
  });
  return rows;
}

/** What became of a letter so far, over all mails that contain it. */
interface LetterPast {
  /** Some mail has brought it, may have brought it or may still bring it, or will be settled later and speak for it then. */
  readonly isAlive: boolean;
  readonly tried: readonly string[];
  readonly failureClass: string;
}

async function pastsOf(
  connection: Connection,
  letters: readonly MailedLetter[],
  settledNow: readonly string[],
): Promise<Readonly<Record<string, LetterPast>>> {
  const { rows } = await connection.query<{ id: string } & LetterPast>({
    name: 'pasts of letters',
    text: `SELECT mail_letter.letter_id AS id, 
             bool_or(mail.state <> 'failed' OR (mail.settled_at IS NULL AND mail.id <> ALL ($2::uuid[]))) AS "isAlive",
             array_agg(mail.person_id) AS tried,
             (array_agg(mail.failure_class ORDER BY mail.plan_day DESC, mail.sequence DESC))[1] AS "failureClass"
           FROM mail_letter JOIN mail ON mail.id = mail_letter.mail_id
           WHERE mail_letter.letter_id = ANY ($1::uuid[]) GROUP BY mail_letter.letter_id`,
    values: [letters.map(({ id }) => id), settledNow],
  });
  return Object.fromEntries(rows.map(({ id, ...past }) => [id, past]));
}

const failuresOfTheMailbox: readonly string[] = ['mailbox', 'no-address'];

function nextPerson(
  { receiver }: MailedLetter,
  holders: readonly SeatHolder[],
  past: LetterPast | undefined,
): SeatHolder | null {
  if (past === undefined || !failuresOfTheMailbox.includes(past.failureClass)) return null;
  const { persons } = addresseesOf(receiver, holders, new Set(past.tried));
  const reachable = persons.filter(({ address }) => address !== null);
  if (receiver.seat === 'officer' && receiver.personId === undefined) return reachable[0] ?? null;
  // Who authorised a deputy hears what the deputy could not be told; every other holder of the seat has had it already.
  const absent = holders.flatMap(({ personId, deputyFor }) => (past.tried.includes(personId) ? (deputyFor ?? []) : []));
  return reachable.find(({ personId }) => absent.includes(personId)) ?? null;
}

function mailsFor(routes: readonly { readonly letter: MailedLetter; readonly person: SeatHolder }[]) {
  const byPerson = Object.groupBy(routes, ({ person }) => person.personId);
  return Object.values(byPerson).flatMap((group = []) => {
    const [first] = group;
    if (first === undefined) return [];
    const letters = group.map(({ letter }) => letter);
    const standsIn = group.every(({ person }) => person.rank === 'B' || person.deputyFor !== undefined);
    return [{ person: first.person, letters, sequence: null, standsIn, failureClass: null }];
  });
}

function lostLetter({ chain, id, key }: MailedLetter, failureClass = 'mailbox'): LostLetter {
  return { chain, letterId: id, key, failureClass };
}
