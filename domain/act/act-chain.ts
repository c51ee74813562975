import type { ObjectionPersonAct } from './objection-act.ts';
import type { OrderPersonAct, UrgeAct } from './order-act.ts';
import type { PersonAct } from './person-act.ts';
import type { PlanPersonAct } from './plan-act.ts';
import type { RegistryAct } from './registry-act.ts';
import type { ReturnAct } from './return-act.ts';
import type { SheetAct } from './sheet-act.ts';
import type { TaskPersonAct } from './task-act.ts';

type ActChain = 'plan' | 'return' | 'task' | 'tasks' | 'order' | 'objection' | 'registry' | 'sheet';

/** The one table from an act to the kind of chain that it is recorded in. */
const chainOf: Readonly<Record<Exclude<PersonAct['type'], 'settle'>, ActChain>> = {
  beginConsultation: 'plan',
  answerConsultation: 'plan',
  reviseItem: 'plan',
  reviseTask: 'plan',
  draftItem: 'plan',
  splitTask: 'plan',
  mergeTasks: 'plan',
  addTask: 'plan',
  dropTask: 'plan',
  decideOpinion: 'plan',
  askApproval: 'plan',
  approveBreakdown: 'plan',
  returnBreakdown: 'plan',
  issuePlan: 'plan',
  receiptNotice: 'plan',
  amendNotice: 'plan',
  receiptAmendment: 'plan',
  askSummaryApproval: 'plan',
  approveSummary: 'plan',
  returnSummary: 'plan',
  saveRows: 'return',
  handOverRows: 'return',
  askHeadApproval: 'return',
  refuseHeadApproval: 'return',
  submitReturn: 'return',
  reviewReturn: 'return',
  endTask: 'task',
  decideEndings: 'task',
  fileStatement: 'task',
  writeSummary: 'task',
  openFinding: 'task',
  stateOnFinding: 'task',
  concludeFinding: 'task',
  decideLight: 'task',
  requestChange: 'task',
  withdrawChange: 'task',
  decideChange: 'task',
  recordInstruction: 'task',
  urge: 'tasks',
  proposeOrder: 'plan',
  confirmSlip: 'order',
  dismissSlip: 'order',
  answerOrder: 'order',
  reviewSlipAnswer: 'order',
  escalateSlip: 'order',
  openOrder: 'order',
  refuseProposal: 'order',
  reviewOrderAnswer: 'order',
  closeOrder: 'order',
  recordStep: 'order',
  recordDelivery: 'order',
  fileObjection: 'objection',
  answerObjection: 'objection',
  withdrawObjection: 'objection',
  changeContacts: 'registry',
  authoriseDeputy: 'registry',
  endDeputy: 'registry',
  draftSheet: 'sheet',
  askSheetApproval: 'sheet',
  refuseSheet: 'sheet',
  approveSheet: 'sheet',
  withdrawSheet: 'sheet',
};

/** Whether the act is recorded in the plan's chain. */
export function isOnPlan(act: PersonAct): act is PlanPersonAct {
  return isOn(act, 'plan');
}

/** Whether the act is recorded in a return's chain. */
export function isOnReturn(act: PersonAct): act is ReturnAct {
  return isOn(act, 'return');
}

/** Whether the act is recorded in a task's chain. */
export function isOnTask(act: PersonAct): act is TaskPersonAct {
  return isOn(act, 'task');
}

/** Whether the act is recorded with several tasks. */
export function isOnTasks(act: PersonAct): act is UrgeAct {
  return isOn(act, 'tasks');
}

/** Whether the act is recorded in the chain of a slip or an order. */
export function isOnOrder(act: PersonAct): act is OrderPersonAct {
  return isOn(act, 'order');
}

/** Whether the act is recorded in an objection's chain. */
export function isOnObjection(act: PersonAct): act is ObjectionPersonAct {
  return isOn(act, 'objection');
}

/** Whether the act is recorded in the chain of the registry by which the plan goes. */
export function isOnRegistry(act: PersonAct): act is RegistryAct {
  return isOn(act, 'registry');
}

/** Whether the act is recorded in a sheet's chain. */
export function isOnSheet(act: PersonAct): act is SheetAct {
  return isOn(act, 'sheet');
}

function isOn({ type }: PersonAct, chain: ActChain): boolean {
  return type !== 'settle' && chainOf[type] === chain;
}
