import type pg from 'pg';
import { importRehearsal } from '../cli/play.ts';
import { type Instant, atHour, instantOfEpoch } from '../domain/instant.ts';
import { readScenario } from '../seeds/scenario-files.ts';
import { advancePlanClock } from '../store/plan/plan-clock.ts';
import { openPool } from '../store/pool.ts';
import { claimMails } from '../store/post-office/claim-mails.ts';
import { makeMails } from '../store/post-office/make-mails.ts';
import { type BenchDuban, noticeOf } from './bench-duban.ts';
import { rounded } from './quantiles.ts';

/** How fast due letters come into mails and into the hands of a sender, beside rows of a bare table that are only claimed. */
export interface LetterFigures {
  readonly letters: number;
  readonly mails: number;
  /** Due letters put into mails, and these claimed. */
  readonly lettersPerSecond: number;
  /** Rows claimed by a bare loop over `SKIP LOCKED`, as many as there were letters. */
  readonly barePerSecond: number;
  readonly ratio: number;
}

const plans = 20;
const lettersOfUnit = 8;
// As many as the post office opens lines to a mail server, or fewer.
const claimers = 4;
const claimedAtOnce = 100;

/** Lets letters fall due for every unit of twenty plans, and claims them; then as many bare rows in the same database. */
export async function letterFigures(duban: BenchDuban): Promise<LetterFigures> {
  const { store } = duban;
  const planIds = await dueLetters(duban);
  const { rows } = await store.pool.query<{ readonly letters: number }>(
    'SELECT count(*) AS letters FROM letter WHERE plan_id = ANY ($1)',
    [planIds],
  );
  const letters = rows[0]?.letters ?? 0;
  const began = performance.now();
  const mails = await claimAll(store.pool, planIds);
  const lettersPerSecond = letters / ((performance.now() - began) / 1000);
  const barePerSecond = await bareRate(duban, letters);
  return {
    letters,
    mails,
    lettersPerSecond: rounded(lettersPerSecond),
    barePerSecond: rounded(barePerSecond),
    ratio: rounded(lettersPerSecond / barePerSecond),
  };
}

async function dueLetters({ store }: BenchDuban): Promise<readonly string[]> {
  const scenario = readScenario('ordinary');
  const due = atHour(scenario.start, 9);
  const planIds: string[] = [];
  for (let nth = 0; nth < plans; nth += 1) {
    const notice = noticeOf(
      '关于印发《2022年数字经济发展工作要点》的通知\n1.加强5G建设。新建5G基站1400个。(市科技局牵头)',
    );
    const { planId } = await importRehearsal(store, notice, scenario);
    await advancePlanClock(store, planId, due);
    await insertLetters(store.pool, planId, due);
    planIds.push(planId);
  }
  return planIds;
}

// As a chain would leave them: each unit's officer, and a letter for each of some things.
async function insertLetters(pool: pg.Pool, planId: string, due: Instant): Promise<void> {
  await pool.query(
    `INSERT INTO letter (id, chain, seq, plan_id, kind, unit_id, seat, key, step, due_at, merge_class, facts)
     SELECT gen_random_uuid(), 'plan/' || $1::text, 1, $1::uuid, 'notice-issued', unit_id, 'officer', 'bench/' || nth, '', $2,
            'daily', '{"title": "工作要点", "tasks": 1}'
     FROM (SELECT DISTINCT unit_id FROM seat_holding WHERE registry = 'registry/' || $1::text AND seat = 'officer') AS units,
          generate_series(1, $3) AS nth`,
    [planId, due, lettersOfUnit],
  );
}

async function claimAll(pool: pg.Pool, planIds: readonly string[]): Promise<number> {
  const now = (): Instant => instantOfEpoch(Date.now());
  const left = [...planIds];
  const makeAll = async (): Promise<void> => {
    for (let planId = left.pop(); planId !== undefined; planId = left.pop()) {
      await makeMails(pool, planId, { now: now(), publicUrl: 'http://127.0.0.1:8080', messageDomain: 'duban.invalid' });
    }
  };
  await concurrently(makeAll);
  const claim = { clock: 'stepped', planId: null, leaseMs: 300_000, limit: claimedAtOnce } as const;
  const counts = await concurrently(async () => {
    let claimed = 0;
    for (;;) {
      const { length } = await claimMails(pool, { ...claim, now: now() });
      if (length === 0) return claimed;
      claimed += length;
    }
  });
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Rows a second of a table that holds nothing but what a claim needs. */
async function bareRate({ running }: BenchDuban, rows: number): Promise<number> {
  const owner = openPool({ url: running.parts.migrationUrl, size: claimers, name: 'duban-bench-owner' });
  try {
    await owner.query(`CREATE TABLE bench_due (id uuid PRIMARY KEY, due_at text, lease_until text)`);
    await owner.query(`CREATE INDEX ON bench_due (due_at) WHERE lease_until IS NULL`);
    const due = instantOfEpoch(Date.now());
    await owner.query('INSERT INTO bench_due SELECT gen_random_uuid(), $1 FROM generate_series(1, $2)', [due, rows]);
    const began = performance.now();
    await concurrently(async () => {
      for (;;) {
        const { rowCount } = await owner.query({
          name: 'claim bare rows',
          text: `UPDATE bench_due SET lease_until = $1 WHERE id IN (
                   SELECT id FROM bench_due WHERE lease_until IS NULL AND due_at <= $1
                   ORDER BY due_at LIMIT $2 FOR UPDATE SKIP LOCKED
                 ) RETURNING id`,
          values: [due, claimedAtOnce],
        });
        if (rowCount === 0) return;
      }
    });
    return rows / ((performance.now() - began) / 1000);
  } finally {
    await owner.query('DROP TABLE IF EXISTS bench_due');
    await owner.end();
  }
}

async function concurrently<T>(work: () => Promise<T>): Promise<readonly T[]> {
  return Promise.all(Array.from({ length: claimers }, work));
}
