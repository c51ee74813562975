import { setTimeout as wait } from 'node:timers/promises';
import type { WorkingCalendar } from '../../domain/calendar/working-calendar.ts';
import { type Instant, dayOf, epochOf } from '../../domain/instant.ts';
import { RuleViolation } from '../../domain/errors.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import { dueAct, nextActInstant, plannedActs } from '../../domain/rehearsal/planned-acts.ts';
import type { PlannedAct } from '../../domain/rehearsal/person-act.ts';
import type { Scenario } from '../../domain/rehearsal/scenario.ts';
import { nextPlanInstant } from '../../store/plan/plan-backlog.ts';
import { advancePlanClock } from '../../store/plan/plan-clock.ts';
import type { RehearsalCast } from '../../store/rehearsal/rehearsal-cast.ts';
import { readRehearsalView } from '../../store/rehearsal/rehearsal-view.ts';
import type { DeliveryReport } from '../post-office.ts';
import { type StepDeps, catchUp } from './catch-up.ts';

/** What one step of a plan's clock works with. */
export interface PlanStepDeps extends StepDeps {
  /** Does what a person does, by the same way as people. */
  readonly perform: (planId: string, act: PlannedAct) => Promise<void>;
  readonly deliverDue: (plan: { readonly planId: string }) => Promise<DeliveryReport>;
  readonly wallClock: () => Instant;
}

/** The people of a rehearsal; without them only time goes on. */
export interface Players {
  readonly scenario: Scenario;
  readonly cast: RehearsalCast;
  readonly calendar: WorkingCalendar;
}

/** Which plan is stepped, from where, how far, and who plays. */
export interface PlanStep {
  readonly planId: string;
  readonly instant: Instant;
  /** The last day that is played. */
  readonly until: PlainDate;
  readonly players: Players | null;
}

/** What a step came to. */
export interface PlanStepped {
  readonly instant: Instant;
  /** Nothing lies ahead any more up to the last day. */
  readonly isOver: boolean;
  readonly acts: number;
}

// A step goes on from instant to instant for so long: the present one is looked through again at the beginning of each.
const sliceMs = 2_000;

/**
 * Finishes everything of the present instant, then goes to the next one at which anything is due and finishes that too, and so on for
 * a slice of time. Everything is found in the database, so that a step that died half way is simply done again.
 */
export async function stepPlan(deps: PlanStepDeps, step: PlanStep): Promise<PlanStepped> {
  const endsAt = epochOf(deps.wallClock()) + sliceMs;
  let { instant } = step;
  let { acts, next } = await finishInstant(deps, step);
  while (next !== null && dayOf(next) <= step.until) {
    if (epochOf(deps.wallClock()) >= endsAt) return { instant, isOver: false, acts };
    instant = await advancePlanClock(deps.store, step.planId, next);
    const finished = await finishInstant(deps, { ...step, instant });
    acts += finished.acts;
    ({ next } = finished);
  }
  return { instant, isOver: true, acts };
}

interface Finished {
  readonly acts: number;
  readonly next: Instant | null;
}

async function finishInstant(deps: PlanStepDeps, { planId, instant, players }: PlanStep): Promise<Finished> {
  for (let acts = 0; ; acts += 1) {
    deps.heartbeat();
    await catchUp(deps, planId, instant);
    const { waitUntil } = await deliverMail(deps, planId, instant);
    const planned = players === null ? [] : await plannedBy(deps, planId, players);
    const act = dueAct(planned, instant);
    if (act === null) {
      const ahead = [await nextPlanInstant(deps.store, planId, instant), nextActInstant(planned, instant), waitUntil];
      return { acts, next: earliest(ahead.filter((each) => each !== null && each > instant)) };
    }
    await perform(deps, planId, { ...act, at: instant });
  }
}

// A refusal is a mistake of the scenario: it says which act it was.
async function perform(deps: PlanStepDeps, planId: string, act: PlannedAct): Promise<void> {
  try {
    await deps.perform(planId, act);
  } catch (error) {
    if (!(error instanceof RuleViolation)) throw error;
    throw new RuleViolation(error.code, `演练中的办理“${act.key}”（${act.at}）被拒绝：${error.message}`);
  }
}

async function plannedBy(
  { store }: PlanStepDeps,
  planId: string,
  { scenario, cast, calendar }: Players,
): Promise<readonly PlannedAct[]> {
  return plannedActs(scenario, await readRehearsalView(store, planId, cast), calendar);
}

// Retries run on the wall clock, and the plan waits for them: no letter is left behind by a step.
async function deliverMail(deps: PlanStepDeps, planId: string, instant: Instant): Promise<DeliveryReport> {
  for (;;) {
    const report = await deps.deliverDue({ planId });
    if (report.isSettled) return report;
    deps.heartbeat();
    if (report.waitsFor !== null) await catchUp(deps, planId, instant);
    const now = deps.wallClock();
    const pauseMs = report.nextTryAt === null ? pollMs : epochOf(report.nextTryAt) - epochOf(now);
    await wait(Math.min(Math.max(pauseMs, pollMs), longestPauseMs));
  }
}

const pollMs = 50;
const longestPauseMs = 5_000;

function earliest(instants: readonly (Instant | null)[]): Instant | null {
  return instants.filter((each) => each !== null).toSorted()[0] ?? null;
}
