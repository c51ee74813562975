import type { Override, Scenario } from './scenario.ts';

/**
 * What a scenario plays on a notice that it was not written for: who answers when, early, late or never. Everything that it
 * says of tasks is left out: task 9 of another notice is another task.
 */
export function behaviourAlone(scenario: Scenario): Scenario {
  const { behaviour, yearEnd, changes: _changes, findings: _findings, objections: _objections, ...rest } = scenario;
  return {
    ...rest,
    shares: [],
    districtFigures: [],
    rows: [],
    items: [],
    demonstration: { stagePlans: [], progress: [], contributions: [] },
    behaviour: { ...behaviour, overrides: behaviour.overrides.filter(namesNoTask) },
    ...(yearEnd === undefined ? {} : { yearEnd: { ...yearEnd, endings: [], statistics: [] } }),
  };
}

function namesNoTask({ do: { opinion, sendBack } }: Override): boolean {
  return opinion === undefined && sendBack === undefined;
}
