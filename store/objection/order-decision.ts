import { RuleViolation } from '../../domain/errors.ts';
import { dayOf } from '../../domain/instant.ts';
import type { Recorded } from '../../domain/ledger/event.ts';
import type { OrderEvent } from '../../domain/order/order-event.ts';
import { serialText } from '../../domain/order/serial.ts';
import { approverOf, personsBehind } from '../../domain/paper-approval.ts';
import type { ObjectionBasis } from '../../domain/objection/objection-state.ts';
import type { ObjectionTarget } from '../../domain/objection/objection-target.ts';
import { readEvents } from '../ledger/load.ts';
import type { Store } from '../store.ts';

/** The sending of a slip or an order, as an objection finds it; whoever proposed or opened it answers no objection. */
export async function orderDecision(
  store: Pick<Store, 'pool'>,
  orderId: string,
): Promise<{ readonly target: ObjectionTarget; readonly basis: ObjectionBasis }> {
  const recorded = (await readEvents(store, `order/${orderId}`)) as readonly Recorded<OrderEvent>[];
  const events = recorded.map(({ event }) => event);
  const begun = events.find((event) => event.type === 'slipDrafted' || event.type === 'orderProposed');
  const sentAt = recorded.findLast(({ event }) => event.type === 'orderSent');
  const sent = events.findLast((event) => event.type === 'orderSent');
  if (begun === undefined || sentAt === undefined || sent === undefined) {
    throw new RuleViolation('nothing-to-object-to', '这份文书尚未发出，不能提出异议，请核对后重新选择');
  }
  const { officeUnitId, supervisionUnitId, unitId } = begun.start;
  const { serial } = sent;
  return {
    target: { kind: 'order', orderId, seq: sentAt.seq },
    basis: {
      unitId,
      title: serialText(serial),
      taskNumber: null,
      taskTitle: null,
      receivedOn: dayOf(sent.at),
      firstDeciders: [...new Set([begun, sent].flatMap(personsOf))],
      officeUnitId,
      supervisionUnitId,
    },
  };
}

function personsOf(event: OrderEvent): readonly string[] {
  const { by } = event;
  if (by === 'system') return [];
  return personsBehind(approverOf('paper' in event && event.paper !== undefined ? { by, paper: event.paper } : { by }));
}
