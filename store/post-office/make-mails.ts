import type pg from 'pg';
import { type WorkingCalendar, isWorkingDay, nextWorkingDay } from '../../domain/calendar/working-calendar.ts';
import { uuid5 } from '../../domain/ids.ts';
import { type Instant, mailHour } from '../../domain/instant.ts';
import { type PersonsLetters, groupLetters } from '../../domain/letters/group-letters.ts';
import type { MailedLetter } from '../../domain/letters/mail-lines.ts';
import { receiversToKnow } from '../../domain/letters/receivers.ts';
import { addDays } from '../../domain/plain-date.ts';
import { type Connection, inTransaction } from '../transaction.ts';
import { lockDueLetters } from './due-letters.ts';
import { type MailMaking, type NewMail, insertMails } from './insert-mails.ts';
import { type MergeTime, mergeTime } from './merge-time.ts';
import { type PlanMoment, planMoment } from './plan-moment.ts';
import { calendarOf } from './registry-facts.ts';
import { seatHolders } from './seat-holders.ts';

export interface MadeMails {
  readonly plan: PlanMoment;
  readonly made: number;
  readonly merge: MergeTime;
  /** The plan's instant at which letters that are due already, and wait for a merged mail, go out; null where none wait. */
  readonly waitUntil: Instant | null;
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
    const calendar = await calendarOf(client, plan);
    const merge = await mergeTime(client, plan, calendar);
    const isMergeTime = merge.kind === 'now';
    const letters = await lockDueLetters(client, plan, isMergeTime ? ['daily', 'urgent'] : ['urgent']);
    const made = letters.length === 0 ? 0 : await mailLetters(client, plan, { letters, isMergeTime, making });
    const isLeft = merge.kind !== 'waits-for' && (await isAnyLeft(client, plan));
    return { plan, made, merge, waitUntil: isLeft ? nextMerge(calendar, plan) : null };
  });
}

interface Mailing {
  readonly letters: readonly MailedLetter[];
  readonly isMergeTime: boolean;
  readonly making: MailMaking;
}

async function mailLetters(
  connection: Connection,
  plan: PlanMoment,
  { letters, isMergeTime, making }: Mailing,
): Promise<number> {
  const receivers = letters.flatMap(receiversToKnow);
  const holders = await seatHolders(connection, plan, receivers);
  const merged = await alreadyMerged(connection, plan);
  const { mails, unaddressed } = groupLetters({ letters, holders, isMergeTime, merged });
  const all = [...mails.map(newMail), ...vacantMails(plan, unaddressed)];
  await insertMails(connection, plan, { mails: all, making });
  return all.length;
}

async function isAnyLeft(connection: Connection, { planId, instant }: PlanMoment): Promise<boolean> {
  const { rowCount } = await connection.query({
    name: 'letters left',
    text: `SELECT FROM letter WHERE plan_id = $1 AND due_at <= $2 AND withdrawn_at_seq IS NULL AND NOT taken LIMIT 1`,
    values: [planId, instant],
  });
  return rowCount !== 0;
}

function nextMerge(calendar: WorkingCalendar, { instant, day }: PlanMoment): Instant {
  const today = mailHour(day);
  if (instant < today && isWorkingDay(calendar, day)) return today;
  return mailHour(nextWorkingDay(calendar, addDays(day, 1)));
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
