import { RuleViolation } from '../errors.ts';
import type { PersonAct } from './person-act.ts';

/** Who approves on a sheet: the head of the unit, or a leader. */
export type Approver = 'head' | 'leader';

/**
 * How an act is approved where it needs a head or a leader: on a sheet 审签单 by one of them, or `itself` where its own page is
 * printed with a check code, as returns and what the leader is asked to approve are. Null: it needs neither.
 */
const approvals: Readonly<Record<PersonAct['type'], Approver | 'itself' | null>> = {
  settle: null,
  beginConsultation: null,
  answerConsultation: 'head',
  reviseItem: null,
  reviseTask: null,
  draftItem: null,
  splitTask: null,
  mergeTasks: null,
  addTask: null,
  dropTask: null,
  decideOpinion: null,
  askApproval: null,
  approveBreakdown: 'itself',
  askSummaryApproval: null,
  approveSummary: 'itself',
  returnSummary: 'itself',
  decideEndings: null,
  returnBreakdown: 'itself',
  issuePlan: null,
  receiptNotice: null,
  amendNotice: null,
  receiptAmendment: null,
  saveRows: null,
  handOverRows: null,
  askHeadApproval: null,
  refuseHeadApproval: null,
  submitReturn: 'itself',
  reviewReturn: null,
  endTask: null,
  fileStatement: null,
  writeSummary: null,
  changeContacts: 'head',
  authoriseDeputy: null,
  endDeputy: null,
  draftSheet: null,
  askSheetApproval: null,
  refuseSheet: null,
  approveSheet: 'itself',
  withdrawSheet: null,
  openFinding: null,
  stateOnFinding: 'head',
  fileObjection: 'head',
  withdrawObjection: 'head',
  concludeFinding: null,
  decideLight: null,
  answerObjection: null,
  urge: null,
  proposeOrder: null,
  confirmSlip: null,
  dismissSlip: null,
  answerOrder: 'head',
  reviewSlipAnswer: null,
  escalateSlip: null,
  openOrder: 'leader',
  refuseProposal: 'leader',
  reviewOrderAnswer: 'leader',
  closeOrder: 'leader',
  recordStep: null,
  recordDelivery: null,
  requestChange: 'head',
  withdrawChange: 'head',
  decideChange: 'leader',
  recordInstruction: 'leader',
};

/** Whether the chain that the act goes to compares the check code itself. */
export function isPrintedItself({ type }: PersonAct): boolean {
  return approvals[type] === 'itself';
}

/** Who approves the act on a sheet; refuses one that needs no approval, or is approved where it stands. */
export function approverOfAct({ type }: PersonAct): Approver {
  const approver = approvals[type];
  if (approver === 'head' || approver === 'leader') return approver;
  throw new RuleViolation('sheet-not-needed', '该事项不通过审签单办理：无需审签，或者在原页面直接审签');
}
