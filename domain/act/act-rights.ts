import type { PersonActor } from '../actor.ts';
import { approverOf } from '../paper-approval.ts';
import { type About, type Action, assertMay, may } from '../permissions.ts';
import type { PersonAct, PlannedAct } from './person-act.ts';

/**
 * By which of the rights an act may be done, one of them being enough: which one it takes is for the chain to say, which knows what the
 * act is about. An act that is not in this table does not compile.
 */
const rights: Readonly<Record<PersonAct['type'], readonly [Action, ...Action[]]>> = {
  settle: ['settlePoints'],
  beginConsultation: ['beginConsultation'],
  answerConsultation: ['answerWithOpinion', 'answerWithoutOpinion'],
  reviseItem: ['reviseTask'],
  reviseTask: ['reviseTask'],
  draftItem: ['reviseTask'],
  splitTask: ['reviseTask'],
  mergeTasks: ['reviseTask'],
  addTask: ['reviseTask'],
  dropTask: ['reviseTask'],
  decideOpinion: ['decideOpinion'],
  askApproval: ['askApproval'],
  approveBreakdown: ['approveBreakdown'],
  returnBreakdown: ['returnBreakdown'],
  issuePlan: ['issuePlan'],
  receiptNotice: ['receiptNotice'],
  amendNotice: ['amendNotice'],
  receiptAmendment: ['receiptNotice'],
  askSummaryApproval: ['askSummaryApproval'],
  approveSummary: ['approveSummary'],
  returnSummary: ['returnSummary'],
  saveRows: ['saveRows'],
  handOverRows: ['handOverRows'],
  askHeadApproval: ['askHeadApproval'],
  refuseHeadApproval: ['refuseHeadApproval'],
  submitReturn: ['submitReviewedReturn', 'submitUnreviewedReturn'],
  reviewReturn: ['reviewReturn'],
  endTask: ['endTask'],
  decideEndings: ['decideEndings'],
  fileStatement: ['fileStatement'],
  writeSummary: ['writeSummary'],
  openFinding: ['openFinding'],
  stateOnFinding: ['stateOnFinding'],
  concludeFinding: ['concludeFinding'],
  decideLight: ['decideLight'],
  requestChange: ['requestChange', 'declineTask', 'proposeChange'],
  withdrawChange: ['requestChange', 'declineTask', 'proposeChange'],
  decideChange: ['decideChange', 'decideOfficeChange'],
  recordInstruction: ['recordInstruction'],
  urge: ['recordUrging'],
  proposeOrder: ['proposeOrder'],
  confirmSlip: ['confirmSlip'],
  dismissSlip: ['confirmSlip'],
  answerOrder: ['answerOrder'],
  reviewSlipAnswer: ['reviewSlipAnswer'],
  escalateSlip: ['proposeOrder'],
  openOrder: ['openOrder'],
  refuseProposal: ['openOrder'],
  reviewOrderAnswer: ['reviewOrderAnswer'],
  closeOrder: ['closeOrder'],
  recordStep: ['recordStep'],
  recordDelivery: ['recordUrging'],
  fileObjection: ['fileObjection'],
  answerObjection: ['answerObjection'],
  withdrawObjection: ['fileObjection'],
  changeContacts: ['approveContactChange'],
  authoriseDeputy: ['authoriseDeputy'],
  endDeputy: ['authoriseDeputy'],
  draftSheet: ['draftSheet'],
  askSheetApproval: ['draftSheet'],
  refuseSheet: ['approveSheet'],
  approveSheet: ['approveSheet'],
  withdrawSheet: ['draftSheet'],
};

/** The rights of which one is needed for an act of this type. */
export function rightsFor(type: PersonAct['type']): readonly Action[] {
  return rights[type];
}

/** The unit that an act names; undefined where its chain knows it alone. */
export function unitOfAct(act: PersonAct): string | undefined {
  if ('unitId' in act) return act.unitId;
  return 'of' in act ? act.of.unitId : undefined;
}

/**
 * Refuses an act that the seat can never do, and one for another unit where the seat acts for its own: before anything is kept of it,
 * and also while its chain cannot be reached. On paper it is the signer whose right counts, beside the recorder's to record.
 */
export function assertMayAct({ by, paper, act }: Pick<PlannedAct, 'by' | 'paper' | 'act'>): void {
  const approver = approverOf(paper === undefined ? { by } : { by, paper });
  const about = aboutOf(act, approver);
  const [first] = rights[act.type];
  if (!rights[act.type].some((action) => may(approver, action, about))) assertMay(approver, first, about);
  if (paper !== undefined) assertMay(by, 'recordPaperApproval', { unitId: paper.signer.unitId });
}

// Which rows were handed to a writer is in the return: here it counts as theirs.
function aboutOf(act: PersonAct, { unitId, personId }: PersonActor): About {
  return { unitId: unitOfAct(act) ?? unitId, writerIds: [personId] };
}
