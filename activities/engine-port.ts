import type { Instant } from '../domain/instant.ts';
import type { OrderAct } from '../domain/order/order-command.ts';
import type { PlanAct } from '../domain/plan/plan-command.ts';
import type { TaskAct } from '../domain/task/task-command.ts';
import type { ActOutcome, AdvanceAnswer, ChainOfPlan, Envelope, LetterFailure } from '../workflows/messages.ts';

/** A task and the plan that it belongs to. */
export interface TaskOfPlan {
  readonly taskId: string;
  readonly planId: string;
}

/** A slip or an order and the plan that it belongs to. */
export interface OrderOfPlan {
  readonly orderId: string;
  readonly planId: string;
}

/** What activities ask of the engine that runs them; the worker gives them the same client as the API's. */
export interface EnginePort {
  readonly actOnTask: (task: TaskOfPlan, envelope: Envelope<TaskAct>) => Promise<ActOutcome>;
  readonly actOnPlan: (planId: string, envelope: Envelope<PlanAct>) => Promise<ActOutcome>;
  readonly actOnOrder: (order: OrderOfPlan, envelope: Envelope<OrderAct>) => Promise<ActOutcome>;
  readonly startTask: (task: TaskOfPlan) => Promise<void>;
  readonly startOrder: (order: OrderOfPlan) => Promise<void>;
  readonly startPlan: (planId: string) => Promise<void>;
  readonly startObjection: (objection: { readonly objectionId: string; readonly planId: string }) => Promise<void>;
  /** Starts the writer of any chain of a plan. */
  readonly startWriter: (chain: ChainOfPlan) => Promise<void>;
  readonly startDelivery: (delivery: { readonly act: string; readonly planId: string }) => Promise<void>;
  readonly advance: (chain: ChainOfPlan, instant: Instant) => Promise<AdvanceAnswer>;
  readonly tellFailure: (chain: ChainOfPlan, failure: LetterFailure) => Promise<void>;
}
