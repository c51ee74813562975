import { fc } from '../../support/drawn.ts';
import { type PersonActor, type Seat, seats } from '../../../domain/actor.ts';
import { canonicalText } from '../../../domain/canonical.ts';
import { RuleViolation } from '../../../domain/errors.ts';
import { type Instant, dayOf, epochOf, instantOfEpoch } from '../../../domain/instant.ts';
import type { Letter } from '../../../domain/ledger/letter.ts';
import { decideOrder } from '../../../domain/order/decide.ts';
import { paperKeys } from '../../../domain/order/escalate.ts';
import { orderBook } from '../../../domain/order/order-book.ts';
import type { OrderCommand } from '../../../domain/order/order-command.ts';
import type { OrderEvent } from '../../../domain/order/order-event.ts';
import { orderRowKey } from '../../../domain/order/order-row.ts';
import type { OrderState } from '../../../domain/order/order-state.ts';
import { addDays } from '../../../domain/plain-date.ts';
import { approvedBy } from '../on-paper.ts';
import { context, on, proposal, slip, text } from './order-play.ts';

/** One drawn step: what is tried, by whom, how much later. */
export interface Step {
  readonly what: Exclude<OrderCommand['type'], 'beginOrder'>;
  readonly hours: number;
  readonly person: string;
  /** Who records the signature where a head or a leader signs a print; null where they approve online. */
  readonly recorder: string | null;
  /** The seat that the table of rights names, or any. */
  readonly rightSeat: boolean;
  readonly seat: Seat;
  readonly unit: string;
  readonly which: number;
}

/** A drawn paper: a slip, or an order that somebody of the office proposes. */
export interface Drawn {
  readonly isSlip: boolean;
  readonly automatic: boolean;
  readonly steps: readonly Step[];
}

const whats: readonly Step['what'][] = [
  'confirmSlip',
  'confirmSlip',
  'dismissSlip',
  'refreshRows',
  'answerOrder',
  'answerOrder',
  'reviewSlipAnswer',
  'escalateSlip',
  'openOrder',
  'openOrder',
  'refuseProposal',
  'reviewOrderAnswer',
  'closeOrder',
  'recordStep',
  'recordDelivery',
  'noteObjection',
  'noteDeliveryFailure',
  'noteDeliveryFailure',
  'retime',
  'wake',
];

/** Papers with what people try on them. */
export const papers: fc.Arbitrary<Drawn> = fc.record({
  isSlip: fc.boolean(),
  automatic: fc.integer({ min: 0, max: 4 }).map((n) => n === 0),
  steps: fc.array(
    fc.record({
      what: fc.constantFrom(...whats),
      hours: fc.oneof(fc.nat(10), fc.nat(24 * 8)),
      person: fc.constantFrom('p', 'q', 'r', 's'),
      recorder: fc.constantFrom(null, null, 'p', 's'),
      rightSeat: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
      seat: fc.constantFrom(...seats),
      unit: fc.constantFrom('industry', 'industry', 'industry', 'culture'),
      which: fc.nat(7),
    }),
    { minLength: 4, maxLength: 25 },
  ),
});

/** A command that was tried, with everything around it. */
export interface Tried {
  readonly command: OrderCommand;
  readonly at: Instant;
  readonly refusal: string | null;
  readonly before: OrderState;
  readonly after: OrderState;
  readonly events: readonly OrderEvent[];
  readonly waiting: readonly Letter[];
}

/** Lives the steps as the workflow does: first whatever time does, in order, then the command. */
export function live({ isSlip, automatic, steps }: Drawn): readonly Tried[] {
  const rules = { ...context, rules: { ...context.rules, slipsAutomatic: automatic } };
  const life: Tried[] = [];
  let state = orderBook.initial;
  let waiting: readonly Letter[] = [];
  const take = (command: OrderCommand, at: Instant): void => {
    const before = state;
    let [events, refusal]: [readonly OrderEvent[], string | null] = [[], null];
    try {
      events = decideOrder(before, { command, at }, rules).map(numbered);
    } catch (error) {
      if (!(error instanceof RuleViolation)) throw error;
      refusal = error.code;
    }
    waiting = waiting.filter(({ dueAt }) => dueAt > at);
    for (const event of JSON.parse(canonicalText(events)) as readonly OrderEvent[]) {
      const after = orderBook.evolve(state, event);
      const { make, withdraw } = orderBook.lettersFor(event, state, after);
      waiting = [...waiting.filter(({ key }) => !withdraw.includes(key)), ...make];
      state = after;
    }
    life.push({ command, at, refusal, before, after: state, events, waiting });
  };
  let at = on('2022-10-19');
  const by: PersonActor | 'system' = isSlip ? 'system' : { personId: 'p', seat: 'office', unitId: 'office' };
  take({ type: 'beginOrder', start: isSlip ? slip : proposal, by }, at);
  for (const step of steps) {
    at = instantOfEpoch(epochOf(at) + step.hours * 3_600_000);
    for (let guard = 0; guard < 10; guard += 1) {
      const wake = orderBook.nextWake(state);
      if (wake === null || wake > at) break;
      take({ type: 'wake' }, wake);
    }
    take(commandOf(step, state, at), at);
  }
  return life;
}

function numbered(event: OrderEvent): OrderEvent {
  return event.type === 'orderSent' ? { ...event, serial: { ...event.serial, n: 1 } } : event;
}

function commandOf(step: Step, state: OrderState, at: Instant): OrderCommand {
  const { what, which, unit } = step;
  const reason = which === 0 ? null : text('reason');
  const verdict = which < 3 ? 'accepted' : 'returned';
  const day = addDays(dayOf(at), which === 7 ? 1 : -which);
  const superior = by(step, which % 2 === 0 ? 'supervisor' : 'leader', 'above');
  const approved = (signer: PersonActor) => {
    const recorder = signer.seat === 'supervisor' ? null : step.recorder;
    return approvedBy(signer, recorder, { at, officeUnitId: 'office', checkCode: 'c' });
  };
  switch (what) {
    case 'confirmSlip':
    case 'refreshRows': {
      const standing = state.rows.map(orderRowKey).slice(which % 4);
      return what === 'confirmSlip'
        ? { type: what, by: by(step, 'office', 'office'), standing }
        : { type: what, standing };
    }
    case 'dismissSlip':
      return { type: what, by: by(step, 'office', 'office'), reason: text('reason') };
    case 'answerOrder':
      return { type: what, ...approved(by(step, 'head', unit)), text: text('answer') };
    case 'reviewSlipAnswer':
      return { type: what, by: by(step, 'office', 'office'), verdict, reason };
    case 'escalateSlip':
      return { type: what, by: by(step, 'office', 'office'), reasons: text('reasons') };
    case 'openOrder':
      return { type: what, ...approved(superior), demand: text('demand') };
    case 'refuseProposal':
      return { type: what, ...approved(superior), reason: text('reason') };
    case 'reviewOrderAnswer':
      return { type: what, ...approved(superior), verdict, reason };
    case 'closeOrder':
      return { type: what, ...approved(superior), outcome: 'settled', reason: text('reason') };
    case 'recordStep':
      return { type: what, by: superior, step: 'bulletin', on: day, outcome: text('outcome') };
    case 'recordDelivery':
      return { type: what, by: by(step, 'office', 'office'), channel: 'writing', reached: text('who'), on: day };
    case 'noteObjection':
      return { type: what, by: superior, objectionId: 'o', standing: which === 6 ? 'upheld' : 'open' };
    case 'noteDeliveryFailure':
      return { type: what, letterId: 'l', key: paperKeys[which % 3] ?? 'answer', failureClass: 'mailbox' };
    case 'retime':
    case 'wake':
      return { type: what };
  }
}

function by({ person: personId, rightSeat, seat }: Step, right: Seat, unitId: string): PersonActor {
  return { personId, seat: rightSeat ? right : seat, unitId };
}
