import * as z from 'zod';
import { day, listOf, moment } from './values.ts';

/** What can be asked of a rehearsal 演练. `play` with simulated people, `pass-time` without. */
export const rehearsalCommand = z.strictObject({
  command: z.enum(['play', 'pass-time', 'pause', 'resume']),
  /** The last day; without it, the scenario's end. */
  until: day.nullable().default(null),
});

export const rehearsalState = z
  .object({
    scenario: z.string().nullable(),
    scenarioTitle: z.string().nullable(),
    /** The last day of the scenario. */
    end: day.nullable(),
    instant: moment,
    today: day,
    /** `unreachable` while the engine does not answer. */
    state: z.enum(['absent', 'running', 'over', 'unreachable']),
    isPaused: z.boolean(),
    stoppedBy: z.string().nullable(),
    events: z.int(),
    letters: z.int(),
  })
  .meta({ id: 'RehearsalState' });

export const scenarioList = z
  .object({ scenarios: listOf(z.object({ name: z.string(), title: z.string(), start: day, end: day })) })
  .meta({ id: 'ScenarioList' });

export type RehearsalStateBody = z.infer<typeof rehearsalState>;
