import fc from 'fast-check';

/**
 * A check that something holds for every drawn life. Each life is lived once, however many properties look at it; the first in which
 * a property fails is shrunk to the fewest steps that still show it, and told with its seed.
 */
export function everyLife<D, L>(drawn: fc.Arbitrary<D>, live: (drawn: D) => L, numRuns = 500) {
  const seed = Math.trunc(Math.random() * 0x7fffffff);
  const lived: L[] = [];
  return (holds: (life: L) => void): void => {
    let run = 0;
    let isShrinking = false;
    const property = fc.property(drawn, (each) => {
      const life = isShrinking ? live(each) : (lived[run] ??= live(each));
      run += 1;
      try {
        holds(life);
      } catch (error) {
        isShrinking = true;
        throw error;
      }
    });
    fc.assert(property, { numRuns, seed });
  };
}
