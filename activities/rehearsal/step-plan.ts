import type { WorkingCalendar } from '../../domain/calendar/working-calendar.ts';
import { type Instant, dayOf, epochOf } from '../../domain/instant.ts';
import { RuleViolation } from '../../domain/errors.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import { nextActInstant, plannedActs } from '../../domain/rehearsal/planned-acts.ts';
import type { PlannedAct } from '../../domain/act/person-act.ts';
import { actsSideBySide, isOnPlanChain } from '../../domain/rehearsal/side-by-side.ts';
import type { RehearsalView } from '../../domain/rehearsal/rehearsal-view.ts';
import type { Scenario } from '../../domain/rehearsal/scenario.ts';
import { nextPlanInstant } from '../../store/plan/plan-backlog.ts';
import { advancePlanClock } from '../../store/plan/plan-clock.ts';
import type { RehearsalCast } from '../../store/rehearsal/rehearsal-cast.ts';
import { readRehearsalView } from '../../store/rehearsal/rehearsal-view.ts';
import { catchUp } from './catch-up.ts';
import { type MailDeps, mailOfInstant } from './mail-of-instant.ts';

/** What one step of a plan's clock works with. */
export interface PlanStepDeps extends MailDeps {
  /** Does what a person does, by the same way as people. */
  readonly perform: (planId: string, act: PlannedAct) => Promise<void>;
  /** Does the acts of approved sheets that a crash kept from being done. */
  readonly carryOutSheets: (planId: string) => Promise<void>;
}

/** The people of a rehearsal; without them only time goes on. */
export interface Players {
  readonly scenario: Scenario;
  /** Who plays at an instant: seats change hands within the year. */
  readonly cast: (instant: Instant) => Promise<RehearsalCast>;
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
  const mail = mailOfInstant(deps, planId, instant);
  let acts = 0;
  for (;;) {
    deps.heartbeat();
    await deps.carryOutSheets(planId);
    const left = await catchUp(deps, planId, instant);
    const waitUntil = await mail.deliver(left);
    const view = players === null ? null : await viewAt(deps, planId, { instant, players });
    const planned = players === null || view === null ? [] : plannedActs(players.scenario, view, players.calendar);
    const due = view === null ? [] : actsSideBySide(planned, view, instant);
    if (due.length === 0) {
      const ahead = [await nextPlanInstant(deps.store, planId, instant), nextActInstant(planned, instant), waitUntil];
      return { acts, next: earliest(ahead.filter((each) => each !== null && each > instant)) };
    }
    await performAll(
      deps,
      planId,
      due.map((act) => ({ ...act, at: instant })),
    );
    acts += due.length;
  }
}

async function viewAt(
  { store }: PlanStepDeps,
  planId: string,
  { instant, players }: { readonly instant: Instant; readonly players: Players },
): Promise<RehearsalView> {
  return readRehearsalView(store, planId, await players.cast(instant));
}

// As many as have a connection to the database, with some to spare for the workflows that they move.
const actsAtOnce = 4;

async function performAll(deps: PlanStepDeps, planId: string, acts: readonly PlannedAct[]): Promise<void> {
  const atOnce = acts.some(({ act }) => isOnPlanChain(act)) ? 1 : actsAtOnce;
  for (let first = 0; first < acts.length; first += atOnce) {
    deps.heartbeat();
    const batch = acts.slice(first, first + atOnce);
    const done = await Promise.allSettled(batch.map((act) => perform(deps, planId, act)));
    // Only when none of them is at work any more does the step give up.
    for (const each of done) if (each.status === 'rejected') throw each.reason;
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

function earliest(instants: readonly (Instant | null)[]): Instant | null {
  return instants.filter((each) => each !== null).toSorted()[0] ?? null;
}
