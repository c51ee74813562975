import type { Actor } from '../../domain/actor.ts';
import { assertNever } from '../../domain/errors.ts';
import type { Instant } from '../../domain/instant.ts';
import type { SlipEscalated } from '../../domain/order/order-event.ts';
import type { OrderBasis, OrderStart, OrderState } from '../../domain/order/order-state.ts';
import { issuerWordOf } from '../../domain/order/serial.ts';
import type { OrderProposedByOffice, SlipsDrafted } from '../../domain/plan/plan-event.ts';
import type { PlanState } from '../../domain/plan/plan-state.ts';
import { readHead } from '../ledger/chain-head.ts';
import { readEvents } from '../ledger/load.ts';
import type { Store } from '../store.ts';

/** With what a slip or an order begins, when, and by whom. */
export interface OrderBeginning {
  readonly start: OrderStart;
  readonly at: Instant;
  readonly by: Actor;
}

// Nothing else is projected as an origin.
type OriginEvent = SlipsDrafted | OrderProposedByOffice | SlipEscalated;

interface Origin {
  readonly plan_id: string;
  readonly chain: string;
  readonly seq: number;
  readonly place: number;
}

/** The part of the plan's event, or of the slip's, from which the order begins; null where nothing called for such an order. */
export async function orderStartOf(
  store: Pick<Store, 'pool' | 'books'>,
  orderId: string,
): Promise<OrderBeginning | null> {
  const { rows } = await store.pool.query<Origin>(
    'SELECT plan_id, chain, seq, place FROM order_origin WHERE order_id = $1',
    [orderId],
  );
  const [origin] = rows;
  if (origin === undefined) return null;
  const [recorded] = await readEvents(store, origin.chain, { after: origin.seq - 1, limit: 1 });
  if (recorded === undefined) throw new Error(`${origin.chain} has no event ${origin.seq}`);
  const event = recorded.event as OriginEvent;
  switch (event.type) {
    case 'slipsDrafted':
      return beginning(event, slipStart(event, origin.place, await planOf(store, origin.plan_id)));
    case 'orderProposed':
      return beginning(event, proposalStart(event, await planOf(store, origin.plan_id)));
    case 'slipEscalated':
      return beginning(event, escalationStart(event, await slipState(store, origin.chain)));
    default:
      return assertNever(event);
  }
}

function beginning({ at, by }: { readonly at: Instant; readonly by: Actor }, start: OrderStart): OrderBeginning {
  return { start, at, by };
}

async function planOf({ pool, books }: Pick<Store, 'pool' | 'books'>, planId: string): Promise<PlanState> {
  return (await readHead(pool, books.plan, `plan/${planId}`)).state as PlanState;
}

async function slipState({ pool, books }: Pick<Store, 'pool' | 'books'>, chain: string): Promise<OrderState> {
  return (await readHead(pool, books.order, chain)).state as OrderState;
}

function ofPlan({ planId, title, planYear, clock, documentNumber, officeUnitId, leadershipUnitId }: PlanState) {
  const issuerWord = issuerWordOf(documentNumber);
  return { planId, planTitle: title, planYear, clock, issuerWord, officeUnitId, leadershipUnitId };
}

function slipStart({ slips, period, supervisionUnitId }: SlipsDrafted, place: number, plan: PlanState): OrderStart {
  const slip = slips[place];
  if (slip === undefined) throw new Error(`there is no slip at place ${place}`);
  return { ...ofPlan(plan), ...slip, supervisionUnitId, kind: 'slip', period, basis: null };
}

function proposalStart(event: OrderProposedByOffice, plan: PlanState): OrderStart {
  const { orderId, path, unitId, form, rows, reasons, supervisionUnitId } = event;
  const basis: OrderBasis = { kind: 'office', slipId: null, reasons };
  const drafted = { orderId, path, unitId, form, rows };
  return { ...ofPlan(plan), ...drafted, supervisionUnitId, kind: 'order', period: null, basis };
}

// Its rows are those of the slip, as they stood when it was confirmed.
function escalationStart({ orderId, path, basis }: SlipEscalated, slip: OrderState): OrderStart {
  const { planId, planTitle, planYear, clock, issuerWord, officeUnitId, leadershipUnitId, supervisionUnitId } = slip;
  const plan = { planId, planTitle, planYear, clock, issuerWord, officeUnitId, leadershipUnitId, supervisionUnitId };
  const { unitId, period, rows } = slip;
  const form = slip.form === 'letter' ? 'letter' : 'order';
  return { ...plan, orderId, path, kind: 'order', form, unitId, period, rows, basis };
}
