import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkCode } from '../../domain/check-code.ts';
import { dayOf } from '../../domain/instant.ts';
import { plainDate } from '../../domain/plain-date.ts';
import type { TaskEnding } from '../../domain/task/ending/row-ending.ts';
import { readScenario } from '../../seeds/scenario-files.ts';
import { rebuild } from '../../store/ledger/rebuild.ts';
import { verifyLedger } from '../../store/ledger/verify.ts';
import { readYearEnd } from '../../store/papers/year-end.ts';
import { type RehearsalSummary, rehearsalSummary } from '../../store/rehearsal/rehearsal-summary.ts';
import { distinct, eventsOf, mailsOf } from './played-year.ts';
import { type RehearsalStage, playTimeoutMs, rehearsalStage } from './rehearsal-stage.ts';

interface DecidedRow {
  readonly subjectId: string;
  readonly ending: TaskEnding;
  readonly until: string | null;
  readonly value: number | null;
}

interface EndedRow {
  readonly task: string;
  readonly title: string;
  readonly ending: TaskEnding | null;
  readonly until: string | null;
  readonly on: string | null;
}

describe('the end of a year: self-assessments, decisions row by row, the leader’s approval, and statistics that come later', () => {
  let stage: RehearsalStage;
  let planId: string;
  let rows: readonly EndedRow[];
  let summary: RehearsalSummary;

  beforeAll(async () => {
    stage = await rehearsalStage();
    planId = await stage.play(readScenario('year-end'));
    const { store } = stage;
    const found = await store.pool.query<EndedRow>(
      `SELECT task.number AS task, subject.title, subject.ending, ending_until AS until, ending_on AS on
       FROM subject JOIN task USING (task_id) WHERE subject.plan_id = $1 AND removed_at IS NULL`,
      [planId],
    );
    ({ rows } = found);
    summary = await rehearsalSummary(store, planId);
  }, playTimeoutMs);
  afterAll(() => stage.close());

  /** What was decided up to the end of a day, the last of each row. */
  const decidedBy = async (day: string) => {
    const events = (await eventsOf(stage.store, planId, 'endingsDecided')).filter(
      ({ event }) => dayOf(event.at) <= day,
    );
    const decided = events.flatMap(({ task, event }) =>
      (event['rows'] as readonly DecidedRow[]).map((row) => [`${task} ${row.subjectId}`, row] as const),
    );
    return new Map(decided);
  };

  it('has an ending or a named date for every row before the leader approves on 10 February', async () => {
    const approved = await eventsOf(stage.store, planId, 'summaryApproved');
    expect(approved.map(({ event }) => event.at)).toEqual(['2023-02-10T07:00:00.000Z']);
    const decided = await decidedBy('2023-02-10');
    expect(decided.size).toBe(rows.length);
    const named = [...decided.values()].filter(
      ({ ending }) => !['completed', 'exceeded', 'carried-over'].includes(ending),
    );
    expect(named.filter(({ until }) => until === null)).toEqual([]);
  });

  it('keeps one row 待统计 until 31 March, asks for it on that day, and ends it 超额完成 with its figure', async () => {
    const waiting = [...(await decidedBy('2023-02-10')).values()].filter(
      ({ ending }) => ending === 'awaiting-statistics',
    );
    expect(distinct(waiting.map(({ until }) => until ?? ''))).toEqual(['2023-03-31']);
    const asked = await eventsOf(stage.store, planId, 'statisticsDue');
    expect(asked.map(({ task, event }) => [task, event.at])).toEqual([['26', '2023-03-30T16:00:00.000Z']]);
    const after = [...(await decidedBy('2023-04-14')).values()];
    expect(after.find(({ value }) => value === 1.1)).toMatchObject({ ending: 'exceeded', until: null });
    const told = (await mailsOf(stage.store, planId)).filter(({ letters }) =>
      letters.some(({ kind }) => kind === 'statistics-due'),
    );
    expect(distinct(told.map(({ planDay }) => planDay))).toEqual(['2023-03-31']);
  });

  it('carries the row that is still under review over to the next year', () => {
    const carried = rows.filter(({ ending }) => ending === 'carried-over');
    expect(carried.map(({ task }) => task)).toEqual(['3']);
  });

  it('ends every task with the approval but the one that awaits statistics, and that one when they are in', async () => {
    const ended = await eventsOf(stage.store, planId, 'taskEnded');
    const days = Map.groupBy(ended, ({ event }) => dayOf(event.at));
    expect([...days].map(([day, tasks]) => [day, tasks.length])).toEqual([
      ['2023-02-10', 25],
      ['2023-04-04', 1],
    ]);
    expect(days.get(plainDate('2023-04-04'))?.map(({ task }) => task)).toEqual(['26']);
  });

  it('counts the endings of all rows in its summary and on the leader’s paper', async () => {
    expect(Object.values(summary.endings).reduce((sum, count) => sum + count, 0)).toBe(rows.length);
    expect(summary.endings).toMatchObject({ 'carried-over': 1 });
    const paper = await readYearEnd(stage.store, { planId, day: plainDate('2023-04-14') });
    expect(paper.rows).toHaveLength(rows.length);
    expect(paper.rows.filter(({ ending }) => ending === 'open')).toEqual([]);
    expect(paper.checkCode).toMatch(/^[0-9A-F]{5}-[0-9A-F]{5}$/);
    const { rows: plans } = await stage.store.pool.query<{ readonly hash: string }>(
      'SELECT summary_hash AS hash FROM plan WHERE plan_id = $1',
      [planId],
    );
    // The statistics came after the approval: the paper of today is no longer the approved one.
    expect(checkCode(plans[0]?.hash ?? '')).not.toBe(paper.checkCode);
  });

  it('proves its ledger, and folding it anew gives the same tables row for row', async () => {
    const { store, database } = stage;
    expect(await verifyLedger(store)).toMatchObject({ ok: true });
    const folded = await rebuild({ ownerUrl: database.ownerUrl, books: store.books, replace: false });
    expect(folded.differences).toEqual([]);
  });
});
