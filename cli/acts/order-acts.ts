import { z } from 'zod';
import type { OrderPersonAct, UrgeAct } from '../../domain/act/order-act.ts';
import { obligationId } from '../../domain/task/obligations.ts';
import { orderActs as acts } from '../../api/schemas/acts/order-acts.ts';
import { of, parsed } from './act-fields.ts';
import type { ActNames } from './act-names.ts';
import type { ActReaders } from './act-reader.ts';

const order = { order: z.string().min(1).max(200) };
const ids = { type: true, orderId: true } as const;
const bare = z.strictObject(order);
const withReason = acts.dismissSlip.omit(ids).extend(order);
const withText = acts.answerOrder.omit(ids).extend(order);
const withReasons = acts.escalateSlip.omit(ids).extend(order);
const withDemand = acts.openOrder.omit(ids).extend(order);
const { outcome } = acts.closeOrder.shape;
const closing = acts.closeOrder.omit(ids).extend({ ...order, outcome: outcome.default('settled') });
const { reason } = acts.reviewSlipAnswer.shape;
const review = acts.reviewSlipAnswer.omit(ids).extend({ ...order, reason: reason.default(null) });
const step = acts.recordStep.omit(ids).extend(order);
const delivery = acts.recordDelivery.omit(ids).extend(order);
const { kind, period } = of;
const { promise, delivers } = acts.urge.shape;
const urging = acts.urge.omit({ type: true, unitId: true, obligations: true }).extend({
  unit: z.string(),
  of: z.array(z.strictObject({ task: z.string(), kind, period })).min(1),
  promise: promise.default(null),
  delivers: delivers.default(false),
});

/** How commands name what is done about slips and orders: by id, or by where they come from, as in `slip/gongxinju/2022Q3`. */
export const orderActs: ActReaders<OrderPersonAct | UrgeAct> = {
  confirmSlip: async (content, names) => named('confirmSlip', parsed('confirmSlip', bare, content), names),
  dismissSlip: async (content, names) => named('dismissSlip', parsed('dismissSlip', withReason, content), names),
  answerOrder: async (content, names) => named('answerOrder', parsed('answerOrder', withText, content), names),
  reviewSlipAnswer: async (content, names) =>
    named('reviewSlipAnswer', parsed('reviewSlipAnswer', review, content), names),
  escalateSlip: async (content, names) => named('escalateSlip', parsed('escalateSlip', withReasons, content), names),
  openOrder: async (content, names) => named('openOrder', parsed('openOrder', withDemand, content), names),
  refuseProposal: async (content, names) =>
    named('refuseProposal', parsed('refuseProposal', withReason, content), names),
  reviewOrderAnswer: async (content, names) =>
    named('reviewOrderAnswer', parsed('reviewOrderAnswer', review, content), names),
  closeOrder: async (content, names) => named('closeOrder', parsed('closeOrder', closing, content), names),
  recordStep: async (content, names) => named('recordStep', parsed('recordStep', step, content), names),
  recordDelivery: async (content, names) => named('recordDelivery', parsed('recordDelivery', delivery, content), names),
  urge: async (content, names) => {
    const { unit, of: owed, ...said } = parsed('urge', urging, content);
    const unitId = await names.unit(unit);
    const byTask = Map.groupBy(owed, ({ task }) => task);
    const obligations = [...byTask].map(async ([task, all]) => ({
      taskId: await names.task(task),
      obligationIds: all.map((each) => obligationId(each.kind, unitId, each.period)),
    }));
    return { type: 'urge', unitId, obligations: await Promise.all(obligations), ...said };
  },
};

function named<T extends string, C extends { readonly order: string }>(
  type: T,
  { order: place, ...said }: C,
  names: ActNames,
) {
  return { type, orderId: names.order(place), ...said };
}
