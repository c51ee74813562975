import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../domain/instant.ts';
import { orderRowKey } from '../../../domain/order/order-row.ts';
import { begun, by, confirmedSlip, context, on, refusalOf, row, slip, take, text, wakeUpTo } from './order-play.ts';

const office = by('office', 'office');
const head = by('head', 'industry');

describe('a slip of the third quarter, confirmed on 2022-10-19', () => {
  it('has its number and is to be answered until Monday 10-24', () => {
    expect(confirmedSlip().state).toMatchObject({
      phase: 'sent',
      number: '镇数字办催〔2022〕1号',
      answerDue: '2022-10-24',
    });
  });

  it('goes to the officer and the head at once, who are reminded on the last day', () => {
    const letters = confirmedSlip().waiting.map(({ kind, receiver, dueAt }) => [kind, receiver.seat, dayOf(dueAt)]);
    expect(letters).toEqual([
      ['slip-sent', 'officer', '2022-10-19'],
      ['slip-sent', 'head', '2022-10-19'],
      ['order-answer-due', 'officer', '2022-10-24'],
      ['order-answer-due', 'head', '2022-10-24'],
    ]);
  });

  it('becomes a proposal on 10-25 where nobody answers, with its reason', () => {
    const { events, state } = wakeUpTo(confirmedSlip(), on('2022-10-30'));
    expect(events.slice(-2)).toMatchObject([
      { type: 'answerLapsed', at: on('2022-10-25') },
      {
        type: 'slipEscalated',
        at: on('2022-10-25'),
        path: 'slip/industry/2022Q3/order',
        basis: { kind: 'unanswered', slipNumber: '镇数字办催〔2022〕1号', answerDue: '2022-10-24' },
      },
    ]);
    expect(state.phase).toBe('escalated');
  });

  it('is closed by an answer that the office accepts', () => {
    const answered = take(confirmedSlip(), { type: 'answerOrder', by: head, text: text('a') }, on('2022-10-24', 16));
    const review = { type: 'reviewSlipAnswer', by: office, verdict: 'accepted', reason: null } as const;
    const closed = take(answered, review, on('2022-10-25', 9));
    expect(closed.state).toMatchObject({ phase: 'closed', escalatedTo: null });
    expect(closed.events.at(-1)).toMatchObject({ type: 'orderClosed', outcome: 'accepted' });
  });

  it('becomes a proposal on the working day after its answer was returned', () => {
    const answered = take(confirmedSlip(), { type: 'answerOrder', by: head, text: text('a') }, on('2022-10-20', 16));
    const review = { type: 'reviewSlipAnswer', by: office, verdict: 'returned', reason: text('thin') } as const;
    const { events } = wakeUpTo(take(answered, review, on('2022-10-21', 9)), on('2022-10-30'));
    expect(events.at(-1)).toMatchObject({
      type: 'slipEscalated',
      at: on('2022-10-24'),
      basis: { kind: 'answer-returned', returnedOn: '2022-10-21', reason: text('thin') },
    });
  });

  it('is answered late between its limit and the proposal, and that stays late', () => {
    // With two working days until the proposal there is a day between.
    const slow = { ...context, rules: { ...context.rules, orderProposedWorkingDaysAfter: 2 } };
    const late = take(
      wakeUpTo(confirmedSlip(), on('2022-10-25', 8), slow),
      { type: 'answerOrder', by: head, text: text('a') },
      on('2022-10-25', 9),
      slow,
    );
    expect(late.events.at(-1)).toMatchObject({ type: 'orderAnswered', late: true });
    expect(wakeUpTo(late, on('2022-11-30'), slow).state.phase).toBe('answered');
  });

  it('is proposed as an order by the office before its limit, with the office’s reasons', () => {
    const urged = take(confirmedSlip(), { type: 'escalateSlip', by: office, reasons: text('r') }, on('2022-10-20', 9));
    expect(urged.events.at(-1)).toMatchObject({ type: 'slipEscalated', by: office, basis: { kind: 'office' } });
  });
});

describe('a slip of the fourth quarter, confirmed on Monday 2023-01-16', () => {
  it('is to be answered until Thursday 01-19, and becomes a proposal on 01-20', () => {
    const start = { ...slip, path: 'slip/industry/2022Q4' };
    const sent = take(begun(start, on('2023-01-16')), { type: 'confirmSlip', by: office }, on('2023-01-16', 10));
    expect(sent.state.answerDue).toBe('2023-01-19');
    expect(wakeUpTo(sent, on('2023-02-10')).events.at(-1)).toMatchObject({
      type: 'slipEscalated',
      at: on('2023-01-20'),
    });
  });
});

describe('a slip that nobody has confirmed', () => {
  const drafted = begun(slip, on('2022-10-19'));

  it('asks the office, and draws no number', () => {
    expect(drafted.state).toMatchObject({ phase: 'drafted', number: null });
    expect(new Set(drafted.waiting.map(({ kind, receiver }) => `${kind} ${receiver.seat}`))).toEqual(
      new Set(['slip-to-confirm office']),
    );
  });

  it('loses what has come in when it is confirmed', () => {
    const standing = [orderRowKey(row('5'))];
    const sent = take(drafted, { type: 'confirmSlip', by: office, standing }, on('2022-10-20', 9));
    expect(sent.state.rows.map(({ taskNumber }) => taskNumber)).toEqual(['5']);
    expect(sent.state.phase).toBe('sent');
  });

  it.each(['confirmSlip', 'refreshRows'] as const)('is dismissed where nothing is left of it, by %s', (type) => {
    const empty = take(drafted, { type, by: office, standing: [] }, on('2022-10-20', 9));
    expect(empty.state.phase).toBe('dismissed');
    expect(empty.events.at(-1)).toMatchObject({ type: 'orderDismissed', by: 'system', reason: null });
    expect(empty.waiting).toEqual([]);
  });

  it('remembers its rows once it is out, whatever comes in', () => {
    const sent = confirmedSlip();
    expect(take(sent, { type: 'refreshRows', standing: [] }, on('2022-10-20', 9)).state.rows).toHaveLength(2);
  });

  it('is dismissed by the office with a reason', () => {
    const dismissal = { type: 'dismissSlip', by: office, reason: text('told by telephone') } as const;
    expect(take(drafted, dismissal, on('2022-10-19', 10)).state.phase).toBe('dismissed');
  });

  it('goes out as it is drafted where the rules say so', () => {
    const automatic = { ...context, rules: { ...context.rules, slipsAutomatic: true } };
    expect(begun(slip, on('2022-10-19'), 'system', automatic).state).toMatchObject({ phase: 'sent' });
  });

  it('goes out by itself in the morning, not in the night in which it was drafted', () => {
    const automatic = { ...context, rules: { ...context.rules, slipsAutomatic: true } };
    const { waiting } = begun(slip, on('2022-10-19'), 'system', automatic);
    expect(waiting.filter(({ kind }) => kind === 'slip-sent').map(({ dueAt }) => dueAt)).toEqual([
      on('2022-10-19', 9),
      on('2022-10-19', 9),
    ]);
  });

  it('is brought to the office again two working days later, and no more once it is confirmed', () => {
    const days = begun(slip, on('2022-10-19')).waiting.map(({ kind, dueAt }) => [kind, dueAt]);
    expect(days).toEqual([
      ['slip-to-confirm', on('2022-10-19', 9)],
      ['slip-to-confirm', on('2022-10-21', 9)],
    ]);
    expect(confirmedSlip().waiting.map(({ kind }) => kind)).not.toContain('slip-to-confirm');
  });

  it('was brought once by runs that began before there was a second letter', () => {
    const earlier = begun(slip, on('2022-10-19'), 'system', { ...context, decisionVersion: 2 });
    expect(earlier.waiting.map(({ kind }) => kind)).toEqual(['slip-to-confirm']);
    expect(earlier.events[0]).not.toHaveProperty('remindOn');
  });
});

describe('a letter 函 to a vertical unit', () => {
  it('has the word of letters in its number', () => {
    const letter = begun({ ...slip, form: 'letter' }, on('2022-10-19'));
    const sent = take(letter, { type: 'confirmSlip', by: office }, on('2022-10-19', 10));
    expect(sent.state.number).toBe('镇数字办函〔2022〕1号');
  });
});

describe('a slip whose letters could not be delivered', () => {
  const failure = (key: string) =>
    ({ type: 'noteDeliveryFailure', letterId: key, key, failureClass: 'mailbox' }) as const;
  const half = take(confirmedSlip(), failure('paper/officer'), on('2022-10-19', 11));
  const lost = take(half, failure('paper/head'), on('2022-10-19', 12));

  it('still counts while one of the two has it', () => {
    expect(wakeUpTo(half, on('2022-10-30')).state.phase).toBe('escalated');
  });

  it('stands still when neither has it, and the office is told', () => {
    expect(wakeUpTo(lost, on('2022-12-30')).state.phase).toBe('sent');
    expect(lost.waiting.map(({ kind }) => kind)).toContain('order-undelivered');
    expect(lost.waiting.map(({ kind }) => kind)).not.toContain('order-answer-due');
  });

  it('counts anew from the day on which it was handed over', () => {
    const delivery = { channel: 'in-person', reached: text('who'), on: lost.state.answerDue ?? '' } as const;
    const handed = take(
      lost,
      { type: 'recordDelivery', by: office, ...delivery, on: dayOf(on('2022-11-01')) },
      on('2022-11-02', 9),
    );
    expect(handed.state).toMatchObject({ answerDue: '2022-11-04', failedKeys: [] });
    expect(wakeUpTo(handed, on('2022-12-30')).events.at(-1)).toMatchObject({ at: on('2022-11-07') });
  });
});

describe('a slip refuses', () => {
  const answered = take(confirmedSlip(), { type: 'answerOrder', by: head, text: text('a') }, on('2022-10-20', 16));
  const escalated = wakeUpTo(confirmedSlip(), on('2022-10-30'));

  it.each([
    {
      why: 'a confirmation by the unit itself',
      code: 'not-permitted',
      played: begun(slip, on('2022-10-19')),
      command: { type: 'confirmSlip', by: head } as const,
    },
    {
      why: 'a second confirmation',
      code: 'wrong-phase',
      played: confirmedSlip(),
      command: { type: 'confirmSlip', by: office } as const,
    },
    {
      why: 'an answer by another unit’s head',
      code: 'not-permitted',
      played: confirmedSlip(),
      command: { type: 'answerOrder', by: by('head', 'culture'), text: text('a') } as const,
    },
    {
      why: 'a review by the person who answered',
      code: 'own-work',
      played: answered,
      command: {
        type: 'reviewSlipAnswer',
        by: by('office', 'office', head.personId),
        verdict: 'accepted',
        reason: null,
      } as const,
    },
    {
      why: 'a return without a reason',
      code: 'reason-missing',
      played: answered,
      command: { type: 'reviewSlipAnswer', by: office, verdict: 'returned', reason: null } as const,
    },
    {
      why: 'to be opened like an order',
      code: 'wrong-kind',
      played: confirmedSlip(),
      command: { type: 'openOrder', by: by('supervisor', 'supervision'), demand: text('d') } as const,
    },
    {
      why: 'an answer once it has become an order',
      code: 'order-closed',
      played: escalated,
      command: { type: 'answerOrder', by: head, text: text('a') } as const,
    },
    {
      why: 'a delivery by hand where none failed',
      code: 'delivered',
      played: confirmedSlip(),
      command: {
        type: 'recordDelivery',
        by: office,
        channel: 'phone',
        reached: text('r'),
        on: dayOf(on('2022-10-19')),
      } as const,
    },
  ])('$why', ({ played, command, code }) => {
    expect(refusalOf(played, command, on('2022-10-20', 17))).toBe(code);
  });
});
