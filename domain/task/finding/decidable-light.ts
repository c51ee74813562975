import type { Light } from '../task-state.ts';

/** The lights that people may decide on; the others say that something is missing, which no decision can mend. */
export const decidableLights = [
  'on-track',
  'near-due',
  'behind',
  'far-behind',
  'recovered',
] as const satisfies readonly Light[];

/** A light that a decision may give. */
export type DecidableLight = (typeof decidableLights)[number];
