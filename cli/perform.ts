import { randomUUID } from 'node:crypto';
import { actLedger } from '../api/engine/act-ledger.ts';
import { performAct } from '../api/acts/perform-act.ts';
import { type Engine, createEngine } from '../api/engine/engine.ts';
import type { PersonActor } from '../domain/actor.ts';
import { RuleViolation } from '../domain/errors.ts';
import { uuid5 } from '../domain/ids.ts';
import type { PaperApproval } from '../domain/paper-approval.ts';
import type { PersonAct } from '../domain/act/person-act.ts';
import type { Settlement } from '../domain/plan/settlement.ts';
import type { PlanLine } from '../store/plan/plans.ts';
import { settlePlan } from '../store/plan/settle-plan.ts';
import { pendingDeliveries } from '../store/return/deliveries.ts';
import type { Connection } from './connection.ts';
import { PartMissing } from './exit-codes.ts';
import { failureText } from './failure-text.ts';
import { nowOf } from './which-plan.ts';

/** The engine as the command line reaches it. */
export function engineOf({ client, env, store }: Connection): Engine {
  return createEngine({ client, taskQueue: env.TEMPORAL_TASK_QUEUE, ledger: actLedger(store) });
}

/** An act as a command asks for it; the same `id` is the same act, however often it is sent. */
export interface CommandedAct {
  readonly plan: PlanLine;
  readonly by: PersonActor;
  readonly act: PersonAct;
  readonly paper?: PaperApproval | undefined;
  readonly id?: string | undefined;
}

/** Performs an act at the plan's present moment, and waits until it has reached every task. Returns the id under which it is recorded. */
export async function perform(
  connection: Connection,
  { plan, by, act, paper, id = randomUUID() }: CommandedAct,
): Promise<string> {
  const { store } = connection;
  const settle = async (): Promise<void> => {
    throw new Error('a settlement is carried out by its own command');
  };
  const planned = { at: nowOf(plan), key: `command/${id}`, by, act, ...(paper === undefined ? {} : { paper }) };
  await performAct({ store, engine: engineOf(connection), settle }, plan.planId, planned).catch((error: unknown) => {
    if (error instanceof RuleViolation) throw error;
    // Nobody knows whether it is recorded: only the same id makes a second try the same act.
    throw new PartMissing(`${failureText(error)}（本次编号 ${id}，用 act --id ${id} 重试不会重复记录）`);
  });
  await untilDelivered(connection, plan.planId);
  return id;
}

/** Settles open points of a draft; null takes everything as proposed. Returns how many were settled. */
export async function settle(
  { store }: Connection,
  { plan, by, settlement, id = randomUUID() }: Omit<CommandedAct, 'act'> & { readonly settlement: Settlement | null },
): Promise<number> {
  const at = nowOf(plan);
  const commandId = uuid5(plan.planId, `act/command/${id}`);
  return settlePlan(store, {
    planId: plan.planId,
    settlement,
    by,
    at,
    commandId,
    recordedAt: at,
    transport: 'command line',
  });
}

const deliveryWaitMs = 60_000;
const pollMs = 100;

async function untilDelivered({ store }: Connection, planId: string): Promise<void> {
  const until = Date.now() + deliveryWaitMs;
  while ((await pendingDeliveries(store, { planId })).length > 0) {
    if (Date.now() > until) throw new PartMissing('已记录，但尚未送达各任务：请确认工作进程正在运行，送达会自动继续。');
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
}
