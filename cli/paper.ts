import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { PersonActor } from '../domain/actor.ts';
import type { PaperApproval } from '../domain/paper-approval.ts';
import { isPlainDate, plainDate } from '../domain/plain-date.ts';
import { putFile } from '../store/files/put-file.ts';
import type { PlanLine } from '../store/plan/plans.ts';
import { seatCandidates } from '../store/registry/actors.ts';
import type { Store } from '../store/store.ts';
import { UsageError } from './exit-codes.ts';
import { nowOf, viewOf } from './which-plan.ts';

/** What a command says of a signed sheet; all of it or nothing. */
export interface PaperWish {
  readonly paper?: string;
  readonly signedBy?: string;
  readonly signedOn?: string;
  readonly checkCode?: string;
}

/** Keeps the scan and says who signed: the head of the recorder's unit, for the office a leader. Undefined where nothing was signed. */
export async function paperFor(
  store: Store,
  { plan, by }: { readonly plan: PlanLine; readonly by: PersonActor },
  { paper, signedBy, signedOn, checkCode }: PaperWish,
): Promise<PaperApproval | undefined> {
  if (paper === undefined && signedBy === undefined && signedOn === undefined && checkCode === undefined)
    return undefined;
  if (paper === undefined || signedBy === undefined || signedOn === undefined || checkCode === undefined) {
    throw new UsageError(
      '登记纸质审签，请同时写明 --paper 扫描件、--signed-by 签批人、--signed-on 签批日期和 --check-code 校验码。',
    );
  }
  if (!isPlainDate(signedOn)) throw new UsageError(`签批日期“${signedOn}”有误，应为 2022-10-12 这样的日期。`);
  const signer = await signerNamed(store, { plan, by }, { signedBy, signedOn });
  const bytes = await readFile(paper).catch((): null => null);
  if (bytes === null) throw new UsageError(`找不到扫描件“${paper}”，请核对文件名和所在目录。`);
  const file = { planId: plan.planId, name: basename(paper), bytes, by, at: nowOf(plan) };
  const { hash } = await putFile(store, file);
  return { signer, signedOn: plainDate(signedOn), scanHash: hash, checkCode: checkCode.trim().toUpperCase() };
}

async function signerNamed(
  store: Store,
  { plan, by }: { readonly plan: PlanLine; readonly by: PersonActor },
  { signedBy, signedOn }: { readonly signedBy: string; readonly signedOn: string },
): Promise<PersonActor> {
  const view = { ...viewOf(plan), day: plainDate(signedOn) };
  const seat = by.seat === 'office' ? 'leader' : 'head';
  const unitId = seat === 'leader' ? plan.leadershipUnitId : by.unitId;
  const candidates = await seatCandidates(store, view, { seat, unitId });
  const found = candidates.filter(({ key, name }) => key === signedBy || name === signedBy);
  const [only, ...others] = found;
  if (only === undefined) {
    throw new UsageError(
      `${signedOn}没有“${signedBy}”担任或者代行该单位负责人（市领导）岗位，请核对签批人和签批日期。`,
    );
  }
  if (others.length > 0) throw new UsageError(`有多位“${signedBy}”，请改写人员代码。`);
  return only.actor;
}
