import { afterAll, beforeAll, expect, it } from 'vitest';
import { personIdOf } from '../../domain/duban-namespace.ts';
import type { PaperApproval } from '../../domain/paper-approval.ts';
import { plainDate } from '../../domain/plain-date.ts';
import { readScenario } from '../../seeds/scenario-files.ts';
import { readStoredFile } from '../../store/files/read-file.ts';
import { verifyLedger } from '../../store/ledger/verify.ts';
import { obligationsOf } from './played-year.ts';
import { type RehearsalStage, playTimeoutMs, rehearsalStage } from './rehearsal-stage.ts';

let stage: RehearsalStage;
let planId: string;

beforeAll(async () => {
  stage = await rehearsalStage();
  const until = plainDate('2022-10-14');
  planId = await stage.play({ ...readScenario('ordinary'), onPaper: ['fagaiwei'], until });
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

it('every other unit approves online, and the ledger proves both', async () => {
  expect((await submissions('gongxinju')).map(({ paper }) => paper)).toEqual([null, null]);
  expect(await verifyLedger(stage.store)).toMatchObject({ ok: true });
});
