import type { PersonActor } from '../actor.ts';
import type { OrderPersonAct } from '../act/order-act.ts';
import type { PlannedAct } from '../act/person-act.ts';
import { type WorkingCalendar, shiftWorkingDays } from '../calendar/working-calendar.ts';
import { type Instant, atHour } from '../instant.ts';
import type { PlayedOpening, PlayedOrders } from './played-orders.ts';
import type { RehearsalView, ViewedOrder, ViewedUnit } from './rehearsal-view.ts';
import type { Scenario } from './scenario.ts';

/** What people do with slips and orders: confirm, answer, review, open, and record what is done above them. */
export function orderActs(scenario: Scenario, view: RehearsalView, calendar: WorkingCalendar): readonly PlannedAct[] {
  const { orders: played } = scenario;
  if (played === undefined) return [];
  return view.orders.flatMap((order) => {
    const unit = view.units.find(({ unitId }) => unitId === order.unitId);
    return unit === undefined ? [] : actsOn({ played, view, unit, order }, calendar);
  });
}

interface Scene {
  readonly played: PlayedOrders;
  readonly view: RehearsalView;
  readonly unit: ViewedUnit;
  readonly order: ViewedOrder;
}

function actsOn(scene: Scene, calendar: WorkingCalendar): readonly PlannedAct[] {
  const { order } = scene;
  switch (order.phase) {
    case 'drafted':
      return confirmation(scene, calendar);
    case 'proposed':
      return opening(scene, calendar);
    case 'sent':
    case 'lapsed':
    case 'returned':
      return [...answer(scene, calendar), ...steps(scene)];
    case 'answered':
      return [...review(scene, calendar), ...steps(scene)];
    case 'none':
    case 'dismissed':
    case 'escalated':
    case 'closed':
      return [];
  }
}

function confirmation({ played, view, unit, order }: Scene, calendar: WorkingCalendar): readonly PlannedAct[] {
  const day = shiftWorkingDays(calendar, order.begunOn, played.confirmWorkingDaysAfter).date;
  return plan(order, 'confirm', {
    by: officeFor(view, unit),
    at: atHour(day, 9, 30),
    act: { type: 'confirmSlip', orderId: order.orderId },
  });
}

function opening(scene: Scene, calendar: WorkingCalendar): readonly PlannedAct[] {
  const { order, view } = scene;
  const found = openingOf(scene);
  if (found === undefined) return [];
  const { workingDaysAfter, demand, by } = found;
  return plan(order, 'open', {
    by: superior(view, by),
    at: atHour(shiftWorkingDays(calendar, order.begunOn, workingDaysAfter).date, 10),
    act: { type: 'openOrder', orderId: order.orderId, demand },
  });
}

function answer({ played, order, unit }: Scene, calendar: WorkingCalendar): readonly PlannedAct[] {
  const round = order.answers + 1;
  const found = played.answers.find((each) => isAbout(each, { unit, order }) && (each.round ?? 1) === round);
  if (found === undefined || order.sentOn === null) return [];
  const day = shiftWorkingDays(calendar, order.sentOn, found.workingDaysAfter).date;
  const act = { type: 'answerOrder', orderId: order.orderId, text: found.text } as const;
  return plan(order, `answer-${round}`, { by: unit.head, at: atHour(day, 15), act });
}

function review(scene: Scene, calendar: WorkingCalendar): readonly PlannedAct[] {
  const { played, order, unit, view } = scene;
  if (order.answeredOn === null) return [];
  const round = order.answers;
  const back = played.returns.find((each) => isAbout(each, { unit, order }) && (each.round ?? 1) === round);
  const day = shiftWorkingDays(calendar, order.answeredOn, played.reviewWorkingDaysAfter).date;
  return plan(order, `review-${round}`, {
    by: order.kind === 'slip' ? officeFor(view, unit) : superior(view, openingOf(scene)?.by ?? 'supervisor'),
    at: atHour(day, 16, 30),
    act: {
      type: order.kind === 'slip' ? 'reviewSlipAnswer' : 'reviewOrderAnswer',
      orderId: order.orderId,
      verdict: back === undefined ? 'accepted' : 'returned',
      reason: back?.reason ?? null,
    },
  });
}

function steps({ played, order, unit, view }: Scene): readonly PlannedAct[] {
  if (order.kind !== 'order') return [];
  return played.steps
    .filter((each) => isAbout({ ...each, on: 'order' }, { unit, order }) && !order.steps.includes(each.step))
    .flatMap(({ step, on, outcome }) =>
      plan(order, step, {
        by: superior(view, 'supervisor'),
        at: atHour(on, 11),
        act: { type: 'recordStep', orderId: order.orderId, step, on, outcome },
      }),
    );
}

function openingOf({ played, order, unit }: Scene): PlayedOpening | undefined {
  return played.openings.find((each) => isAbout({ ...each, on: 'order' }, { unit, order }));
}

interface About {
  readonly unit: ViewedUnit;
  readonly order: ViewedOrder;
}

// A path begins with the unit and the quarter of the slip, also where an order has come of it.
function isAbout(
  { unit, period, on }: { readonly unit: string; readonly period: string; readonly on: ViewedOrder['kind'] },
  about: About,
): boolean {
  const { kind, path } = about.order;
  return unit === about.unit.key && on === kind && `${path}/`.startsWith(`slip/${unit}/${period}/`);
}

/** The person of the office who handles a unit's papers: who sits in the unit too leaves them to the others. */
export function officeFor({ office }: RehearsalView, { unitId }: ViewedUnit): PersonActor | null {
  return office.find(({ otherUnitIds }) => !otherUnitIds.includes(unitId))?.actor ?? null;
}

function superior({ supervisors, leader }: RehearsalView, seat: PlayedOpening['by']): PersonActor | null {
  return seat === 'leader' ? leader : (supervisors[0] ?? null);
}

function plan(
  { path }: ViewedOrder,
  step: string,
  { by, ...rest }: { readonly by: PersonActor | null; readonly at: Instant; readonly act: OrderPersonAct },
): readonly PlannedAct[] {
  return by === null ? [] : [{ ...rest, by, key: `order/${path}/${step}` }];
}
