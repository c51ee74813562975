import { RuleViolation, assertNever } from '../../domain/errors.ts';
import { uuid5 } from '../../domain/ids.ts';
import type { PlanAct } from '../../domain/plan/plan-command.ts';
import type { PlannedAct } from '../../domain/act/person-act.ts';
import type { PlanPersonAct } from '../../domain/act/plan-act.ts';
import { breakdownVersion, readDrafts } from '../../store/plan/breakdown.ts';
import { yearSummary } from '../../store/plan/year-summary.ts';
import { amendmentSaid } from '../../store/plan/notice-versions.ts';
import type { Store } from '../../store/store.ts';
import type { ActTexts } from './act-texts.ts';
import { approvalOf } from './envelope.ts';
import { reshapeCommand } from './reshape-command.ts';
import { isRecorded, revisionCommand } from './revision-command.ts';

type Of<T extends PlanPersonAct['type']> = Extract<PlanPersonAct, { type: T }>;

/** Whose act it is, and with what its command is made. */
export interface PlanActBasis extends Pick<PlannedAct, 'by' | 'at' | 'key' | 'paper'> {
  readonly store: Store;
  readonly planId: string;
  readonly texts: ActTexts;
}

/** The command of a person's act on a plan, its texts kept. */
export async function planCommand(act: PlanPersonAct, basis: PlanActBasis): Promise<PlanAct> {
  const { by, store, planId, texts } = basis;
  switch (act.type) {
    case 'beginConsultation':
    case 'askApproval':
    case 'issuePlan':
      return { type: act.type, by };
    case 'answerConsultation':
      return answer(act, basis);
    case 'reviseItem':
    case 'reviseTask':
    case 'draftItem':
      return revisionCommand(act, basis);
    case 'splitTask':
    case 'mergeTasks':
    case 'addTask':
    case 'dropTask':
      return reshapeCommand(act, basis);
    case 'decideOpinion': {
      const { type, opinionId, decision } = act;
      return { type, by, opinionId, decision, reason: await texts.keepOne(act.reason) };
    }
    case 'approveBreakdown':
      return { type: act.type, ...approvalOf(basis), ...(await breakdownVersion(store, planId)) };
    case 'returnBreakdown':
      return { type: act.type, ...approvalOf(basis), reason: await texts.keepOne(act.reason) };
    case 'askSummaryApproval':
      return { type: act.type, by, ...(await yearSummary(store, planId)) };
    case 'approveSummary': {
      const { summaryHash } = await yearSummary(store, planId);
      return { type: act.type, ...approvalOf(basis), summaryHash };
    }
    case 'returnSummary':
      return { type: act.type, ...approvalOf(basis), reason: await texts.keepOne(act.reason) };
    case 'proposeOrder': {
      const { type, unitId, reasons } = act;
      return { type, by, unitId, path: orderPath(basis.key), reasons: await texts.keepOne(reasons) };
    }
    case 'amendNotice':
      return { type: act.type, by, ...(await amendmentSaid(store, planId, act.amendmentId)) };
    case 'receiptAmendment':
      return { type: act.type, by, amendmentId: act.amendmentId, unitId: act.unitId };
    case 'receiptNotice':
      return { type: act.type, by, unitId: act.unitId, contacts: await texts.keepOne(act.contacts) };
    default:
      return assertNever(act);
  }
}

async function answer(act: Of<'answerConsultation'>, basis: PlanActBasis): Promise<PlanAct> {
  const { key, planId, texts } = basis;
  await assertStillThere(act, basis);
  const refs = await texts.keep(act.opinions.map(({ text }) => text));
  const opinions = act.opinions.flatMap(({ taskNumber }, index) => {
    const text = refs[index];
    return text === undefined ? [] : [{ id: uuid5(planId, `opinion/${key}/${taskNumber}`), taskNumber, text }];
  });
  return { type: act.type, ...approvalOf(basis), unitId: act.unitId, opinions };
}

// A page that was opened before a task was merged or left out still offers it; an answer that is recorded keeps its answer.
async function assertStillThere(
  { opinions }: Of<'answerConsultation'>,
  { store, planId, key }: PlanActBasis,
): Promise<void> {
  if (opinions.length === 0) return;
  const numbers = new Set((await readDrafts(store, planId)).map(({ number }) => number));
  const gone = opinions.find(({ taskNumber }) => !numbers.has(taskNumber));
  if (gone === undefined || (await isRecorded(store, planId, key))) return;
  throw new RuleViolation(
    'draft-moved',
    `任务分解中已没有第${gone.taskNumber}项任务，请刷新后按现在的任务分解填写意见。`,
  );
}

/** Where an order that the office proposes comes from within the plan. */
export function orderPath(key: string): string {
  return `order/${key}`;
}
