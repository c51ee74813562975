import type { OrderStep } from '../order/order-state.ts';
import type { PlainDate } from '../plain-date.ts';
import type { UrgingChannel } from '../task/urging/urging-event.ts';

interface OnOrder<T extends string> {
  readonly type: T;
  readonly orderId: string;
}

interface Reviewed<T extends string> extends OnOrder<T> {
  readonly verdict: 'accepted' | 'returned';
  /** Needed where the answer is returned. */
  readonly reason: string | null;
}

/** What people do to a slip 催办单 or an order 督办单. */
export type OrderPersonAct =
  | OnOrder<'confirmSlip'>
  | (OnOrder<'dismissSlip'> & { readonly reason: string })
  | (OnOrder<'answerOrder'> & { readonly text: string })
  | Reviewed<'reviewSlipAnswer'>
  | (OnOrder<'escalateSlip'> & { readonly reasons: string })
  | (OnOrder<'openOrder'> & { readonly demand: string })
  | (OnOrder<'refuseProposal'> & { readonly reason: string })
  | Reviewed<'reviewOrderAnswer'>
  | (OnOrder<'closeOrder'> & { readonly outcome: 'settled' | 'withdrawn'; readonly reason: string })
  | (OnOrder<'recordStep'> & { readonly step: OrderStep; readonly on: PlainDate; readonly outcome: string })
  | (OnOrder<'recordDelivery'> & {
      readonly channel: UrgingChannel;
      readonly reached: string;
      readonly on: PlainDate;
    });

/** One urging by hand 人工催办; it may be about what a unit owes on several tasks, and is recorded with each of them. */
export interface UrgeAct {
  readonly type: 'urge';
  readonly unitId: string;
  readonly obligations: readonly { readonly taskId: string; readonly obligationIds: readonly string[] }[];
  readonly channel: UrgingChannel;
  readonly reached: string;
  readonly promise: { readonly text: string; readonly by: PlainDate } | null;
  /** What the reminders say was handed over too: that counts as delivered where mail fails. */
  readonly delivers: boolean;
}
