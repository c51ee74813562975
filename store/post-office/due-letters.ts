import type { MailedLetter } from '../../domain/letters/mail-lines.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Letter, LetterKind, MergeClass, ReceivingSeat } from '../../domain/ledger/letter.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import type { Connection } from '../transaction.ts';
import type { PlanMoment } from './plan-moment.ts';

interface LetterRow {
  readonly id: string;
  readonly chain: string;
  readonly kind: LetterKind;
  readonly unit_id: string;
  readonly seat: ReceivingSeat;
  readonly person_id: string | null;
  readonly key: string;
  readonly step: string;
  readonly due_at: Instant;
  readonly merge_class: MergeClass;
  readonly about: PlainDate | null;
  readonly facts: Letter['facts'];
}

const columns = 'id, chain, kind, unit_id, seat, person_id, key, step, due_at, merge_class, about, facts';

/**
 * The plan's letters that are due and in no mail, locked until the transaction ends, so that none is withdrawn while its
 * mail is made; locked in the order of their ids, as those who withdraw letters do.
 */
export async function lockDueLetters(
  connection: Connection,
  { planId, instant }: PlanMoment,
  classes: readonly MergeClass[],
): Promise<readonly MailedLetter[]> {
  const { rows } = await connection.query<LetterRow>({
    name: 'due letters',
    text: `SELECT ${columns} FROM letter
           WHERE plan_id = $1 AND due_at <= $2 AND withdrawn_at_seq IS NULL AND NOT taken AND merge_class = ANY ($3::text[])
           ORDER BY id FOR UPDATE`,
    values: [planId, instant, classes],
  });
  return rows.map(letterOf);
}

/** The letters of these mails, each once. */
export async function lettersOfMails(
  connection: Connection,
  mailIds: readonly string[],
): Promise<readonly MailedLetter[]> {
  const { rows } = await connection.query<LetterRow>({
    name: 'letters of mails',
    text: `SELECT ${columns} FROM letter
           WHERE id IN (SELECT letter_id FROM mail_letter WHERE mail_id = ANY ($1::uuid[])) ORDER BY id`,
    values: [mailIds],
  });
  return rows.map(letterOf);
}

function letterOf(row: LetterRow): MailedLetter {
  const receiver = { unitId: row.unit_id, seat: row.seat };
  return {
    id: row.id,
    chain: row.chain,
    kind: row.kind,
    key: row.key,
    step: row.step,
    about: row.about,
    facts: row.facts,
    receiver: row.person_id === null ? receiver : { ...receiver, personId: row.person_id },
    dueAt: row.due_at,
    mergeClass: row.merge_class,
  };
}
