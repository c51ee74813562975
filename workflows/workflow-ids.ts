import type { ChainOfPlan } from './messages.ts';

/** Id of the workflow that writes a task's chain; the chain bears the same name. */
export function taskWorkflowId(taskId: string): string {
  return `task/${taskId}`;
}

/** Id of the workflow that writes a plan's chain once consultation begins; the chain bears the same name. */
export function planWorkflowId(planId: string): string {
  return `plan/${planId}`;
}

/** Id of the workflow that writes an objection's chain; the chain bears the same name. */
export function objectionWorkflowId(objectionId: string): string {
  return `objection/${objectionId}`;
}

/** Id of the workflow that writes the chain of a slip or an order; the chain bears the same name. */
export function orderWorkflowId(orderId: string): string {
  return `order/${orderId}`;
}

/** The chain that bears this name, as those who reach its writer call it; null for a chain that the store writes. */
export function chainOfPlan(planId: string, chain: string): ChainOfPlan | null {
  const [kind, id = ''] = chain.split('/');
  if (kind === 'task') return { planId, taskId: id };
  if (kind === 'order') return { planId, orderId: id };
  if (kind === 'objection') return { planId, objectionId: id };
  return kind === 'plan' ? { planId } : null;
}

/** Id of the workflow that carries one act on a return to its tasks: `<returnId>/<version>`, or `<returnId>/<version>/review`. */
export function returnDeliveryWorkflowId(act: string): string {
  return `return/${act}`;
}

/** Id of the `n`th sender; one is enough, more do no harm. */
export function postOfficeWorkflowId(n: number): string {
  return `post-office/${n}`;
}

/** Id of the workflow that plays a plan's year. */
export function rehearsalWorkflowId(planId: string): string {
  return `rehearsal/${planId}`;
}
