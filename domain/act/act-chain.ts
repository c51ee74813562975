import type { PersonAct } from './person-act.ts';
import type { PlanPersonAct } from './plan-act.ts';
import type { ReturnAct } from './return-act.ts';
import type { TaskPersonAct } from './task-act.ts';

/** The one table from an act to the kind of chain that it is recorded in. */
const chainOf: Readonly<Record<Exclude<PersonAct['type'], 'settle'>, 'plan' | 'return' | 'task'>> = {
  beginConsultation: 'plan',
  answerConsultation: 'plan',
  reviseItem: 'plan',
  decideOpinion: 'plan',
  askApproval: 'plan',
  approveBreakdown: 'plan',
  returnBreakdown: 'plan',
  issuePlan: 'plan',
  receiptNotice: 'plan',
  saveRows: 'return',
  handOverRows: 'return',
  askHeadApproval: 'return',
  refuseHeadApproval: 'return',
  submitReturn: 'return',
  reviewReturn: 'return',
  endTask: 'task',
  fileStatement: 'task',
  writeSummary: 'task',
};

/** Whether the act is recorded in the plan's chain. */
export function isOnPlan(act: PersonAct): act is PlanPersonAct {
  return act.type !== 'settle' && chainOf[act.type] === 'plan';
}

/** Whether the act is recorded in a return's chain. */
export function isOnReturn(act: PersonAct): act is ReturnAct {
  return act.type !== 'settle' && chainOf[act.type] === 'return';
}

/** Whether the act is recorded in a task's chain. */
export function isOnTask(act: PersonAct): act is TaskPersonAct {
  return act.type !== 'settle' && chainOf[act.type] === 'task';
}
