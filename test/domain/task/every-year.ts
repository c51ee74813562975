import { drawnSeed, fc } from '../../support/drawn.ts';
import type { Obligation, TaskState } from '../../../domain/task/task-state.ts';
import { type Step, playYear, randomYear } from './random-year.ts';

/** Years that each file of properties plays; each of its properties looks at all of them. */
const years = 1_000;

// A year is played once and not once for each property.
const played: (readonly Step[])[] = [];

/**
 * The first year in which `faultsIn` finds something, shrunk to the fewest attempts that still show it and told with its seed;
 * null where there is none.
 */
export function faultInYears(faultsIn: (steps: readonly Step[]) => readonly string[]): string | null {
  let run = 0;
  let isShrinking = false;
  const property = fc.property(randomYear, (recipe) => {
    const steps = isShrinking ? playYear(recipe) : (played[run] ??= playYear(recipe));
    run += 1;
    const faults = faultsIn(steps);
    if (faults.length === 0) return;
    isShrinking = true;
    throw new Error(faults.join('\n'));
  });
  return fc.defaultReportMessage(fc.check(property, { numRuns: years, seed: drawnSeed })) ?? null;
}

/**
 * The years that were played so far, then as many others as are asked for, up to ten times as many: what comes about in two years
 * of a thousand is no matter of luck then.
 */
export function* manyYears(): Generator<readonly Step[]> {
  yield* played;
  const batch = 100;
  for (let drawn = 0; drawn < 10 * years; drawn += batch)
    for (const recipe of fc.sample(randomYear, { numRuns: batch, seed: drawnSeed + 1 + drawn })) yield playYear(recipe);
}

/** The same where each command that was tried is looked at alone. */
export function faultInSteps(faultsIn: (step: Step) => readonly string[]): string | null {
  return faultInYears((steps) =>
    steps.flatMap((step) => faultsIn(step).map((fault) => `${step.at} ${step.command.type}: ${fault}`)),
  );
}

/** `fault` where it holds. */
export function when(holds: boolean, fault: string): readonly string[] {
  return holds ? [fault] : [];
}

/** The open obligation of this id. */
export function obligationOf({ obligations }: TaskState, id: string): Obligation | undefined {
  return obligations.find((each) => each.id === id);
}

/** The subjects of its rows in one of these states. */
export function rowsIn(obligation: Obligation, ...states: readonly string[]): readonly string[] {
  return obligation.rows.filter(({ state }) => states.includes(state)).map(({ subjectId }) => subjectId);
}
