import * as z from 'zod';
import type { OrderPersonAct, UrgeAct } from '../../../domain/act/order-act.ts';
import { day, id, listOf, text } from '../values.ts';
import type { SchemasOf } from './act-schema.ts';

const channel = z.enum(['phone', 'message', 'in-person', 'writing']);
const reviewed = { orderId: id, verdict: z.enum(['accepted', 'returned']), reason: text.nullable() };

/** What may be sent to do something to a slip or an order, and to urge a unit by hand. */
export const orderActs = {
  confirmSlip: z.strictObject({ type: z.literal('confirmSlip'), orderId: id }),
  dismissSlip: z.strictObject({ type: z.literal('dismissSlip'), orderId: id, reason: text }),
  answerOrder: z.strictObject({ type: z.literal('answerOrder'), orderId: id, text }),
  reviewSlipAnswer: z.strictObject({ type: z.literal('reviewSlipAnswer'), ...reviewed }),
  escalateSlip: z.strictObject({ type: z.literal('escalateSlip'), orderId: id, reasons: text }),
  openOrder: z.strictObject({ type: z.literal('openOrder'), orderId: id, demand: text }),
  refuseProposal: z.strictObject({ type: z.literal('refuseProposal'), orderId: id, reason: text }),
  reviewOrderAnswer: z.strictObject({ type: z.literal('reviewOrderAnswer'), ...reviewed }),
  closeOrder: z.strictObject({
    type: z.literal('closeOrder'),
    orderId: id,
    outcome: z.enum(['settled', 'withdrawn']),
    reason: text,
  }),
  recordStep: z.strictObject({
    type: z.literal('recordStep'),
    orderId: id,
    step: z.enum(['bulletin', 'interview']),
    on: day,
    outcome: text,
  }),
  recordDelivery: z.strictObject({ type: z.literal('recordDelivery'), orderId: id, channel, reached: text, on: day }),
  urge: z.strictObject({
    type: z.literal('urge'),
    unitId: id,
    obligations: listOf(z.strictObject({ taskId: id, obligationIds: listOf(z.string().min(1).max(200)) })),
    channel,
    reached: text,
    promise: z.strictObject({ text, by: day }).nullable(),
    delivers: z.boolean(),
  }),
} satisfies SchemasOf<OrderPersonAct | UrgeAct>;
