import { uuid5 } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import type { MailedLetter } from '../../domain/letters/mail-lines.ts';
import { mergedMail } from '../../domain/letters/merged-mail.ts';
import type { SeatHolder } from '../../domain/letters/receivers.ts';
import type { Connection } from '../transaction.ts';
import type { PlanMoment } from './plan-moment.ts';
import { calendarOf, unitNames } from './registry-facts.ts';

/** What mails are made with, besides the letters. */
export interface MailMaking {
  /** Wall clock. */
  readonly now: Instant;
  /** Address of the web interface, without a slash at its end. */
  readonly publicUrl: string;
  /** Right-hand side of Message-IDs. */
  readonly messageDomain: string;
}

/** One mail to be: the sequence is 0 for the day's merged mail, null for the person's next urgent one. */
export interface NewMail {
  readonly person: SeatHolder;
  readonly letters: readonly MailedLetter[];
  readonly sequence: 0 | null;
  readonly standsIn: boolean;
  /** Where it can reach nobody from the start. */
  readonly failureClass: 'vacant' | 'no-address' | null;
}

/** Words the mails and puts them, with the letters that each contains, into the store. Call it under the plan's mail lock. */
export async function insertMails(
  connection: Connection,
  plan: PlanMoment,
  { mails, making }: { readonly mails: readonly NewMail[]; readonly making: MailMaking },
): Promise<void> {
  if (mails.length === 0) return;
  const [calendar, names] = [await calendarOf(connection, plan), await unitNames(connection, plan)];
  const sequences = await lastSequences(connection, plan);
  const rows = mails.map(({ person, letters, sequence: fixed, standsIn, failureClass }) => {
    const sequence = fixed ?? (sequences[person.personId] ?? 0) + 1;
    const id = uuid5(plan.planId, `mail/${person.personId}/${plan.day}/${sequence}`);
    const worded = mergedMail({
      letters,
      standsIn,
      calendar,
      unitNames: names,
      publicUrl: making.publicUrl,
      planId: plan.planId,
      planTitle: plan.title,
      isRehearsal: plan.clock === 'stepped',
      personName: person.name,
      today: plan.day,
    });
    return {
      ...worded,
      id,
      person_id: person.personId,
      sequence,
      message_id: `<${id}@${making.messageDomain}>`,
      recipient: person.address ?? '',
      state: failureClass === null ? 'due' : 'failed',
      failure_class: failureClass,
      letter_ids: letters.map((letter) => letter.id),
    };
  });
  await insert(connection, plan, { rows, now: making.now });
}

async function insert(
  connection: Connection,
  { planId, day, instant }: PlanMoment,
  { rows, now }: { readonly rows: readonly { readonly letter_ids: readonly string[] }[]; readonly now: Instant },
): Promise<void> {
  const text = JSON.stringify(rows);
  await connection.query({
    name: 'insert mails',
    text: `INSERT INTO mail (plan_id, plan_day, made_at, next_try_at,
                             id, person_id, sequence, state, failure_class, message_id, recipient, subject, text, html)
           SELECT $2, $3, $4, $5, made.*
           FROM jsonb_to_recordset($1::jsonb) AS made
             (id uuid, person_id uuid, sequence int, state text, failure_class text, message_id text, recipient text,
              subject text, text text, html text)`,
    values: [text, planId, day, instant, now],
  });
  await connection.query({
    name: 'insert letters of mails',
    text: `INSERT INTO mail_letter (mail_id, letter_id)
           SELECT made.id, letter_id::uuid
           FROM jsonb_to_recordset($1::jsonb) AS made (id uuid, letter_ids jsonb),
                jsonb_array_elements_text(made.letter_ids) AS letter_id`,
    values: [text],
  });
}

/** The last sequence that each person has had on the plan's day; nobody who had none is in it. */
export async function lastSequences(
  connection: Connection,
  { planId, day }: PlanMoment,
): Promise<Readonly<Record<string, number>>> {
  const { rows } = await connection.query<{ person_id: string; last: number }>({
    name: 'sequences of the day',
    text: `SELECT person_id, max(sequence) AS last FROM mail WHERE plan_id = $1 AND plan_day = $2 GROUP BY person_id`,
    values: [planId, day],
  });
  return Object.fromEntries(rows.map(({ person_id: personId, last }) => [personId, last]));
}
