import { setTimeout as wait } from 'node:timers/promises';
import { dayOf, startOfDay } from '../domain/instant.ts';
import type { PlainDate } from '../domain/plain-date.ts';
import type { NoteSlips, ProposeOrder } from '../domain/plan/plan-command.ts';
import { orderHasBegun } from '../store/order/order-has-begun.ts';
import { overdueUnits, standingRows } from '../store/order/overdue-rows.ts';
import { supervisionUnit } from '../store/order/supervision-unit.ts';
import { unbegunOrders } from '../store/order/unbegun-orders.ts';
import { waitingTasks } from '../store/order/waiting-tasks.ts';
import type { Store } from '../store/store.ts';
import { unitRegister } from '../store/registry/units.ts';
import type { EnginePort } from './engine-port.ts';
import { lastingly } from './lasting.ts';
import { planPresent } from './plan-present.ts';

interface OrderDeps {
  readonly store: Store;
  readonly engine: EnginePort;
}

/** What a unit has let pass, as a proposal needs it. */
export type OverdueOfUnit = NonNullable<ProposeOrder['overdue']>;

const pollMs = 25;
// Well within the time that the workflow gives: then it is asked again.
const patienceMs = 8_000;

/** Activities of slips and orders, and of the plan that drafts them. */
export function createOrderActivities({ store, engine }: OrderDeps) {
  return {
    /** What units have let pass on a day, once every task has taken the wakes of that day; the units after the one of this key. */
    listOverdue: ({
      planId,
      on,
      after,
    }: OverdueQuestion): Promise<Pick<NoteSlips, 'units' | 'supervisionUnitId' | 'after'>> =>
      lastingly(async () => {
        await untilAwake(store, planId, on);
        const found = await overdueUnits(store, { planId, on, after });
        return { ...found, supervisionUnitId: await supervisionUnit(store, planId, on) };
      }),

    /** The same for one unit, now. */
    listOverdueOfUnit: ({ planId, unitId }: UnitOfPlan): Promise<OverdueOfUnit> =>
      lastingly(async () => {
        const on = dayOf(await planPresent(store, planId));
        const { units } = await overdueUnits(store, { planId, on, unitId });
        const unit = (await unitRegister(store, { planId, day: on })).find((each) => each.unitId === unitId);
        if (unit === undefined) throw new Error(`unit ${unitId} is not registered`);
        const supervisionUnitId = await supervisionUnit(store, planId, on);
        return { unitKind: unit.kind, rows: units[0]?.rows ?? [], supervisionUnitId };
      }),

    /** Keys of what a unit still owes and has let pass. */
    listStandingRows: ({ planId, unitId }: UnitOfPlan): Promise<readonly string[]> =>
      lastingly(() => standingRows(store, planId, unitId)),

    /** Starts the writers of every order of the plan that was called for and has not begun; one after the other where that matters. */
    startOrders: ({ planId, isOneByOne }: StartOrders): Promise<void> =>
      lastingly(async () => {
        for (const { orderId } of await unbegunOrders(store, planId)) {
          await engine.startOrder({ orderId, planId });
          if (isOneByOne) await untilBegun(store, orderId);
        }
      }),
  };
}

interface OverdueQuestion {
  readonly planId: string;
  readonly on: PlainDate;
  readonly after: string | null;
}

interface UnitOfPlan {
  readonly planId: string;
  readonly unitId: string;
}

interface StartOrders {
  readonly planId: string;
  readonly isOneByOne: boolean;
}

async function untilAwake(store: Store, planId: string, on: PlainDate): Promise<void> {
  await until(async () => (await waitingTasks(store, planId, startOfDay(on))) === 0, `tasks of plan ${planId}`);
}

async function untilBegun(store: Store, orderId: string): Promise<void> {
  await until(() => orderHasBegun(store, orderId), `order ${orderId}`);
}

async function until(holds: () => Promise<boolean>, what: string): Promise<void> {
  const endsAt = performance.now() + patienceMs;
  while (!(await holds())) {
    if (performance.now() > endsAt) throw new Error(`${what} is not there yet`);
    await wait(pollMs);
  }
}
