import type pg from 'pg';
import { uuid5 } from '../../domain/ids.ts';
import { type PersonsLetters, groupLetters } from '../../domain/letters/group-letters.ts';
import type { MailedLetter } from '../../domain/letters/mail-lines.ts';
import { type Connection, inTransaction } from '../transaction.ts';
import { lockDueLetters } from './due-letters.ts';
import { type MailMaking, type NewMail, insertMails } from './insert-mails.ts';
import { type MergeTime, mergeTime } from './merge-time.ts';
import { type PlanMoment, planMoment } from './plan-moment.ts';
import { calendarOf } from './registry-facts.ts';
import { seatHolders } from './seat-holders.ts';

export interface MadeMails {
  readonly made: number;
  readonly merge: MergeTime;
}

/**
 * Puts the plan's due letters into mails, each letter whole and once: one transaction under the plan's mail lock, so that of
 * two senders the second finds nothing left. Null where there is no such plan, or its clock was never set.
 */
export async function makeMails(pool: pg.Pool, planId: string, making: MailMaking): Promise<MadeMails | null> {
  return inTransaction(pool, async (client) => {
    await lockPlanMails(client, planId);
    const plan = await planMoment(client, planId, making.now);
    if (plan === null) return null;
    const merge = await mergeTime(client, plan, await calendarOf(client, plan));
    const isMergeTime = merge.kind === 'now';
    const letters = await lockDueLetters(client, plan, isMergeTime ? ['daily', 'urgent'] : ['urgent']);
    if (letters.length === 0) return { made: 0, merge };
    const holders = await seatHolders(
      client,
      plan,
      letters.map(({ receiver }) => receiver),
    );
    const merged = await alreadyMerged(client, plan);
    const { mails, unaddressed } = groupLetters({ letters, holders, isMergeTime, merged });
    const news = [...mails.map(newMail), ...vacantMails(plan, unaddressed)];
    await insertMails(client, plan, { mails: news, making });
    return { made: news.length, merge };
  });
}

/** Holds off every other maker of the plan's mails until the transaction ends. */
export async function lockPlanMails(connection: Connection, planId: string): Promise<void> {
  await connection.query(`SELECT pg_advisory_xact_lock(hashtextextended('mails of ' || $1, 0))`, [planId]);
}

async function alreadyMerged(connection: Connection, { planId, day }: PlanMoment): Promise<ReadonlySet<string>> {
  const { rows } = await connection.query<{ person_id: string }>({
    name: 'merged mails of the day',
    text: 'SELECT person_id FROM mail WHERE plan_id = $1 AND plan_day = $2 AND sequence = 0',
    values: [planId, day],
  });
  return new Set(rows.map(({ person_id: personId }) => personId));
}

function newMail({ person, letters, isMerged, standsIn }: PersonsLetters): NewMail {
  const failureClass = person.address === null ? 'no-address' : null;
  return { person, letters, standsIn, failureClass, sequence: isMerged ? 0 : null };
}

// A letter that reaches nobody is a failed mail to the empty seat: it shows, and its chain is told like of any other failure.
function vacantMails({ planId }: PlanMoment, letters: readonly MailedLetter[]): readonly NewMail[] {
  const bySeat = Object.groupBy(letters, ({ receiver: { unitId, seat, personId } }) =>
    [unitId, seat, personId ?? ''].join('/'),
  );
  return Object.entries(bySeat).flatMap(([key, group = []]) => {
    const [first] = group;
    if (first === undefined) return [];
    const { unitId, seat } = first.receiver;
    const personId = uuid5(planId, `vacant/${key}`);
    const person = { personId, unitId, seat, rank: null, name: '', address: null, failedOn: null };
    return [{ person, letters: group, sequence: null, standsIn: false, failureClass: 'vacant' as const }];
  });
}
