import { z } from 'zod';
import type { OrderPersonAct, UrgeAct } from '../../domain/act/order-act.ts';
import { obligationId } from '../../domain/task/obligations.ts';
import { day, of, parsed, text } from './act-fields.ts';
import type { ActNames } from './act-names.ts';
import type { ActReaders } from './act-reader.ts';

const order = { order: z.string().min(1).max(200) };
const channel = z.enum(['phone', 'message', 'in-person', 'writing']);
const bare = z.strictObject(order);
const withReason = z.strictObject({ ...order, reason: text });
const withText = z.strictObject({ ...order, text });
const withReasons = z.strictObject({ ...order, reasons: text });
const withDemand = z.strictObject({ ...order, demand: text });
const review = z.strictObject({
  ...order,
  verdict: z.enum(['accepted', 'returned']),
  reason: text.nullable().default(null),
});
const closing = z.strictObject({
  ...order,
  outcome: z.enum(['settled', 'withdrawn']).default('settled'),
  reason: text,
});
const step = z.strictObject({ ...order, step: z.enum(['bulletin', 'interview']), on: day, outcome: text });
const delivery = z.strictObject({ ...order, channel, reached: text, on: day });
const { kind, period } = of;
const urging = z.strictObject({
  unit: z.string(),
  of: z.array(z.strictObject({ task: z.string(), kind, period })).min(1),
  channel,
  reached: text,
  promise: z.strictObject({ text, by: day }).nullable().default(null),
  delivers: z.boolean().default(false),
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
