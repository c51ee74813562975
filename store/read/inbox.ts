import type { Seat } from '../../domain/actor.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Letter } from '../../domain/ledger/letter.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import type { Source } from '../transaction.ts';
import { listPage } from './list-page.ts';

/** Whose letters: all of the plan, or those to a seat of a unit; a writer reads only what is for them. */
export interface InboxQuestion {
  readonly planId: string;
  readonly seat: Seat;
  readonly unitId: string;
  readonly personId: string | null;
  readonly state: 'all' | 'coming' | 'sent' | 'withdrawn';
  readonly taskId: string | undefined;
  readonly descending: boolean;
  readonly offset: number;
  readonly limit: number;
}

/** A letter with the mail in which it went out. */
export interface InboxRow {
  readonly letterId: string;
  readonly kind: Letter['kind'];
  readonly unitId: string;
  readonly seat: Seat;
  readonly personId: string | null;
  readonly dueAt: Instant;
  readonly mergeClass: Letter['mergeClass'];
  readonly about: PlainDate | null;
  readonly facts: Letter['facts'];
  readonly isWithdrawn: boolean;
  readonly mailState: string | null;
  readonly sentAt: Instant | null;
  readonly taskId: string | null;
  readonly taskNumber: string | null;
}

const conditions: Readonly<Record<InboxQuestion['state'], string>> = {
  all: 'true',
  coming: 'withdrawn_at_seq IS NULL AND NOT taken',
  sent: 'taken',
  withdrawn: 'withdrawn_at_seq IS NOT NULL AND NOT taken',
};

/** Letters to a seat by the moment at which they are due; both officers see the unit's inbox. */
export async function inboxRows(
  source: Source,
  { planId, seat, unitId, personId, state, taskId, ...part }: InboxQuestion,
): Promise<{ readonly total: number; readonly rows: readonly InboxRow[] }> {
  const text = `SELECT letter.id AS "letterId", letter.kind, unit_id AS "unitId", seat, person_id AS "personId", due_at AS "dueAt",
            merge_class AS "mergeClass", about, facts, withdrawn_at_seq IS NOT NULL AND NOT taken AS "isWithdrawn",
            sent.state AS "mailState", sent.sent_at AS "sentAt", draft.task_id AS "taskId", draft.number AS "taskNumber"
     FROM letter LEFT JOIN LATERAL (
       SELECT state, sent_at FROM mail_letter JOIN mail ON mail.id = mail_id WHERE letter_id = letter.id
       ORDER BY made_at DESC LIMIT 1
     ) AS sent ON true
     LEFT JOIN task_draft AS draft ON draft.plan_id = $1 AND chain = 'task/' || draft.task_id
     WHERE letter.plan_id = $1 AND letter.seat = $2 AND letter.unit_id = $3
       AND ($4::uuid IS NULL OR letter.person_id = $4) AND ${conditions[state]}`;
  const list = { text, values: [planId, seat, unitId, personId], searched: [], last: '"letterId"' };
  return listPage<InboxRow>(source, list, { ...part, search: null, equals: { taskId }, by: 'dueAt' });
}
