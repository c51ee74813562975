import type { Scenario } from '../../domain/rehearsal/scenario.ts';

/** `seeds/scenarios/*.json`, which name their demonstration. */
export type ScenarioSeeds = Omit<Scenario, 'demonstration' | 'items'> & { readonly demonstration: string };
