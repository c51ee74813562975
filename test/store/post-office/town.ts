import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { canonicalText, sha256Of } from '../../../domain/canonical.ts';
import type { Seat } from '../../../domain/actor.ts';
import { type Instant, instant, mailHour } from '../../../domain/instant.ts';
import type { Letter } from '../../../domain/ledger/letter.ts';
import { plainDate } from '../../../domain/plain-date.ts';
import { seedCalendar } from '../../domain/calendar/seed-calendar.ts';

/** One plan with its people, as the registry and the ledger would have left them. */
export interface Town {
  readonly planId: string;
  readonly registry: string;
  /** The unit whose people and letters these are where nothing else is said; no other town's. */
  readonly home: string;
  readonly settle: (person: Inhabitant) => Promise<string>;
  readonly post: (letter?: Partial<Letter>) => Promise<string>;
}

export interface Inhabitant {
  readonly unitId?: string;
  readonly seat: Seat;
  readonly rank?: 'A' | 'B';
  readonly name?: string;
  readonly email?: string | null;
  readonly validTo?: string;
}

function numbered(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

/** A plan, on the real clock or stepped to `steppedTo`, with the calendars of the seeds and no people yet. */
export async function town(pool: pg.Pool, steppedTo: Instant | null = null): Promise<Town> {
  const [planId, home] = [randomUUID(), randomUUID()];
  const registry = steppedTo === null ? 'registry' : `registry/${planId}`;
  await pool.query(
    `INSERT INTO plan (plan_id, clock, title, plan_year, rules_version, imported_at, phase, draft_version, task_count,
                       office_unit_id, leadership_unit_id, started_tasks)
     VALUES ($1, $2, '2022年度工作要点', 2022, 1, '2022-08-15T00:00:00.000Z', 'issued', 1, 26, $3, $3, 26)`,
    [planId, steppedTo === null ? 'real' : 'stepped', home],
  );
  if (steppedTo !== null) {
    await pool.query(`INSERT INTO plan_clock (plan_id, instant, seed) VALUES ($1, $2, '1')`, [planId, steppedTo]);
  }
  for (const table of seedCalendar(2022, 2023)) {
    await pool.query(
      'INSERT INTO calendar_table (registry, year, version, "table") VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
      [registry, table.year, table.version, JSON.stringify(table)],
    );
  }
  return {
    planId,
    registry,
    home,
    settle: (person) => settlePerson(pool, registry, { unitId: home, ...person }),
    post: (letter) => postLetter(pool, planId, { receiver: { unitId: home, seat: 'officer' }, ...letter }),
  };
}

let persons = 0;

async function settlePerson(
  pool: pg.Pool,
  registry: string,
  person: Inhabitant & { readonly unitId: string },
): Promise<string> {
  const [personId, contentId] = [randomUUID(), randomUUID()];
  const number = ++persons;
  const { name = `人员${number}`, email = `person-${number}@unit.example`, unitId, seat } = person;
  const text = canonicalText({ name, email, phone: '', mobile: '' });
  await pool.query(`INSERT INTO content (id, salt, text, commitment) VALUES ($1, 'salt', $2, $3)`, [
    contentId,
    text,
    sha256Of(`salt${text}`),
  ]);
  await pool.query(
    `INSERT INTO person_version (registry, person_id, seq, key, content_id, commitment, valid_from)
     VALUES ($1, $2, $3, $4, $5, $6, '2022-01-01')`,
    [registry, personId, number, `person-${number}`, contentId, sha256Of(`salt${text}`)],
  );
  await pool.query(
    `INSERT INTO seat_holding (registry, person_id, unit_id, seat, valid_from, valid_to, rank)
     VALUES ($1, $2, $3, $4, '2022-01-01', $5, $6)`,
    [registry, personId, unitId, seat, person.validTo ?? null, person.rank ?? null],
  );
  return personId;
}

let letters = 0;

async function postLetter(
  pool: pg.Pool,
  planId: string,
  changes: Partial<Letter> & Pick<Letter, 'receiver'>,
): Promise<string> {
  const number = ++letters;
  const letter: Letter = {
    kind: 'obligation-reminder',
    key: `progress/${number}`,
    step: '-3',
    dueAt: mailHour(plainDate('2022-10-09')),
    mergeClass: 'daily',
    about: plainDate('2022-10-12'),
    facts: { obligationKind: 'progress', period: '2022Q3' },
    ...changes,
  };
  const id = randomUUID();
  await pool.query(
    `INSERT INTO letter (id, chain, seq, plan_id, kind, unit_id, seat, person_id, key, step, due_at, merge_class, about, facts)
     VALUES ($1, $2, 1, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      id,
      `task/${numbered(number)}`,
      planId,
      letter.kind,
      letter.receiver.unitId,
      letter.receiver.seat,
      letter.receiver.personId ?? null,
      letter.key,
      letter.step,
      letter.dueAt,
      letter.mergeClass,
      letter.about,
      JSON.stringify(letter.facts),
    ],
  );
  return id;
}

/** Shanghai time on the working Sunday 9 October 2022. */
export function onSunday(time: string): Instant {
  const [hour = '', minute = ''] = time.split(':');
  return instant(`2022-10-09T${String(Number(hour) - 8).padStart(2, '0')}:${minute}:00.000Z`);
}
