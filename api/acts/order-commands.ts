import type { OrderPersonAct, UrgeAct } from '../../domain/act/order-act.ts';
import { assertNever } from '../../domain/errors.ts';
import type { OrderAct } from '../../domain/order/order-command.ts';
import type { PersonActor } from '../../domain/actor.ts';
import type { Approval } from '../../domain/paper-approval.ts';
import type { RecordUrging } from '../../domain/task/urging/urging-command.ts';
import type { ActTexts } from './act-texts.ts';

/** The command of a person's act on a slip or an order, its texts kept. */
export async function orderCommand(act: OrderPersonAct, approval: Approval, texts: ActTexts): Promise<OrderAct> {
  const { keepOne } = texts;
  const { by } = approval;
  switch (act.type) {
    case 'confirmSlip':
      return { type: act.type, by };
    case 'dismissSlip':
      return { type: act.type, by, reason: await keepOne(act.reason) };
    case 'answerOrder':
      return { type: act.type, ...approval, text: await keepOne(act.text) };
    case 'reviewSlipAnswer':
      return { type: act.type, by, verdict: act.verdict, reason: await keptIfAny(act.reason, texts) };
    case 'escalateSlip':
      return { type: act.type, by, reasons: await keepOne(act.reasons) };
    case 'openOrder':
      return { type: act.type, ...approval, demand: await keepOne(act.demand) };
    case 'refuseProposal':
      return { type: act.type, ...approval, reason: await keepOne(act.reason) };
    case 'reviewOrderAnswer':
      return { type: act.type, ...approval, verdict: act.verdict, reason: await keptIfAny(act.reason, texts) };
    case 'closeOrder':
      return { type: act.type, ...approval, outcome: act.outcome, reason: await keepOne(act.reason) };
    case 'recordStep':
      return { type: act.type, by, step: act.step, on: act.on, outcome: await keepOne(act.outcome) };
    case 'recordDelivery':
      return { type: act.type, by, channel: act.channel, on: act.on, reached: await keepOne(act.reached) };
    default:
      return assertNever(act);
  }
}

/** The command to each task that an urging is about, its texts kept once. */
export async function urgingCommands(
  act: UrgeAct,
  { by, urgingId }: { readonly by: PersonActor; readonly urgingId: string },
  { keepOne }: ActTexts,
): Promise<readonly { readonly taskId: string; readonly command: RecordUrging }[]> {
  const { unitId, channel, delivers } = act;
  const reached = await keepOne(act.reached);
  const promise = act.promise === null ? null : { text: await keepOne(act.promise.text), by: act.promise.by };
  return act.obligations.map(({ taskId, obligationIds }) => ({
    taskId,
    command: { type: 'recordUrging', by, urgingId, unitId, obligationIds, channel, reached, promise, delivers },
  }));
}

async function keptIfAny(text: string | null, { keepOne }: ActTexts) {
  return text === null ? null : keepOne(text);
}
