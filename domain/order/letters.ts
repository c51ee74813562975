import { assertNever } from '../errors.ts';
import type { Instant } from '../instant.ts';
import type { LetterChange, LetterKind, Receiver } from '../ledger/letter.ts';
import { type LetterContent, dailyLetter, onlyWithdraw, urgentLetter } from '../ledger/make-letter.ts';
import type { PlainDate } from '../plain-date.ts';
import type { OrderEvent } from './order-event.ts';
import type { OrderState } from './order-state.ts';

/** What the event does to letters: who is told what and when, and what needs no telling any more. */
export function orderLetters(event: OrderEvent, _before: OrderState, after: OrderState): LetterChange {
  switch (event.type) {
    case 'slipDrafted':
      return { make: toDecide(after, [office(after)], 'slip-to-confirm', event), withdraw: [] };
    case 'orderProposed':
      return { make: toDecide(after, superiors(after), 'order-proposed', event), withdraw: [] };
    case 'orderDismissed':
      return dismissed(event, after);
    case 'orderSent':
      return { make: paper(after, event.lettersAt ?? event.at), withdraw: ['decision'] };
    case 'orderAnswered': {
      const about = event.reviewDue.date;
      return {
        make: daily(after, reviewers(after), { kind: 'order-answered', day: event.mailDay, about }),
        withdraw: ['answer'],
      };
    }
    case 'answerReturned':
      return answerReturned(event, after);
    case 'answerLapsed': {
      const receivers = after.kind === 'slip' ? [office(after)] : [office(after), ...superiors(after)];
      const make = daily(after, receivers, {
        kind: 'order-answer-overdue',
        day: event.mailDay,
        about: after.answerDue,
      });
      return { make, withdraw: ['answer'] };
    }
    case 'slipEscalated':
      return onlyWithdraw('answer', 'decision', 'paper/officer', 'paper/head');
    case 'stepRecorded':
      return { make: stepLetters(event, after), withdraw: [] };
    case 'orderClosed':
      return closed(event, after);
    case 'deliveryFailed':
      return event.clockStands
        ? {
            make: daily(after, [office(after)], { kind: 'order-undelivered', day: event.mailDay }),
            withdraw: ['answer'],
          }
        : onlyWithdraw();
    case 'answerRetimed':
      return { make: reminder(after, event.answerDue.date), withdraw: ['answer'] };
    case 'deliveryRecorded':
      return { make: reminder(after, event.answerDue.date), withdraw: ['answer', 'decision'] };
    case 'rowsArrived':
    case 'answerAccepted':
    case 'objectionNoted':
      return onlyWithdraw();
    default:
      return assertNever(event);
  }
}

// The unit's officer and its head both get what the unit owes an answer to.
function unit({ unitId }: OrderState): readonly Receiver[] {
  return [
    { unitId, seat: 'officer' },
    { unitId, seat: 'head' },
  ];
}

function office({ officeUnitId }: OrderState): Receiver {
  return { unitId: officeUnitId, seat: 'office' };
}

function superiors({ supervisionUnitId, leadershipUnitId }: OrderState): readonly Receiver[] {
  const supervisor: readonly Receiver[] =
    supervisionUnitId === null ? [] : [{ unitId: supervisionUnitId, seat: 'supervisor' }];
  return [...supervisor, { unitId: leadershipUnitId, seat: 'leader' }];
}

// Who reviews the answer: the office that of a slip, the supervisor that of an order; leaders may, and are not asked first.
function reviewers(state: OrderState): readonly Receiver[] {
  if (state.kind === 'slip') return [office(state)];
  const [first] = superiors(state);
  return first === undefined ? [] : [first];
}

interface Said {
  readonly kind: LetterKind;
  readonly receiver: Receiver;
  readonly key: string;
  readonly step?: string;
  readonly about: PlainDate | null;
}

function content(state: OrderState, { step, ...said }: Said): LetterContent {
  const { orderId, unitId, kind, form, number, rows, answers } = state;
  const facts = { orderId, unitId, orderKind: kind, form, rows: rows.length, ...(number === null ? {} : { number }) };
  return { ...said, step: step ?? String(answers), facts };
}

// Everything that somebody here has to decide or to know bears one key: the next decision ends it.
function daily(
  state: OrderState,
  receivers: readonly Receiver[],
  {
    kind,
    day,
    about = null,
  }: { readonly kind: LetterKind; readonly day: PlainDate; readonly about?: PlainDate | null },
) {
  return receivers.map((receiver) => dailyLetter(day, content(state, { kind, receiver, key: 'decision', about })));
}

// Once as it begins, and once more on a later day where nobody has decided by then.
function toDecide(
  state: OrderState,
  receivers: readonly Receiver[],
  kind: LetterKind,
  { mailDay, remindOn }: Extract<OrderEvent, { type: 'slipDrafted' | 'orderProposed' }>,
) {
  const first = daily(state, receivers, { kind, day: mailDay });
  if (remindOn === undefined || remindOn.date <= mailDay) return first;
  const again = receivers.map((receiver) =>
    dailyLetter(remindOn.date, content(state, { kind, receiver, key: 'decision', step: 'again', about: null })),
  );
  return [...first, ...again];
}

function paper(state: OrderState, at: Instant) {
  const kind = state.kind === 'slip' ? 'slip-sent' : 'order-opened';
  const about = state.answerDue;
  const letters = unit(state).map((receiver) =>
    urgentLetter(at, content(state, { kind, receiver, key: `paper/${receiver.seat}`, about })),
  );
  return [...letters, ...(about === null ? [] : reminder(state, about))];
}

// On its last day, so that nobody learns of a limit only after it has passed.
function reminder(state: OrderState, due: PlainDate) {
  return unit(state).map((receiver) =>
    dailyLetter(due, content(state, { kind: 'order-answer-due', receiver, key: 'answer', about: due })),
  );
}

function answerReturned(event: Extract<OrderEvent, { type: 'answerReturned' }>, after: OrderState): LetterChange {
  const about = event.answerDue?.date ?? null;
  const told = unit(after).map((receiver) =>
    urgentLetter(event.at, content(after, { kind: 'order-answer-returned', receiver, key: 'returned', about })),
  );
  return { make: [...told, ...(about === null ? [] : reminder(after, about))], withdraw: ['decision'] };
}

function stepLetters({ at, step, on }: Extract<OrderEvent, { type: 'stepRecorded' }>, after: OrderState) {
  return unit(after).map((receiver) => {
    const said = content(after, { kind: 'step-recorded', receiver, key: `step/${step}/${on}`, step, about: null });
    return urgentLetter(at, { ...said, facts: { ...said.facts, orderStep: step } });
  });
}

function dismissed(event: Extract<OrderEvent, { type: 'orderDismissed' }>, after: OrderState): LetterChange {
  const isProposal = after.kind === 'order';
  const make = isProposal ? daily(after, [office(after)], { kind: 'order-proposal-refused', day: event.mailDay }) : [];
  return { make, withdraw: ['decision'] };
}

function closed({ mailDay, outcome }: Extract<OrderEvent, { type: 'orderClosed' }>, after: OrderState): LetterChange {
  const make = unit(after).map((receiver) => {
    const said = content(after, { kind: 'order-closed', receiver, key: 'closed', about: null });
    return dailyLetter(mailDay, { ...said, facts: { ...said.facts, outcome } });
  });
  return { make, withdraw: ['decision', 'answer', 'returned', 'paper/officer', 'paper/head'] };
}
