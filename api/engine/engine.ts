import { type Client, WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError } from '@temporalio/client';
import type { PersonActor } from '../../domain/actor.ts';
import { RuleViolation } from '../../domain/errors.ts';
import type { Instant } from '../../domain/instant.ts';
import type { ObjectionAct } from '../../domain/objection/objection-command.ts';
import type { OrderAct } from '../../domain/order/order-command.ts';
import type { PlanAct } from '../../domain/plan/plan-command.ts';
import type { TaskAct } from '../../domain/task/task-command.ts';
import {
  type ActOutcome,
  type AdvanceAnswer,
  type ChainOfPlan,
  type Envelope,
  type LetterFailure,
  actOnObjection,
  actOnOrder,
  actOnPlan,
  actOnTask,
  advanceTo,
  deliveryFailed,
  resume,
} from '../../workflows/messages.ts';
import { type ActLedger, act } from './act.ts';
import {
  type DubanWorkflow,
  type StartPlan,
  deliveryStartPlan,
  objectionStartPlan,
  orderStartPlan,
  planStartPlan,
  postOfficeStartPlan,
  taskStartPlan,
} from './start-plan.ts';

export interface EngineDeps {
  readonly client: Client;
  readonly taskQueue: string;
  readonly ledger: ActLedger;
  /** How long a person is kept waiting for an answer. */
  readonly waitMs?: number;
}

/** An objection and the plan that it belongs to. */
export interface ObjectionOfPlan {
  readonly objectionId: string;
  readonly planId: string;
}

/** Everything that duban asks of Temporal from outside a workflow. */
export interface Engine {
  /** Sends an act on a task; safe to repeat with the same envelope. */
  readonly actOnTask: (
    task: { readonly taskId: string; readonly planId: string },
    envelope: Envelope<TaskAct>,
  ) => Promise<ActOutcome>;
  /** Sends an act on a plan whose consultation begins or has begun; safe to repeat with the same envelope. */
  readonly actOnPlan: (planId: string, envelope: Envelope<PlanAct>) => Promise<ActOutcome>;
  /** Sends an act on an objection, its filing too, which begins its chain; safe to repeat with the same envelope. */
  readonly actOnObjection: (objection: ObjectionOfPlan, envelope: Envelope<ObjectionAct>) => Promise<ActOutcome>;
  /** Sends an act on a slip or an order; safe to repeat with the same envelope. */
  readonly actOnOrder: (
    order: { readonly orderId: string; readonly planId: string },
    envelope: Envelope<OrderAct>,
  ) => Promise<ActOutcome>;
  /** Starts the writer of a slip or an order that was called for; does nothing where it runs, or ran to its end. */
  readonly startOrder: (order: { readonly orderId: string; readonly planId: string }) => Promise<void>;
  /** Starts the writer of any chain of a plan. */
  readonly startWriter: (chain: ChainOfPlan) => Promise<void>;
  /** Starts the writer of a task; does nothing where it runs, or ran to its end. */
  readonly startTask: (task: { readonly taskId: string; readonly planId: string }) => Promise<void>;
  /** Starts the writer of a plan from consultation on; does nothing where it runs, or ran to its end. */
  readonly startPlan: (planId: string) => Promise<void>;
  /** Starts the writer of an objection that was filed; does nothing where it runs. */
  readonly startObjection: (objection: ObjectionOfPlan) => Promise<void>;
  /** Starts the delivery of an act on a return; does nothing where it runs, or is done. */
  readonly startDelivery: (delivery: { readonly act: string; readonly planId: string }) => Promise<void>;
  /** Keeps the `n`th sender of mail running. */
  readonly startPostOffice: (n: number) => Promise<void>;
  /** Steps the clock of one chain of a stepped plan, and starts its writer where it was lost. */
  readonly advance: (chain: ChainOfPlan, instant: Instant) => Promise<AdvanceAnswer>;
  /** Lets a parked chain read its ledger again; refused where it is not parked, or to anybody but an administrator. */
  readonly resume: (chain: ChainOfPlan, by: PersonActor) => Promise<void>;
  /** Tells a chain that a letter of its making can never be delivered. */
  readonly tellFailure: (chain: ChainOfPlan, failure: LetterFailure) => Promise<void>;
}

/** The engine behind a Temporal client. */
export function createEngine({ client, taskQueue, ledger, waitMs = 5_000 }: EngineDeps): Engine {
  const deps = { client, ledger, waitMs };
  const startOf = ({ planId, taskId, orderId, objectionId }: ChainOfPlan): StartPlan => {
    if (taskId !== undefined) return taskStartPlan(taskQueue, { taskId, planId });
    if (orderId !== undefined) return orderStartPlan(taskQueue, { orderId, planId });
    if (objectionId !== undefined) return objectionStartPlan(taskQueue, { objectionId, planId });
    return planStartPlan(taskQueue, planId);
  };
  return {
    actOnTask: (task, envelope) =>
      act(deps, { start: startOf(task), update: actOnTask, closed: taskClosed() }, envelope),
    actOnPlan: (planId, envelope) =>
      act(deps, { start: startOf({ planId }), update: actOnPlan, closed: planClosed() }, envelope),
    actOnObjection: (objection, envelope) => {
      const mayBegin = envelope.command.type === 'fileObjection';
      const target = { start: startOf(objection), update: actOnObjection, closed: objectionClosed(), mayBegin };
      return act(deps, target, envelope);
    },
    actOnOrder: (order, envelope) =>
      act(deps, { start: startOf(order), update: actOnOrder, closed: orderClosed() }, envelope),
    startOrder: (order) => startOnce(client, startOf(order)),
    startWriter: (chain) => startOnce(client, startOf(chain)),
    startTask: (task) => startOnce(client, startOf(task)),
    startPlan: (planId) => startOnce(client, startOf({ planId })),
    startObjection: (objection) => startOnce(client, startOf(objection)),
    startDelivery: (delivery) => startOnce(client, deliveryStartPlan(taskQueue, delivery)),
    startPostOffice: (n) => startOnce(client, postOfficeStartPlan(taskQueue, n)),
    advance: async (chain, instant) => {
      const start = startOf(chain);
      const step = () =>
        client.workflow
          .getHandle(start.workflowId)
          .executeUpdate(advanceTo, { updateId: `advance/${instant}`, args: [{ instant }] });
      return step().catch(async (error: unknown) => {
        if (!(error instanceof WorkflowNotFoundError)) throw error;
        await startOnce(client, start);
        return step();
      });
    },
    resume: (chain, by) =>
      client.workflow.getHandle(startOf(chain).workflowId).executeUpdate(resume, { args: [{ by }] }),
    tellFailure: async (chain, failure) => {
      const { type, options } = startOf(chain);
      await ignoringClosed(() =>
        client.workflow.signalWithStart<DubanWorkflow, [LetterFailure]>(type, {
          ...options,
          signal: deliveryFailed,
          signalArgs: [failure],
        }),
      );
    },
  };
}

async function startOnce(client: Client, { type, options }: StartPlan): Promise<void> {
  await ignoringClosed(() =>
    client.workflow.start<DubanWorkflow>(type, { ...options, workflowIdConflictPolicy: 'USE_EXISTING' }),
  );
}

// A workflow that ran to its end has nothing more to do, whoever starts it again.
async function ignoringClosed(start: () => Promise<unknown>): Promise<void> {
  try {
    await start();
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}

function taskClosed(): RuleViolation {
  return new RuleViolation('task-closed', '该任务已经办结，不再接收办理');
}

function objectionClosed(): RuleViolation {
  return new RuleViolation('objection-closed', '这件异议已经办结，不再办理');
}

function orderClosed(): RuleViolation {
  return new RuleViolation('order-closed', '该催办单、督办单已经结束，不再接收办理');
}

function planClosed(): RuleViolation {
  return new RuleViolation('plan-closed', '该工作要点已经结束，不再接收办理');
}
