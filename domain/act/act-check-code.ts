import { type Sha256, contentHash } from '../canonical.ts';
import { checkCode } from '../check-code.ts';
import type { ChainAct } from './chain-act.ts';

/** Hash of what an act on a sheet says within its plan: what a head or a leader signs is exactly this. */
export function actContentHash(planId: string, act: ChainAct): Sha256 {
  return contentHash({ planId, act });
}

/** The check code 校验码 that is printed on the sheet of an act; another act, or the same with another word, has another. */
export function actCheckCode(planId: string, act: ChainAct): string {
  return checkCode(actContentHash(planId, act));
}
