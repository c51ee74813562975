import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { printedCode } from '../../api/acts/printed-code.ts';
import { carryOutSheets } from '../../api/acts/carry-out-sheets.ts';
import { actCheckCode } from '../../domain/act/act-check-code.ts';
import type { ChainAct } from '../../domain/act/chain-act.ts';
import { contentHash } from '../../domain/canonical.ts';
import { unitIdOf } from '../../domain/duban-namespace.ts';
import type { PaperApproval } from '../../domain/paper-approval.ts';
import { plainDate } from '../../domain/plain-date.ts';
import { sheetIdOf } from '../../domain/sheet/sheet-of.ts';
import { sheetPaper } from '../../papers/seats/sheet-paper.ts';
import { loadSeeds } from '../../seeds/load-seeds.ts';
import { putFile } from '../../store/files/put-file.ts';
import { rebuild } from '../../store/ledger/rebuild.ts';
import { verifyLedger } from '../../store/ledger/verify.ts';
import { yearDigest } from '../../store/ledger/year-digest.ts';
import { planOpinions } from '../../store/plan/plan-units.ts';
import { readSheetPaper } from '../../store/papers/sheet.ts';
import { actOnSheet } from '../../store/sheet/act-on-sheet.ts';
import { listSheets, readSheet } from '../../store/sheet/read-sheets.ts';
import { openPool } from '../../store/pool.ts';
import { type OpenStore, openStore } from '../../store/store.ts';
import { type RehearsedPlan, clerk, head, officer, on, rehearse } from '../store/plan/rehearsed-plan.ts';
import { type TestDatabase, freshDatabase } from '../support/database.ts';
import { acting } from './acting.ts';

const at = on('2022-08-16', 15);
const sheet = 'answer';
const answer: ChainAct = {
  type: 'answerConsultation',
  unitId: unitIdOf('gongxinju'),
  opinions: [{ taskNumber: '1', text: '建议目标调整为1200个。' }],
};
const scan = Buffer.from('%PDF-1.7 signed');

describe('a unit’s answer on a sheet', () => {
  let database: TestDatabase;
  let store: OpenStore;
  beforeAll(async () => {
    database = await freshDatabase();
    store = openStore({ url: database.appUrl, size: 6, name: 'test' });
    await loadSeeds(store, on('2022-08-01'), true);
  });
  afterAll(() => store.close());

  const consulted = async (): Promise<RehearsedPlan> => {
    const plan = await rehearse(store);
    await plan.act({ type: 'beginConsultation', by: clerk }, on('2022-08-15', 10));
    return plan;
  };
  const draftAndAsk = async (plan: RehearsedPlan, act: ChainAct = answer): Promise<void> => {
    const perform = acting(store, plan);
    await perform({ by: officer, at, act: { type: 'draftSheet', sheet, act } });
    await perform({ by: officer, at, act: { type: 'askSheetApproval', sheet } });
  };
  const approve = { by: head, at, act: { type: 'approveSheet', sheet, version: 1 } } as const;
  const signed = async (plan: RehearsedPlan, changes: Partial<PaperApproval> = {}): Promise<PaperApproval> => {
    const { hash } = await putFile(store, { planId: plan.planId, name: '审签单.pdf', bytes: scan, by: officer, at });
    const checkCode = actCheckCode(plan.planId, answer);
    return { signer: head, signedOn: plainDate('2022-08-16'), scanHash: hash, checkCode, ...changes };
  };
  const page = (plan: RehearsedPlan) => readSheet(store, sheetIdOf(plan.planId, sheet));
  const planEvent = async (plan: RehearsedPlan) => {
    const { rows } = await store.pool.query<{ readonly event: unknown }>(
      `SELECT body -> 'event' AS event FROM event WHERE chain = $1 ORDER BY seq DESC LIMIT 1`,
      [`plan/${plan.planId}`],
    );
    return rows[0]?.event;
  };

  it('is printed with its number, version, check code and words', async () => {
    const plan = await consulted();
    await acting(store, plan)({ by: officer, at, act: { type: 'draftSheet', sheet, act: answer } });
    const print = await readSheetPaper(store, { planId: plan.planId, day: plainDate('2022-08-16'), sheet });
    expect(print).toMatchObject({
      unitName: '市工信局',
      isForLeader: false,
      version: 1,
      checkCode: actCheckCode(plan.planId, answer),
      matter: '对任务分解方案的反馈意见',
      lines: ['对第1项任务的意见：建议目标调整为1200个。'],
    });
    expect(print.number).toMatch(/^2022-[0-9A-F]{8}$/);
    expect((await sheetPaper(print)).byteLength).toBeGreaterThan(1_000);
    const code = await printedCode(store, plan.planId, { act: approve.act, at });
    expect(code).toBe(print.checkCode);
  });

  it('is given in the head’s name when the head approves it', async () => {
    const plan = await consulted();
    await draftAndAsk(plan);
    expect(await planOpinions(store, plan.planId)).toEqual([]);
    await acting(store, plan)(approve);
    expect(await page(plan)).toMatchObject({ phase: 'performed', decidedBy: head, paper: null, act: answer });
    expect(await planEvent(plan)).toMatchObject({ type: 'consultationAnswered', by: head });
    expect(await planOpinions(store, plan.planId)).toHaveLength(1);
    const { differences } = await rebuild({ ownerUrl: database.ownerUrl, books: store.books, replace: false });
    expect(differences).toEqual([]);
  });

  it('is given on paper, with the scan, the signer and the recorder on the plan’s record', async () => {
    const plan = await consulted();
    const perform = acting(store, plan);
    await perform({ by: officer, at, act: { type: 'draftSheet', sheet, act: answer } });
    const paper = await signed(plan);
    await perform({ ...approve, by: officer, paper });
    expect(await page(plan)).toMatchObject({ phase: 'performed', decidedBy: officer, paper });
    expect(await planEvent(plan)).toMatchObject({ type: 'consultationAnswered', by: officer, paper });
    expect(await verifyLedger(store)).toMatchObject({ ok: true });
  });

  it('fails the proof of the ledger once its scan was exchanged', async () => {
    const own = await freshDatabase();
    const other = openStore({ url: own.appUrl, size: 4, name: 'test' });
    await loadSeeds(other, on('2022-08-01'), true);
    const plan = await rehearse(other);
    await plan.act({ type: 'beginConsultation', by: clerk }, on('2022-08-15', 10));
    const file = { planId: plan.planId, name: '审签单.pdf', bytes: scan, by: officer, at };
    const { hash } = await putFile(other, file);
    const checkCode = actCheckCode(plan.planId, answer);
    const paper = { signer: head, signedOn: plainDate('2022-08-16'), scanHash: hash, checkCode };
    await acting(other, plan)({ by: officer, at, act: answer, paper });
    expect(await verifyLedger(other)).toMatchObject({ ok: true });
    const superuser = openPool({ url: own.superuserUrl, size: 1, name: 'test' });
    await superuser.query(`SET session_replication_role = replica`);
    await superuser.query(`UPDATE stored_file SET bytes = '%PDF-other' WHERE hash = $1`, [hash]);
    expect(await verifyLedger(other)).toMatchObject({
      ok: false,
      fault: { chain: `plan/${plan.planId}`, kind: 'scan' },
    });
    await superuser.end();
    await other.close();
  });

  it.each([
    { what: 'the scan was never handed in', change: { scanHash: 'b'.repeat(64) }, code: 'scan-missing' },
    { what: 'the signer was not yet the head', change: { signedOn: plainDate('2021-12-31') }, code: 'seat-not-held' },
    {
      what: 'the signer says to be a deputy',
      change: { signer: { ...head, deputyFor: officer.personId } },
      code: 'seat-not-held',
    },
    { what: 'the signer is neither a head nor a leader', change: { signer: officer }, code: 'paper-not-taken' },
    { what: 'another content was signed', change: { checkCode: '00000-00000' }, code: 'paper-void' },
  ])('is not given on paper where $what', async ({ change, code }) => {
    const plan = await consulted();
    await draftAndAsk(plan);
    const paper = await signed(plan, change);
    await expect(acting(store, plan)({ ...approve, by: officer, paper })).rejects.toMatchObject({ code });
    expect(await planOpinions(store, plan.planId)).toEqual([]);
  });

  it('can be recorded without a sheet in the system, if the code is that of the content', async () => {
    const plan = await consulted();
    const perform = acting(store, plan);
    const other = { ...answer, opinions: [] };
    await expect(perform({ by: officer, at, act: other, paper: await signed(plan) })).rejects.toMatchObject({
      code: 'paper-void',
    });
    await perform({ by: officer, at, act: answer, paper: await signed(plan) });
    expect(await planOpinions(store, plan.planId)).toHaveLength(1);
  });

  it('shows on the sheet why the plan refused it', async () => {
    const plan = await consulted();
    await draftAndAsk(plan);
    await plan.act({ type: 'answerConsultation', by: head, unitId: head.unitId, opinions: [] }, at);
    await acting(store, plan)(approve);
    expect(await page(plan)).toMatchObject({ phase: 'act-refused', refusal: { code: 'answered-twice' } });
    const { rows } = await store.pool.query('SELECT kind FROM letter WHERE chain = $1 AND withdrawn_at_seq IS NULL', [
      `sheet/${sheetIdOf(plan.planId, sheet)}`,
    ]);
    expect(rows).toEqual([{ kind: 'sheet-act-refused' }]);
  });

  it('is given by the next act on a sheet where a crash came between, and only once', async () => {
    const plan = await consulted();
    await draftAndAsk(plan);
    const command = { type: 'approveSheet', by: head, version: 1 } as const;
    const identity = { commandId: 'approve', contentHash: contentHash(command), recordedAt: at, transport: 'test' };
    const sheetId = sheetIdOf(plan.planId, sheet);
    await actOnSheet(store, { planId: plan.planId, sheetId, command, at, ...identity });
    expect(await page(plan)).toMatchObject({ phase: 'approved' });
    const perform = acting(store, plan);
    await carryOutSheets(store, plan.planId, perform);
    await carryOutSheets(store, plan.planId, perform);
    expect(await page(plan)).toMatchObject({ phase: 'performed' });
    expect(await planOpinions(store, plan.planId)).toHaveLength(1);
  });

  it('stays to be given where nobody knows whether it was', async () => {
    const plan = await consulted();
    await draftAndAsk(plan);
    const perform = acting(store, { ...plan, act: () => Promise.reject(new Error('away')) });
    await expect(perform(approve)).rejects.toThrow('away');
    expect(await listSheets(store, plan.planId, { phase: 'approved' })).toHaveLength(1);
  });

  it.each([
    { what: 'another unit’s answer', act: { ...answer, unitId: unitIdOf('fagaiwei') }, code: 'not-permitted' },
    { what: 'what needs no approval', act: { type: 'issuePlan' }, code: 'sheet-not-needed' },
  ] as const)('cannot be $what', async ({ act, code }) => {
    await expect(draftAndAsk(await consulted(), act)).rejects.toMatchObject({ code });
  });

  it('leaves the same digest in every run', async () => {
    const digestOf = async (): Promise<string> => {
      const plan = await consulted();
      await draftAndAsk(plan);
      await acting(store, plan)({ ...approve, by: officer, paper: await signed(plan) });
      return yearDigest(store, plan.planId);
    };
    expect(await digestOf()).toBe(await digestOf());
  });
});
