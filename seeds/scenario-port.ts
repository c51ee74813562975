import { carryOutSheets } from '../api/acts/carry-out-sheets.ts';
import { type PerformDeps, performAct } from '../api/acts/perform-act.ts';
import { uuid5 } from '../domain/ids.ts';
import type { PlannedAct } from '../domain/act/person-act.ts';
import { behaviourAlone } from '../domain/rehearsal/behaviour-alone.ts';
import type { Scenario } from '../domain/rehearsal/scenario.ts';
import { noticeTextOf, settlePlan } from '../store/plan/settle-plan.ts';
import { signedPrint } from './simulated-signature.ts';
import { readScenario, settlementFor } from './scenario-files.ts';

/** How rehearsals find their scenarios, and how their people act; a breakdown is settled as recorded for its notice, else as proposed. */
export function scenarioPort({ store, engine }: Omit<PerformDeps, 'settle'>) {
  const settle = async (planId: string, { key, by, at }: PlannedAct, scenario: Scenario): Promise<void> => {
    const settlement = settlementFor(scenario, await noticeTextOf(store, planId));
    const commandId = uuid5(planId, `act/${key}`);
    await settlePlan(store, { planId, settlement, by, at, commandId, recordedAt: at, transport: 'rehearsal' });
  };
  const noSettlement = async (): Promise<void> => {
    throw new Error('a settlement stands on no sheet');
  };
  return {
    scenario: readScenario,
    fitted: (scenario: Scenario, noticeText: string): Scenario =>
      settlementFor(scenario, noticeText) === null ? behaviourAlone(scenario) : scenario,
    carryOutSheets: (planId: string): Promise<void> =>
      carryOutSheets(store, planId, (planned) => performAct({ store, engine, settle: noSettlement }, planId, planned)),
    perform: async (planId: string, planned: PlannedAct, scenario: Scenario): Promise<void> => {
      const deps = { store, engine, settle: (plan: string, act: PlannedAct) => settle(plan, act, scenario) };
      await performAct(deps, planId, await signedPrint(store, planId, planned));
    },
  };
}
