import { drawnSeed, fc } from '../support/drawn.ts';

/**
 * Looks for faults in drawn lives. Each life is lived once, however many properties look at it; the first with a fault is shrunk to
 * the fewest steps that still show it and told with its seed. Null where there is none.
 */
export function faultInLives<D, L>(drawn: fc.Arbitrary<D>, live: (drawn: D) => L, numRuns = 250) {
  const lived: L[] = [];
  return (faultsIn: (life: L) => readonly string[]): string | null => {
    let run = 0;
    let isShrinking = false;
    const property = fc.property(drawn, (each) => {
      const life = isShrinking ? live(each) : (lived[run] ??= live(each));
      run += 1;
      const faults = faultsIn(life);
      if (faults.length === 0) return;
      isShrinking = true;
      throw new Error(faults.join('\n'));
    });
    return fc.defaultReportMessage(fc.check(property, { numRuns, seed: drawnSeed })) ?? null;
  };
}

/** `fault` where it holds. */
export function when(holds: boolean, fault: string): readonly string[] {
  return holds ? [fault] : [];
}
