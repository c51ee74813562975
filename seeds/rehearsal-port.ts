import type { Client } from '@temporalio/client';
import { pauseRehearsal, rehearsalRun, startRehearsal } from '../api/engine/rehearsals.ts';
import type { RehearsalPort } from '../api/app-deps.ts';
import { RuleViolation } from '../domain/errors.ts';
import { atHour } from '../domain/instant.ts';
import { importNotice } from '../store/plan/import-notice.ts';
import type { Store } from '../store/store.ts';
import { readScenario, scenarioNames } from './scenario-files.ts';

/** Rehearsals with the scenarios that are shipped, on this engine. */
export function rehearsalPort({
  store,
  client,
  taskQueue,
}: {
  readonly store: Store;
  readonly client: Client;
  readonly taskQueue: string;
}): RehearsalPort {
  const lines = scenarioNames.map((name) => {
    const { title, start, until } = readScenario(name);
    return { name, title, start, end: until };
  });
  return {
    scenarios: () => lines,
    importRehearsal: (notice, { planId, scenario: name, by, follows }) => {
      if (!scenarioNames.includes(name))
        throw new RuleViolation('unknown-scenario', `没有演练方案“${name}”，可用：${scenarioNames.join('、')}。`);
      const scenario = readScenario(name);
      const startsAt = atHour(scenario.start, 8);
      const clock = { startsAt, seed: String(scenario.seed), scenario: name };
      return importNotice(store, { notice, clock, by, recordedAt: startsAt, transport: 'rehearsal', planId, follows });
    },
    start: (wish) => startRehearsal(client, taskQueue, wish),
    run: (planId) => rehearsalRun(client, planId),
    pause: (planId, isPaused) => pauseRehearsal(client, planId, isPaused),
  };
}
