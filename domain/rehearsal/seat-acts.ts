import type { PersonAct, PlannedAct } from '../act/person-act.ts';
import { personIdOf } from '../duban-namespace.ts';
import { atHour } from '../instant.ts';
import { approvedBy } from './approval-route.ts';
import type { PlayedContactChange, PlayedDeputy } from './played-seats.ts';
import type { RehearsalView } from './rehearsal-view.ts';
import type { Scenario } from './scenario.ts';
import { unitKeyed } from './viewed-row.ts';

/** What people do about seats: contacts change by a sheet that the officer drafts and the head approves, deputies are authorised. */
export function seatActs(scenario: Scenario, view: RehearsalView): readonly PlannedAct[] {
  if (view.phase !== 'issued') return [];
  const { contacts = [], deputies = [] } = scenario.seats ?? {};
  return [
    ...contacts.flatMap((played) => contactActs(scenario, view, played)),
    ...deputies.flatMap((played) => deputyActs(view, played)),
  ];
}

function contactActs(scenario: Scenario, view: RehearsalView, played: PlayedContactChange): readonly PlannedAct[] {
  const { key: sheet, unit, on, from, leaves, takes, contacts, reason } = played;
  const { unitId, officer, head } = unitKeyed(view, unit);
  const drafted = view.sheets.find(({ key }) => key === sheet);
  if (officer === null || head === null) return [];
  const plan = (step: string, hour: number, act: PersonAct): PlannedAct => {
    return { at: atHour(on, hour), key: `sheet/${sheet}/${step}`, by: officer, act };
  };
  if (drafted === undefined) {
    const act = { type: 'changeContacts', unitId, from, leaves, takes, contacts, reason } as const;
    return [plan('draft', 10, { type: 'draftSheet', sheet, act })];
  }
  const route = approvedBy(scenario, { signing: unit, approver: head, recorder: officer, on });
  const approve = plan('approve', 15, { type: 'approveSheet', sheet, version: drafted.version });
  switch (drafted.phase) {
    case 'drafted':
      return route.signature === undefined
        ? [plan('ask', 11, { type: 'askSheetApproval', sheet })]
        : [{ ...approve, ...route }];
    case 'asked':
      return [{ ...approve, ...route }];
    case 'none':
    case 'refused':
    case 'approved':
    case 'performed':
    case 'act-refused':
    case 'withdrawn':
      return [];
  }
}

function deputyActs(view: RehearsalView, played: PlayedDeputy): readonly PlannedAct[] {
  const { unit, seat, person, deputy, on, from, to, reason } = played;
  const { unitId, head } = unitKeyed(view, unit);
  const isDone = view.deputies.some(
    (each) =>
      each.unitId === unitId && each.seat === seat && each.deputyId === personIdOf(deputy) && each.validFrom === from,
  );
  if (isDone || head === null) return [];
  const act: PersonAct = {
    type: 'authoriseDeputy',
    unitId,
    seat,
    personKey: person,
    deputyKey: deputy,
    from,
    to,
    reason,
  };
  return [{ at: atHour(on, 9, 30), key: `deputy/${unit}/${seat}/${deputy}/${from}`, by: head, act }];
}
