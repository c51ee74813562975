import type { WorkflowOptions } from '@temporalio/client';
import { attributesOf } from '../../workflows/search-attributes.ts';
import {
  objectionWorkflowId,
  orderWorkflowId,
  planWorkflowId,
  postOfficeWorkflowId,
  returnDeliveryWorkflowId,
  taskWorkflowId,
} from '../../workflows/workflow-ids.ts';

/** The form of every workflow of duban: one object in, everything else from the ledger. */
export type DubanWorkflow = (input: Readonly<Record<string, string>>) => Promise<void>;

/** How a workflow is started, wherever it is first needed. */
export interface StartPlan {
  readonly type: string;
  readonly workflowId: string;
  readonly options: WorkflowOptions & { readonly args: [Readonly<Record<string, string>>] };
}

/** The writer of a task's chain. */
export function taskStartPlan(
  taskQueue: string,
  { taskId, planId }: { readonly taskId: string; readonly planId: string },
): StartPlan {
  return startPlan({
    type: 'task',
    workflowId: taskWorkflowId(taskId),
    taskQueue,
    planId,
    input: { taskId },
    summary: '工作任务',
  });
}

/** The writer of a plan's chain from consultation on. */
export function planStartPlan(taskQueue: string, planId: string): StartPlan {
  return startPlan({
    type: 'annualPlan',
    workflowId: planWorkflowId(planId),
    taskQueue,
    planId,
    input: { planId },
    summary: '年度工作要点',
  });
}

/** The writer of an objection's chain; it may begin again, because a filing that was refused left nothing behind. */
export function objectionStartPlan(
  taskQueue: string,
  { objectionId, planId }: { readonly objectionId: string; readonly planId: string },
): StartPlan {
  const plan = startPlan({
    type: 'objection',
    workflowId: objectionWorkflowId(objectionId),
    taskQueue,
    planId,
    input: { objectionId, planId },
    summary: '异议复核',
  });
  return { ...plan, options: { ...plan.options, workflowIdReusePolicy: 'ALLOW_DUPLICATE' } };
}

/** The writer of the chain of a slip or an order. */
export function orderStartPlan(
  taskQueue: string,
  { orderId, planId }: { readonly orderId: string; readonly planId: string },
): StartPlan {
  return startPlan({
    type: 'order',
    workflowId: orderWorkflowId(orderId),
    taskQueue,
    planId,
    input: { orderId },
    summary: '催办单、督办单',
  });
}

/** The delivery of one act on a return to its tasks. */
export function deliveryStartPlan(
  taskQueue: string,
  { act, planId }: { readonly act: string; readonly planId: string },
): StartPlan {
  return startPlan({
    type: 'returnDelivery',
    workflowId: returnDeliveryWorkflowId(act),
    taskQueue,
    planId,
    input: { act },
    summary: '报送事项分送各任务',
  });
}

/** The `n`th sender of mail; it belongs to no plan. */
export function postOfficeStartPlan(taskQueue: string, n: number): StartPlan {
  return startPlan({
    type: 'postOffice',
    workflowId: postOfficeWorkflowId(n),
    taskQueue,
    planId: 'none',
    input: { n: String(n) },
    summary: '邮件投递',
  });
}

interface StartFacts {
  readonly type: string;
  readonly workflowId: string;
  readonly taskQueue: string;
  readonly planId: string;
  readonly input: Readonly<Record<string, string>>;
  readonly summary: string;
}

function startPlan({ type, workflowId, taskQueue, planId, input, summary }: StartFacts): StartPlan {
  return {
    type,
    workflowId,
    options: {
      workflowId,
      taskQueue,
      args: [input],
      typedSearchAttributes: attributesOf(planId),
      staticSummary: summary,
      // A workflow that an operator ended may begin again from the ledger; one that is complete has nothing more to do.
      workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY',
    },
  };
}
