import { setTimeout as wait } from 'node:timers/promises';
import { ApplicationFailure } from '@temporalio/common';
import type { Instant } from '../../domain/instant.ts';
import { type PlanBacklog, planBacklog } from '../../store/plan/plan-backlog.ts';
import { issueProgress } from '../../store/rehearsal/issue-progress.ts';
import type { Store } from '../../store/store.ts';
import type { ChainOfPlan } from '../../workflows/messages.ts';
import { chainOfPlan } from '../../workflows/workflow-ids.ts';
import type { EnginePort } from '../engine-port.ts';

/** What stepping a plan's clock works with. */
export interface StepDeps {
  readonly store: Store;
  readonly engine: EnginePort;
  /** Tells the engine that the activity is alive. */
  readonly heartbeat: () => void;
}

// Chains of a plan are independent of each other: so many are stepped at once.
const chainsAtOnce = 8;
const pollMs = 25;

/** Mail that is due at the plan's instant and not done. */
export type MailBacklog = Pick<PlanBacklog, 'letters' | 'mails'>;

// A delivery that was started is on its way; only where its start was lost does it need another.
const startAgainMs = 1_000;

/**
 * Brings every chain of a stepped plan to `instant`: wakes are taken, tasks that the issue began exist, and acts on returns
 * have reached every task. Whatever was left half done by a process that died is found in the database and finished here.
 * Returns what is left then: its mail.
 */
export async function catchUp(deps: StepDeps, planId: string, instant: Instant): Promise<MailBacklog> {
  let [isIssued, startedAt] = [false, -startAgainMs];
  const known = new Set<string>();
  for (;;) {
    const backlog = await planBacklog(deps.store, planId, instant);
    refuseParked(backlog);
    isIssued ||= await isIssueComplete(deps.store, planId);
    const { wakes, deliveries, orders, slipsDue, untold, letters, mails } = backlog;
    const isDelivered = deliveries.length === 0 && untold.length === 0;
    const isQuiet = wakes.length === 0 && isDelivered && orders.length === 0 && slipsDue === 0;
    if (isIssued && isQuiet) return { letters, mails };
    deps.heartbeat();
    await stepChains(deps, { planId, chains: wakes, instant });
    if (performance.now() - startedAt >= startAgainMs) {
      known.clear();
      startedAt = performance.now();
    }
    for (const act of deliveries.filter((each) => !known.has(each))) {
      await deps.engine.startDelivery({ act, planId });
      known.add(act);
    }
    for (const objectionId of untold.filter((each) => !known.has(each))) {
      await deps.engine.startObjection({ objectionId, planId });
      known.add(objectionId);
    }
    // One at a time, in their order: their chains may draw numbers as they begin.
    const [order] = orders;
    if (order !== undefined) await deps.engine.startOrder({ orderId: order, planId });
    if (wakes.length === 0) await wait(pollMs);
  }
}

interface Step {
  readonly planId: string;
  readonly chains: readonly string[];
  readonly instant: Instant;
}

async function stepChains({ engine, heartbeat }: StepDeps, { planId, chains, instant }: Step): Promise<void> {
  for (let first = 0; first < chains.length; first += chainsAtOnce) {
    const batch = chains.slice(first, first + chainsAtOnce);
    await Promise.all(batch.map((chain) => engine.advance(writerOf(planId, chain), instant)));
    heartbeat();
  }
}

function writerOf(planId: string, chain: string): ChainOfPlan {
  const writer = chainOfPlan(planId, chain);
  if (writer === null) throw new Error(`${chain} has no writer that could be stepped`);
  return writer;
}

async function isIssueComplete(store: Store, planId: string): Promise<boolean> {
  const { toIssue, started, issued, toClose } = await issueProgress(store, planId);
  return started >= toIssue && issued >= toIssue && toClose === 0;
}

// Waiting would be for ever: only an operator can help, and must be told which chain it is.
function refuseParked({ parked }: PlanBacklog): void {
  const [first] = parked;
  if (first === undefined) return;
  throw ApplicationFailure.nonRetryable(`${first.chain} 需人工处理：${first.reason}`, 'needs-attention');
}
