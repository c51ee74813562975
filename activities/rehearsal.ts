import { Context } from '@temporalio/activity';
import { RuleViolation } from '../domain/errors.ts';
import { instantOfEpoch } from '../domain/instant.ts';
import { type PlainDate, lastDay } from '../domain/plain-date.ts';
import type { PlannedAct } from '../domain/act/person-act.ts';
import type { Scenario } from '../domain/rehearsal/scenario.ts';
import { readPlanClock } from '../store/plan/plan-clock.ts';
import { noticeTextOf } from '../store/plan/settle-plan.ts';
import { calendarOf } from '../store/registry/decision-data.ts';
import { castReader } from '../store/rehearsal/cast-reader.ts';
import { type StepLock, withStepLock } from '../store/rehearsal/step-lock.ts';
import type { Store } from '../store/store.ts';
import type { EnginePort } from './engine-port.ts';
import { lastingly } from './lasting.ts';
import { activityLife } from './mail/activity-life.ts';
import type { DeliveryReport } from './post-office.ts';
import { type PlanStepped, type Players, stepPlan } from './rehearsal/step-plan.ts';

/** Where scenarios come from, and how their people act; given by the entry point, which knows the seeds and the API. */
export interface ScenarioPort {
  readonly scenario: (name: string) => Scenario;
  /** The scenario as it is played on a notice of that text: whole on its own, its behaviour alone on another. */
  readonly fitted: (scenario: Scenario, noticeText: string) => Scenario;
  readonly perform: (planId: string, act: PlannedAct, scenario: Scenario) => Promise<void>;
  /** Does the acts of approved sheets that a crash kept from being done, of one plan. */
  readonly carryOutSheets: (planId: string) => Promise<void>;
}

export interface RehearsalDeps {
  readonly store: Store;
  readonly engine: EnginePort;
  readonly scenarios: ScenarioPort;
  readonly deliverDue: (plan: { readonly planId: string }) => Promise<DeliveryReport>;
}

/** What a step of a rehearsal is asked: with simulated people, or only time, up to and including a day. */
export interface StepRequest {
  readonly planId: string;
  readonly people: boolean;
  /** Null takes the scenario's last day. */
  readonly until: PlainDate | null;
}

/** Activities of a rehearsal 演练. */
export function createRehearsal({ store, engine, scenarios, deliverDue }: RehearsalDeps) {
  const wallClock = () => instantOfEpoch(Date.now());
  const scenarioOf = async (planId: string, name: string, seed: string): Promise<Scenario> => {
    const fitted = scenarios.fitted(scenarios.scenario(name), await noticeTextOf(store, planId));
    return { ...fitted, seed: Number(seed) };
  };
  return {
    /** Goes from instant to instant at which anything is due, and lets everything happen that is due there; for some seconds. */
    stepRehearsal: ({ planId, people, until }: StepRequest): Promise<PlanStepped> =>
      lastingly(() =>
        withStepLock(store, planId, async (lock) => {
          const clock = await readPlanClock(store, planId);
          if (clock.clock === 'real') throw new RuleViolation('real-clock', '该工作要点按真实时间运行，不能演练。');
          // The seed is the plan's: a rehearsal may be played again with another one.
          const scenario = clock.scenario === null ? null : await scenarioOf(planId, clock.scenario, clock.seed);
          const players = people && scenario !== null ? await playersOf(store, planId, scenario) : null;
          const perform = async (plan: string, act: PlannedAct) => {
            if (scenario !== null) await scenarios.perform(plan, act, scenario);
          };
          const { carryOutSheets } = scenarios;
          const last = until ?? scenario?.until ?? lastDay;
          const deps = {
            store,
            engine,
            deliverDue,
            wallClock,
            heartbeat: () => assertMine(lock),
            perform,
            carryOutSheets,
          };
          const step = { planId, instant: clock.instant, until: last, players };
          return activityLife().alive(() => stepPlan(deps, step));
        }),
      ),
  };
}

// Before each act: an attempt that the engine has given up, or that lost its lock, must not touch the plan any more.
function assertMine(lock: StepLock): void {
  lock.assertHeld();
  Context.current().cancellationSignal.throwIfAborted();
}

async function playersOf(store: Store, planId: string, scenario: Scenario): Promise<Players> {
  return { scenario, cast: castReader(store, planId), calendar: await calendarOf(store, planId) };
}
