import type { PlannedAct } from '../act/person-act.ts';
import { atHour } from '../instant.ts';
import type { PlainDate } from '../plain-date.ts';
import { doingOf } from './behaviour.ts';
import { officeFor } from './order-acts.ts';
import type { RehearsalView, ViewedUnit } from './rehearsal-view.ts';
import type { Scenario } from './scenario.ts';

/** What the office urges by hand. */
export function urgingActs(scenario: Scenario, view: RehearsalView): readonly PlannedAct[] {
  return (scenario.orders?.urgings ?? []).flatMap((urging): readonly PlannedAct[] => {
    const { unit: key, kind, period, on, channel, reached, promise, delivers } = urging;
    const unit = view.units.find((each) => each.key === key);
    if (unit === undefined || isUrged(view, unit, on)) return [];
    const owed = view.returns.find(
      (each) => each.unitId === unit.unitId && doingOf[each.kind] === kind && each.period === period,
    );
    const by = officeFor(view, unit);
    if (owed === undefined || by === null) return [];
    const { unitId } = unit;
    const { obligations } = owed;
    return [
      {
        at: atHour(on, 10, 30),
        key: `urge/${key}/${on}`,
        by,
        act: { type: 'urge', unitId, obligations, channel, reached, promise, delivers },
      },
    ];
  });
}

function isUrged({ urgings }: RehearsalView, { unitId }: ViewedUnit, on: PlainDate): boolean {
  return urgings.some((each) => each.unitId === unitId && each.on >= on);
}
