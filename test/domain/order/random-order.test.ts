import { describe, expect, it } from 'vitest';
import { canonicalText } from '../../../domain/canonical.ts';
import { dayOf, startOfDay } from '../../../domain/instant.ts';
import { fold } from '../../../domain/ledger/book.ts';
import { isOver } from '../../../domain/order/decide.ts';
import { paperKeys } from '../../../domain/order/escalate.ts';
import { orderBook } from '../../../domain/order/order-book.ts';
import type { OrderCommand } from '../../../domain/order/order-command.ts';
import type { OrderPhase } from '../../../domain/order/order-state.ts';
import { addDays } from '../../../domain/plain-date.ts';
import { faultInLives, when } from '../every-life.ts';
import { approversOf } from '../on-paper.ts';
import { type Tried, live, papers } from './random-order.ts';

const out: readonly OrderPhase[] = ['sent', 'answered', 'returned', 'lapsed'];
const every: readonly OrderPhase[] = ['drafted', 'proposed', 'dismissed', ...out, 'escalated', 'closed'];

// Written out by hand: in which phase a command may do something.
const phases: Readonly<Record<OrderCommand['type'], readonly OrderPhase[]>> = {
  beginOrder: ['none'],
  confirmSlip: ['drafted'],
  dismissSlip: ['drafted'],
  refreshRows: ['drafted'],
  answerOrder: ['sent', 'lapsed', 'returned'],
  reviewSlipAnswer: ['answered'],
  escalateSlip: out,
  openOrder: ['proposed'],
  refuseProposal: ['proposed'],
  reviewOrderAnswer: ['answered'],
  closeOrder: out,
  recordStep: out,
  recordDelivery: ['sent'],
  noteObjection: out,
  noteDeliveryFailure: ['drafted', 'proposed', ...out],
  retime: out,
  wake: ['sent', 'returned', 'lapsed'],
};

const faultIn = faultInLives(papers, live, 1_000);
const faultInSteps = (faults: (tried: Tried) => readonly string[]) => faultIn((life) => life.flatMap(faults));

describe('whatever is tried on a slip or an order', () => {
  it('reaches every phase, so that the rest is about all of them', () => {
    const reached = new Set<OrderPhase>();
    faultInSteps(({ after }) => {
      reached.add(after.phase);
      return [];
    });
    expect([...reached].toSorted()).toEqual(every.toSorted());
  });

  it('is taken only in a phase that the table allows', () => {
    const fault = faultInSteps(({ command: { type }, before: { phase }, events }) =>
      when(events.length > 0 && !phases[type].includes(phase), `${type} in ${phase}`),
    );
    expect(fault).toBeNull();
  });

  it('leaves the paper as its events say', () => {
    const fault = faultIn((life) => {
      const events = life.flatMap((tried) => tried.events);
      const [folded, last] = [fold(orderBook, orderBook.initial, events), life.at(-1)?.after];
      return when(canonicalText(folded) !== canonicalText(last), canonicalText(folded));
    });
    expect(fault).toBeNull();
  });

  it('never goes back in time, and time itself makes progress', () => {
    const fault = faultIn((life) => {
      const instants = life.flatMap(({ events }) => events.map(({ at }) => at));
      const back = instants.flatMap((at, index) => when(at < (instants[index - 1] ?? at), `back to ${at}`));
      const stuck = life.flatMap(({ command, at, after }) => {
        const wake = orderBook.nextWake(after);
        return when(command.type === 'wake' && wake !== null && wake <= at, `the wake of ${at} leads to ${wake}`);
      });
      return [...back, ...stuck];
    });
    expect(fault).toBeNull();
  });

  it('gives it one number at most, and none before it goes out', () => {
    const fault = faultIn((life) => {
      const sent = life.flatMap(({ events }) => events.filter(({ type }) => type === 'orderSent'));
      const early = life.flatMap(({ after }) =>
        when((after.number !== null) !== (after.sentAt !== null), `${after.phase} with number ${after.number}`),
      );
      return [...when(sent.length > 1, 'two numbers'), ...early];
    });
    expect(fault).toBeNull();
  });

  it('opens no order by whom it was proposed, and reviews no answer by whom it was given, on paper or online', () => {
    const signed = new Set<string>();
    const fault = faultIn((life) => {
      const answered = new Set<string>();
      return life.flatMap(({ command, events }) => {
        if (events.length === 0 || !('by' in command) || command.by === 'system') return [];
        const { type, by } = command;
        const approval = { by, ...('paper' in command && command.paper !== undefined ? { paper: command.paper } : {}) };
        const approvers = approversOf(approval);
        if (approval.paper !== undefined) signed.add(type);
        if (type === 'answerOrder') [...approvers, by.personId].forEach((person) => answered.add(person));
        const isReview = type === 'reviewSlipAnswer' || type === 'reviewOrderAnswer';
        const isOwn = type === 'openOrder' && approvers.includes('p');
        return [
          ...when(isReview && approvers.some((person) => answered.has(person)), `${type} by ${approvers.join()}`),
          ...when(isOwn, 'own order'),
        ];
      });
    });
    expect(fault).toBeNull();
    expect([...signed]).toEqual(expect.arrayContaining(['answerOrder', 'openOrder']));
  });

  it('notes a missing answer only after its limit, and not while nobody could be reached', () => {
    const fault = faultInSteps(({ before, events }) =>
      events.flatMap((event) => {
        if (event.type !== 'answerLapsed') return [];
        const isEarly = before.answerDue === null || event.at < startOfDay(addDays(before.answerDue, 1));
        const isUnreached = paperKeys.every((key) => before.failedKeys.includes(key));
        return [...when(isEarly, `lapsed on ${dayOf(event.at)}`), ...when(isUnreached, 'lapsed without a letter')];
      }),
    );
    expect(fault).toBeNull();
  });

  it('proposes an order on a slip once, with its reasons, and on nothing else', () => {
    const fault = faultIn((life) => {
      const escalated = life.flatMap(({ events }) => events.filter((event) => event.type === 'slipEscalated'));
      return [
        ...when(escalated.length > 1, 'twice'),
        ...when(escalated.length > 0 && life.at(-1)?.after.kind !== 'slip', 'on an order'),
        ...escalated.flatMap(({ basis, at }) =>
          when(basis.kind === 'answer-returned' && dayOf(at) <= basis.returnedOn, 'on the day of the return'),
        ),
      ];
    });
    expect(fault).toBeNull();
  });

  it('ends for good: no wake, no letter but those that tell of the end', () => {
    const fault = faultInSteps(({ before, after, events, waiting }) => {
      if (!isOver(after)) return [];
      const left = waiting.filter(
        ({ kind }) => !['order-closed', 'order-proposal-refused', 'step-recorded'].includes(kind),
      );
      return [
        ...when(isOver(before) && events.length > 0, 'an event after the end'),
        ...when(orderBook.nextWake(after) !== null, 'a wake'),
        ...left.map(({ kind, key }) => `${kind} ${key} after ${after.phase}`),
      ];
    });
    expect(fault).toBeNull();
  });
});
