import { uuid5 } from '../domain/ids.ts';
import type { PlannedAct } from '../domain/rehearsal/person-act.ts';
import type { Scenario } from '../domain/rehearsal/scenario.ts';
import { noticeTextOf, settlePlan } from '../store/plan/settle-plan.ts';
import type { Store } from '../store/store.ts';
import { readScenario, settlementFor } from './scenario-files.ts';

/** How rehearsals find their scenarios, and settle a breakdown: as recorded for this notice, else as duban proposes. */
export function scenarioPort(store: Store) {
  return {
    scenario: readScenario,
    settle: async (planId: string, { key, by, at }: PlannedAct, scenario: Scenario): Promise<void> => {
      const settlement = settlementFor(scenario, await noticeTextOf(store, planId));
      const commandId = uuid5(planId, `act/${key}`);
      await settlePlan(store, { planId, settlement, by, at, commandId, recordedAt: at, transport: 'rehearsal' });
    },
  };
}
