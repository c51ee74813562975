import fc from 'fast-check';

const asked = process.env['DUBAN_TEST_SEED'] ?? '20220815';

/**
 * Where drawn tests begin: the same draws in every run, so that what was tested is what lands. `DUBAN_TEST_SEED=random` draws anew,
 * a number repeats a run.
 */
export const drawnSeed = asked === 'random' ? Math.trunc(Math.random() * 0x7fffffff) : Number(asked);

fc.configureGlobal({ seed: drawnSeed });

export { fc };
