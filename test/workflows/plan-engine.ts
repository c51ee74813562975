import { randomUUID } from 'node:crypto';
import { createActivities } from '../../activities/index.ts';
import { createMailChannels } from '../../activities/mail/mail-channel.ts';
import { type StepDeps, catchUp } from '../../activities/rehearsal/catch-up.ts';
import { actLedger } from '../../api/engine/act-ledger.ts';
import { type Engine, createEngine } from '../../api/engine/engine.ts';
import { contentHash } from '../../domain/canonical.ts';
import type { Instant } from '../../domain/instant.ts';
import type { PlanAct } from '../../domain/plan/plan-command.ts';
import type { OpenPoint } from '../../domain/plan/task-draft.ts';
import type { TaskAct } from '../../domain/task/task-command.ts';
import { loadSeeds } from '../../seeds/load-seeds.ts';
import { scenarioPort } from '../../seeds/scenario-port.ts';
import { nextPlanInstant } from '../../store/plan/plan-backlog.ts';
import { advancePlanClock, readPlanClock } from '../../store/plan/plan-clock.ts';
import { breakdownVersion } from '../../store/plan/breakdown.ts';
import { openStore } from '../../store/store.ts';
import type { ActOutcome, Envelope } from '../../workflows/messages.ts';
import { unitIdOf } from '../../domain/duban-namespace.ts';
import { actor, clerk, leader, on, type RehearsedPlan, rehearse } from '../store/plan/rehearsed-plan.ts';
import { freshDatabase } from '../support/database.ts';
import { testEngine } from '../support/worker.ts';

/** duban's own workflows on the real engine, over a database with the demonstration's units and people; mail only where a sandbox is given. */
export async function planEngine(sandboxSmtpUrl: string | null = null) {
  const database = await freshDatabase();
  const store = openStore({ url: database.appUrl, size: 8, name: 'test' });
  await loadSeeds(store, on('2022-08-01'), true);
  const base = await testEngine();
  const engine: Engine = createEngine({
    client: base.client,
    taskQueue: base.taskQueue,
    ledger: actLedger(store),
    waitMs: 20_000,
  });
  const channels = createMailChannels({ smtpUrl: null, sandboxSmtpUrl });
  const mail = {
    channels,
    publicUrl: 'http://duban.invalid',
    mailFrom: 'duban@duban.invalid',
  };
  const activities = createActivities({ store, engine, mail, scenarios: scenarioPort({ store, engine }) });
  const close = async (): Promise<void> => {
    await base.close();
    channels.stepped?.close();
    await store.close();
  };
  return { ...base, database, store, engine, activities, close };
}

export type PlanEngine = Awaited<ReturnType<typeof planEngine>>;

/** An envelope for a command that counts at `at`. */
export function sentAt<C>(command: C, at: Instant, commandId: string = randomUUID()): Envelope<C> {
  return { commandId, contentHash: contentHash(command), receivedAt: at, command };
}

/** The plan of `rehearse`, but driven by the workflows; every act is made at its instant on the plan's clock. */
export interface EnginePlan extends RehearsedPlan {
  readonly send: (command: PlanAct, at: Instant) => Promise<ActOutcome>;
  readonly sendToTask: (number: string, command: TaskAct, at: Instant) => Promise<ActOutcome>;
}

/** Imports the two tasks of the store's tests and hands them to the engine. */
export async function rehearseOnEngine(
  { store, engine }: PlanEngine,
  seed?: string,
  points?: readonly OpenPoint[],
): Promise<EnginePlan> {
  const plan = await rehearse(store, seed, points);
  const { planId } = plan;
  const deps: StepDeps = { store, engine, heartbeat: () => {} };
  const settle = async (at: Instant): Promise<void> => {
    await advancePlanClock(store, planId, at);
    await catchUp(deps, planId, at);
  };
  const advance = async (until: Instant): Promise<void> => {
    for (;;) {
      const reading = await readPlanClock(store, planId);
      if (reading.clock === 'real') throw new Error('the plan of these tests is stepped');
      const next = await nextPlanInstant(store, planId, reading.instant);
      if (next === null || next > until) return settle(until);
      await settle(next);
    }
  };
  return {
    ...plan,
    advance,
    deliver: settle,
    send: async (command, at) => {
      const told = await engine.actOnPlan(planId, sentAt(command, at));
      await settle(at);
      return told;
    },
    sendToTask: (number, command, at) => engine.actOnTask({ planId, taskId: plan.taskId(number) }, sentAt(command, at)),
  };
}

/** Takes the plan from its draft to its issue on Monday 2022-08-22. */
export async function issueOnEngine({ store }: PlanEngine, plan: EnginePlan): Promise<void> {
  await plan.send({ type: 'beginConsultation', by: clerk }, on('2022-08-15', 10));
  for (const unit of ['gongxinju', 'fagaiwei']) {
    const by = actor(`${unit}-officer-a`, 'officer', unit);
    await plan.send({ type: 'answerConsultation', by, unitId: unitIdOf(unit), opinions: [] }, on('2022-08-16'));
  }
  await plan.send({ type: 'askApproval', by: clerk }, on('2022-08-18'));
  await plan.send(
    { type: 'approveBreakdown', by: leader, ...(await breakdownVersion(store, plan.planId)) },
    on('2022-08-19'),
  );
  await plan.send({ type: 'issuePlan', by: clerk }, on('2022-08-22'));
}
