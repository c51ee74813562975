import { RuleViolation } from '../errors.ts';
import type { PersonAct } from './person-act.ts';

/** Who approves on a sheet: the head of the unit, or a leader. */
export type Approver = 'head' | 'leader';

/** Acts that can be drafted on a sheet 审签单 and are done when it is approved. */
const onSheets: Readonly<Partial<Record<PersonAct['type'], Approver>>> = {
  answerConsultation: 'head',
  changeContacts: 'head',
  stateOnFinding: 'head',
  fileObjection: 'head',
  withdrawObjection: 'head',
};

/** Acts whose own print carries a check code, so that they need no sheet: returns, and what the leader is asked to approve. */
const printedThemselves: readonly PersonAct['type'][] = [
  'submitReturn',
  'approveBreakdown',
  'returnBreakdown',
  'approveSheet',
];

/** Whether the chain that the act goes to compares the check code itself. */
export function isPrintedItself(act: PersonAct): boolean {
  return printedThemselves.includes(act.type);
}

/** Who approves the act; refuses one that needs no approval, or is approved where it stands. */
export function approverOfAct(act: PersonAct): Approver {
  const approver = onSheets[act.type];
  if (approver !== undefined) return approver;
  throw new RuleViolation('sheet-not-needed', '该事项不通过审签单办理：无需审签，或者在原页面直接审签');
}
