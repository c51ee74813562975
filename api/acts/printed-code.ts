import { actCheckCode } from '../../domain/act/act-check-code.ts';
import { isOnSheet } from '../../domain/act/act-chain.ts';
import type { PersonAct } from '../../domain/act/person-act.ts';
import { checkCode } from '../../domain/check-code.ts';
import { RuleViolation } from '../../domain/errors.ts';
import type { Instant } from '../../domain/instant.ts';
import { checkCodeOf } from '../../domain/return/check-code.ts';
import { sheetIdOf } from '../../domain/sheet/sheet-of.ts';
import { breakdownVersion } from '../../store/plan/breakdown.ts';
import { identityOf } from '../../store/return/act-on-return.ts';
import { yearSummary } from '../../store/plan/year-summary.ts';
import { readReturn } from '../../store/return/read-returns.ts';
import { readSheet } from '../../store/sheet/read-sheets.ts';
import type { Store } from '../../store/store.ts';

/** The check code 校验码 of what an approval covers as it stands now: what its print says, as long as nothing is changed. */
export async function printedCode(
  store: Store,
  planId: string,
  { act, at }: { readonly act: PersonAct; readonly at: Instant },
): Promise<string> {
  if (act.type === 'submitReturn') {
    const { returnId } = await identityOf(store.pool, planId, { owed: act.of, at });
    return checkCodeOf(await readReturn(store, returnId));
  }
  if (act.type === 'approveBreakdown' || act.type === 'returnBreakdown') {
    return checkCode((await breakdownVersion(store, planId)).breakdownHash);
  }
  if (act.type === 'approveSummary' || act.type === 'returnSummary') {
    return checkCode((await yearSummary(store, planId)).summaryHash);
  }
  if (act.type === 'approveSheet') {
    const sheet = await readSheet(store, sheetIdOf(planId, act.sheet));
    if (sheet === null) throw new RuleViolation('unknown-sheet', '没有这份审签单，请核对编号');
    return sheet.checkCode;
  }
  if (act.type !== 'settle' && !isOnSheet(act)) return actCheckCode(planId, act);
  throw new RuleViolation('paper-not-taken', '该事项不通过纸质审签办理');
}
