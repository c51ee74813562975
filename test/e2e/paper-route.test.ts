import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PlannedAct } from '../../domain/act/person-act.ts';
import { personIdOf } from '../../domain/duban-namespace.ts';
import type { PaperApproval } from '../../domain/paper-approval.ts';
import { plainDate } from '../../domain/plain-date.ts';
import { readScenario } from '../../seeds/scenario-files.ts';
import { signedPrint } from '../../seeds/simulated-signature.ts';
import { readStoredFile } from '../../store/files/read-file.ts';
import { verifyLedger } from '../../store/ledger/verify.ts';
import { listSheets } from '../../store/sheet/read-sheets.ts';
import { taskChanges } from '../../store/task/task-changes.ts';
import { on } from '../store/plan/rehearsed-plan.ts';
import { actAfterwards } from './act-afterwards.ts';
import { seated, taskIdOf } from './played-task.ts';
import { eventsOf, obligationsOf } from './played-year.ts';
import { type RehearsalStage, playTimeoutMs, rehearsalStage } from './rehearsal-stage.ts';

let stage: RehearsalStage;
let planId: string;

beforeAll(async () => {
  stage = await rehearsalStage();
  planId = await stage.play(readScenario('paper-route'));
}, playTimeoutMs);
afterAll(() => stage.close());

interface Submitted {
  readonly kind: string;
  readonly by: { readonly personId: string; readonly seat: string };
  readonly paper: PaperApproval | null;
}

async function submissions(unit: string): Promise<readonly Submitted[]> {
  const { rows } = await stage.store.pool.query<Submitted>(
    `SELECT kind, submitted_by AS by, submitted_paper AS paper FROM return
     WHERE plan_id = $1 AND submitted_at IS NOT NULL AND kind IN ('stage-plan', 'progress')
       AND unit_id = (SELECT unit_id FROM unit_version WHERE registry = 'registry' AND key = $2 LIMIT 1)
     ORDER BY kind`,
    [planId, unit],
  );
  return rows;
}

/** Returns approved on paper, with everybody who made any version of what was submitted. */
async function paperReturns() {
  const { rows } = await stage.store.pool.query<{ readonly paper: PaperApproval; readonly makers: readonly string[] }>(
    `SELECT submitted_paper AS paper, (
       SELECT coalesce(jsonb_agg(DISTINCT body -> 'event' -> 'by' ->> 'personId'), '[]') FROM event
       WHERE chain = 'return/' || return_id AND body -> 'event' ->> 'type' IN ('rowsSaved', 'headApprovalAsked')
     ) AS makers FROM "return" WHERE plan_id = $1 AND submitted_paper IS NOT NULL`,
    [planId],
  );
  return rows;
}

it('a unit whose head signs on paper reports in time, and the record says who signed what', async () => {
  const signed = await submissions('fagaiwei');
  expect(signed).toMatchObject([
    {
      kind: 'progress',
      by: { personId: personIdOf('fagaiwei-head'), seat: 'head' },
      paper: { signedOn: '2022-10-10' },
    },
    { kind: 'stage-plan', by: { seat: 'head' }, paper: { signer: { seat: 'head' } } },
  ]);
  for (const { paper } of signed) {
    expect(await readStoredFile(stage.store, planId, paper?.scanHash ?? '')).toMatchObject({
      mediaType: 'application/pdf',
      storedBy: { seat: 'officer' },
    });
  }
  const reports = (await obligationsOf(stage.store, planId)).filter(
    ({ unit, kind, period }) => unit === 'fagaiwei' && kind === 'progress' && period === '2022Q3',
  );
  expect(new Set(reports.map(({ late }) => late))).toEqual(new Set([false]));
});

it('the leader approves the breakdown on paper, recorded by the office', async () => {
  const [approved] = await eventsOf(stage.store, planId, 'breakdownApproved');
  const paper = approved?.event['paper'] as PaperApproval | undefined;
  expect(approved?.event).toMatchObject({ at: '2022-08-19T07:00:00.000Z', by: { seat: 'office' } });
  expect(paper).toMatchObject({ signer: { seat: 'leader' }, signedOn: '2022-08-19' });
  expect(await readStoredFile(stage.store, planId, paper?.scanHash ?? '')).toMatchObject({
    storedBy: { seat: 'office' },
  });
});

it('a head asks and the leader decides a second extension on paper; the first is the office’s alone', async () => {
  const taskId = await taskIdOf(stage.store, planId, '24');
  const changes = await taskChanges(stage.store, taskId);
  expect(changes).toMatchObject([
    { state: 'granted', decider: 'office', askedBy: { seat: 'officer' }, paper: { signer: { seat: 'head' } } },
    { state: 'granted', decider: 'leader', askedBy: { seat: 'officer' }, paper: { signer: { seat: 'head' } } },
  ]);
  const decided = (await eventsOf(stage.store, planId, 'changeDecided')).map(({ event }) => event);
  expect(decided).toMatchObject([
    { by: { seat: 'office' } },
    { by: { seat: 'office' }, paper: { signer: { seat: 'leader' }, signedOn: '2022-10-11' } },
  ]);
  expect(decided[0]).not.toHaveProperty('paper');
});

it('nobody who is recorded as having approved on paper made what they approved', async () => {
  for (const { paper, makers } of await paperReturns()) {
    expect(paper.signer.seat).toBe('head');
    expect(makers).not.toContain(paper.signer.personId);
  }
  expect((await paperReturns()).length).toBeGreaterThan(1);
});

it('a signed sheet is void once the content has changed since it was printed', async () => {
  const officer = seated('fagaiwei-officer-a', 'officer', 'fagaiwei');
  const signer = seated('fagaiwei-head', 'head', 'fagaiwei');
  const taskId = await taskIdOf(stage.store, planId, '24');
  const at = on('2022-10-14', 17);
  const draft = (reason: string): PlannedAct => ({
    at,
    key: `test/draft/${reason}`,
    by: officer,
    act: {
      type: 'draftSheet',
      sheet: 'test',
      act: { type: 'requestChange', taskId, request: 'test', change: { kind: 'suspension' }, reason },
    },
  });
  const approval = (version: number): PlannedAct => ({
    at,
    key: `test/approve/${version}`,
    by: officer,
    act: { type: 'approveSheet', sheet: 'test', version },
    signature: { signer, signedOn: plainDate('2022-10-14') },
  });
  expect(await actAfterwards(stage, planId, draft('等待省级方案。'))).toMatchObject({ code: 'recorded' });
  const { paper } = await signedPrint(stage.store, planId, approval(1));
  expect(await actAfterwards(stage, planId, draft('等待省级方案印发。'))).toMatchObject({ code: 'recorded' });
  const { signature: _, ...second } = approval(2);
  expect(await actAfterwards(stage, planId, { ...second, ...(paper === undefined ? {} : { paper }) })).toMatchObject({
    code: 'paper-void',
  });
  const again = await signedPrint(stage.store, planId, approval(2));
  expect(await actAfterwards(stage, planId, { ...again, key: 'test/approve-again' })).toMatchObject({
    code: 'recorded',
  });
  expect(await listSheets(stage.store, planId)).toMatchObject([{ phase: 'performed', version: 2 }]);
});

it('every other unit approves online, and the ledger proves both', async () => {
  expect((await submissions('gongxinju')).map(({ paper }) => paper)).toEqual([null, null]);
  expect(await verifyLedger(stage.store)).toMatchObject({ ok: true });
});
