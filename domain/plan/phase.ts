import { RuleViolation } from '../errors.ts';
import type { PlanPhase, PlanState } from './plan-state.ts';

/** The phases as users read them. */
export const phaseNames: Readonly<Record<PlanPhase, string>> = {
  none: '尚未导入',
  draft: '分解草案',
  consultation: '征求意见',
  approval: '报请审定',
  approved: '已审定待印发',
  issued: '已印发',
};

/** Refuses with `wrong-phase` unless the plan stands in one of `allowed`; `act` completes the sentence "不能…". */
export function assertPhase(state: PlanState, allowed: readonly PlanPhase[], act: string): void {
  if (allowed.includes(state.phase)) return;
  const where = allowed.map((phase) => `“${phaseNames[phase]}”`).join('或');
  throw new RuleViolation(
    'wrong-phase',
    `工作要点当前处于“${phaseNames[state.phase]}”阶段，不能${act}；该事项只能在${where}阶段办理`,
  );
}
