import { actCheckCode } from '../../domain/act/act-check-code.ts';
import { approverOfAct } from '../../domain/act/approved-act.ts';
import type { PlannedAct } from '../../domain/act/person-act.ts';
import type { SheetAct } from '../../domain/act/sheet-act.ts';
import { canonicalText } from '../../domain/canonical.ts';
import { RuleViolation, assertNever } from '../../domain/errors.ts';
import { assertMay } from '../../domain/permissions.ts';
import type { SheetCommand } from '../../domain/sheet/sheet-command.ts';
import { sheetIdOf } from '../../domain/sheet/sheet-of.ts';
import { readPlan } from '../../store/plan/plans.ts';
import { actOnSheet } from '../../store/sheet/act-on-sheet.ts';
import type { Store } from '../../store/store.ts';
import type { ActTexts } from './act-texts.ts';
import { approvalOf, recordOf } from './envelope.ts';

/** An act on a sheet, and with what its command is made. */
export interface SheetActing {
  readonly planned: PlannedAct;
  readonly act: SheetAct;
  readonly texts: ActTexts;
}

/** Records what a person does to a sheet 审签单; the act of an approved one is carried out by `carryOutSheets`. */
export async function performSheetAct(store: Store, planId: string, acting: SheetActing): Promise<void> {
  const command = await sheetCommand(store, planId, acting);
  const sheetId = sheetIdOf(planId, acting.act.sheet);
  const acted = await actOnSheet(store, { ...recordOf(planId, acting.planned, command), sheetId });
  if (acted.outcome === 'other-content') {
    throw new RuleViolation('other-content', '同一编号的办理已按其他内容记录，请刷新后重试。');
  }
}

async function sheetCommand(store: Store, planId: string, { planned, act, texts }: SheetActing): Promise<SheetCommand> {
  const { by } = planned;
  switch (act.type) {
    case 'draftSheet':
      return draft(store, planId, { planned, act, texts });
    case 'askSheetApproval':
    case 'withdrawSheet':
      return { type: act.type, by };
    case 'refuseSheet':
      return { type: act.type, by, reason: await texts.keepOne(act.reason) };
    case 'approveSheet':
      return { type: act.type, ...approvalOf(planned), version: act.version };
    default:
      return assertNever(act);
  }
}

type Drafting = SheetActing & { readonly act: Extract<SheetAct, { type: 'draftSheet' }> };

async function draft(store: Store, planId: string, { planned, act, texts }: Drafting): Promise<SheetCommand> {
  const { by } = planned;
  const { sheet: key, act: drafted } = act;
  const approver = approverOfAct(drafted);
  const unitId = approver === 'leader' ? (await readPlan(store, planId)).leadershipUnitId : by.unitId;
  if (approver === 'head' && 'unitId' in drafted && drafted.unitId !== unitId) {
    throw new RuleViolation('not-permitted', '审签单只能拟写本单位的事项，请核对所选单位和当前岗位');
  }
  if (drafted.type === 'changeContacts') assertMay(by, 'fileContactChange', { unitId });
  return {
    type: 'draftSheet',
    by,
    planId,
    sheetId: sheetIdOf(planId, key),
    key,
    unitId,
    approver,
    actType: drafted.type,
    content: await texts.keepOne(canonicalText(drafted)),
    checkCode: actCheckCode(planId, drafted),
  };
}
