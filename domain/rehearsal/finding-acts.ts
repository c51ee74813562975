import type { PersonAct, PlannedAct } from '../act/person-act.ts';
import { uuid5 } from '../ids.ts';
import { atHour } from '../instant.ts';
import { approvedBy } from './approval-route.ts';
import type { PlayedFinding } from './played-finding.ts';
import type { RehearsalView, ViewedFinding } from './rehearsal-view.ts';
import type { Scenario } from './scenario.ts';
import { rowNamed, unitKeyed } from './viewed-row.ts';

/** What people do about findings: two supervisors check, the unit's head states its view, the first supervisor concludes. */
export function findingActs(scenario: Scenario, view: RehearsalView): readonly PlannedAct[] {
  if (view.phase !== 'issued' || view.tasks.length === 0) return [];
  return (scenario.findings ?? []).flatMap((played) => {
    const findingId = uuid5(view.planId, `finding/${played.key}`);
    const finding = view.findings.find((each) => each.findingId === findingId);
    if (finding === undefined) return opened(scenario, view, played);
    if (finding.phase !== 'open') return [];
    return [...stated(scenario, view, { played, finding }), ...concluded(view, { played, finding })];
  });
}

function opened(scenario: Scenario, view: RehearsalView, played: PlayedFinding): readonly PlannedAct[] {
  const [first, second] = view.supervisors;
  if (first === undefined || second === undefined) return [];
  const { key, claim, method, reportedValue, foundValue, evidence, openOn } = played;
  const act: PersonAct = {
    type: 'openFinding',
    ...rowNamed(scenario, view, played),
    finding: key,
    claim,
    method,
    checkers: [first.personId, second.personId],
    reportedValue,
    foundValue,
    evidence: { text: evidence, hashes: [] },
  };
  return [{ at: atHour(openOn, 10), key: `finding/${key}/open`, by: first, act }];
}

interface Playing {
  readonly played: PlayedFinding;
  readonly finding: ViewedFinding;
}

function stated(scenario: Scenario, view: RehearsalView, { played, finding }: Playing): readonly PlannedAct[] {
  const { statement, unit, key } = played;
  const { head, officer } = unitKeyed(view, unit);
  if (statement === null || finding.isStated || head === null) return [];
  const { taskId, findingId } = finding;
  const act: PersonAct = { type: 'stateOnFinding', taskId, findingId, text: statement.text };
  const route = approvedBy(scenario, { signing: unit, approver: head, recorder: officer, on: statement.on });
  return [{ at: atHour(statement.on, 15), key: `finding/${key}/state`, act, ...route }];
}

function concluded(view: RehearsalView, { played, finding }: Playing): readonly PlannedAct[] {
  const { conclusion, statement, key } = played;
  const [first] = view.supervisors;
  if (conclusion === null || first === undefined || (statement !== null && !finding.isStated)) return [];
  const { on, outcome, text, light } = conclusion;
  const { taskId, findingId } = finding;
  const act: PersonAct = { type: 'concludeFinding', taskId, findingId, outcome, text, light };
  return [{ at: atHour(on, 16, 30), key: `finding/${key}/conclude`, by: first, act }];
}
