import { RuleViolation } from '../errors.ts';
import { assertMay } from '../permissions.ts';
import { assertSound } from './draft-check.ts';
import { consultationOf, decidedPoints, refuseUnfitRevision } from './draft.ts';
import type { Moment } from './moment.ts';
import { assertPhase } from './phase.ts';
import type { SettleTasks } from './plan-command.ts';
import type { PlanEvent } from './plan-event.ts';
import type { PlanState } from './plan-state.ts';

/**
 * Decides open points on a plan in consultation, all of them or none, with the new versions of the tasks that they change; units that
 * come in for the first time are consulted with a limit of their own.
 */
export function settleTasks(state: PlanState, command: SettleTasks, moment: Moment): readonly PlanEvent[] {
  const { by, draftVersion, revisions, points } = command;
  assertMay(by, 'settlePoints');
  assertPhase(state, ['consultation'], '确认待定事项');
  if (draftVersion !== state.draftVersion) {
    throw new RuleViolation('draft-moved', '任务分解已被他人修改，请查看最新版本后重新提交');
  }
  // What other points are still about may be unfit until they are decided: the approval waits for them.
  const isLast = state.openPoints.every((id) => points.some(({ pointId }) => pointId === id));
  for (const revision of revisions) {
    if (isLast) assertSound(revision.draft);
    refuseUnfitRevision(state, revision);
  }
  const revised = revisions.map((revision): PlanEvent => ({ type: 'taskRevised', at: moment.at, by, ...revision }));
  const strangers = new Set(
    revisions.flatMap(({ joins }) => joins).filter((unitId) => (state.units[unitId]?.answerDue ?? null) === null),
  );
  const consulted = strangers.size > 0 ? [consultationOf([...strangers].toSorted(), command, moment)] : [];
  return [...decidedPoints(state, points, command, moment), ...revised, ...consulted];
}
