import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../domain/instant.ts';
import { begun, by, on, openedOrder, proposal, refusalOf, take, text, wakeUpTo } from './order-play.ts';

const office = by('office', 'office');
const supervisor = by('supervisor', 'supervision');
const head = by('head', 'industry');
const answer = { type: 'answerOrder', by: head, text: text('a') } as const;

describe('an order', () => {
  it('is asked of the supervisor and the leader, and again two working days later', () => {
    const proposed = begun(proposal, on('2022-10-25'));
    expect(proposed.waiting.map(({ kind, receiver, dueAt }) => [kind, receiver.seat, dueAt])).toEqual([
      ['order-proposed', 'supervisor', on('2022-10-25', 9)],
      ['order-proposed', 'leader', on('2022-10-25', 9)],
      ['order-proposed', 'supervisor', on('2022-10-27', 9)],
      ['order-proposed', 'leader', on('2022-10-27', 9)],
    ]);
  });

  it('opened on 2022-10-25 is to be answered until Tuesday 11-01', () => {
    expect(openedOrder().state).toMatchObject({
      phase: 'sent',
      number: '镇数字办督〔2022〕1号',
      answerDue: '2022-11-01',
    });
  });

  it('opened on Friday 2023-01-20 is to be answered until Wednesday 02-01, across Spring Festival', () => {
    const proposed = begun(proposal, on('2023-01-20'));
    const opened = take(proposed, { type: 'openOrder', by: supervisor, demand: text('d') }, on('2023-01-20', 10));
    expect(opened.state.answerDue).toBe('2023-02-01');
  });

  it('is closed by an answer that the supervisor accepts', () => {
    const answered = take(openedOrder(), answer, on('2022-10-31', 15));
    const review = { type: 'reviewOrderAnswer', by: supervisor, verdict: 'accepted', reason: null } as const;
    expect(take(answered, review, on('2022-11-01', 9)).state.phase).toBe('closed');
  });

  it('waits for another answer with a new limit where the first was not enough', () => {
    const answered = take(openedOrder(), answer, on('2022-10-31', 15));
    const review = { type: 'reviewOrderAnswer', by: supervisor, verdict: 'returned', reason: text('thin') } as const;
    const returned = take(answered, review, on('2022-11-01', 9));
    expect(returned.state).toMatchObject({ phase: 'returned', answerDue: '2022-11-08' });
    expect(wakeUpTo(returned, on('2022-11-20')).events.at(-1)).toMatchObject({
      type: 'answerLapsed',
      at: on('2022-11-09'),
    });
    expect(take(returned, answer, on('2022-11-03', 9)).state).toMatchObject({ phase: 'answered', answers: 2 });
  });

  it('that nobody answers is told to the office and the superiors, and goes no further by itself', () => {
    const lapsed = wakeUpTo(openedOrder(), on('2022-12-31'));
    expect(lapsed.state).toMatchObject({ phase: 'lapsed', escalatedTo: null });
    const told = lapsed.waiting.filter(({ kind }) => kind === 'order-answer-overdue');
    expect(told.map(({ receiver }) => receiver.seat)).toEqual(['office', 'supervisor', 'leader']);
  });

  it('keeps bulletins and interviews as steps with their outcome', () => {
    const step = { type: 'recordStep', by: supervisor, step: 'interview', outcome: text('o') } as const;
    const lapsed = wakeUpTo(openedOrder(), on('2022-11-03'));
    const recorded = take(lapsed, { ...step, on: dayOf(on('2022-11-02')) }, on('2022-11-03', 9));
    expect(recorded.events.at(-1)).toMatchObject({ type: 'stepRecorded', step: 'interview', on: '2022-11-02' });
    expect(recorded.state.phase).toBe('lapsed');
  });

  it('is refused by the leader with a reason, and the office hears of it', () => {
    const refusal = { type: 'refuseProposal', by: by('leader', 'leaders'), reason: text('r') } as const;
    const refused = take(begun(proposal, on('2022-10-25'), office), refusal, on('2022-10-25', 10));
    expect(refused.state.phase).toBe('dismissed');
    expect(refused.waiting.map(({ kind }) => kind)).toEqual(['order-proposal-refused']);
  });

  it('is taken back by an objection that is upheld', () => {
    const open = { type: 'noteObjection', objectionId: 'o', standing: 'open', by: 'system' } as const;
    const objected = take(openedOrder(), open, on('2022-10-26', 9));
    expect(objected.state.objectionId).toBe('o');
    const upheld = take(objected, { ...open, standing: 'upheld', by: by('leader', 'leaders') }, on('2022-10-27', 9));
    expect(upheld.state).toMatchObject({ phase: 'closed', objectionId: null });
    expect(upheld.events.at(-1)).toMatchObject({ type: 'orderClosed', outcome: 'withdrawn' });
  });

  it('opened on paper counts for the leader who signed, and names who recorded it', () => {
    const leader = by('leader', 'leaders');
    const paper = { signer: leader, signedOn: dayOf(on('2022-10-25')), scanHash: 'h', checkCode: 'c' };
    const opening = { type: 'openOrder', by: by('office', 'office', 'other'), paper, demand: text('d') } as const;
    const opened = take(begun(proposal, on('2022-10-25'), office), opening, on('2022-10-25', 10));
    expect(opened.events.at(-1)).toMatchObject({
      type: 'orderSent',
      by: { seat: 'office' },
      paper: { signer: leader },
    });
  });
});

describe('an order refuses', () => {
  const proposedBy = (personId: string) => begun(proposal, on('2022-10-25'), by('office', 'office', personId));
  const answered = take(openedOrder(), answer, on('2022-10-31', 15));

  it.each([
    {
      why: 'to be opened by the person who proposed it',
      code: 'own-work',
      played: proposedBy('p'),
      command: { type: 'openOrder', by: by('supervisor', 'supervision', 'p'), demand: text('d') } as const,
    },
    {
      why: 'to be opened by a deputy of that person',
      code: 'own-work',
      played: proposedBy('p'),
      command: {
        type: 'openOrder',
        by: { ...by('supervisor', 'supervision', 'q'), deputyFor: 'p' },
        demand: text('d'),
      } as const,
    },
    {
      why: 'to be opened by the office',
      code: 'not-permitted',
      played: proposedBy('p'),
      command: { type: 'openOrder', by: office, demand: text('d') } as const,
    },
    {
      why: 'a review of its answer by the person who proposed it',
      code: 'own-work',
      played: answered,
      command: {
        type: 'reviewOrderAnswer',
        by: by('supervisor', 'supervision', office.personId),
        verdict: 'accepted',
        reason: null,
      } as const,
    },
    {
      why: 'a step of a day to come',
      code: 'day-ahead',
      played: openedOrder(),
      command: {
        type: 'recordStep',
        by: supervisor,
        step: 'bulletin',
        on: dayOf(on('2023-01-01')),
        outcome: text('o'),
      } as const,
    },
    {
      why: 'a step before it is opened',
      code: 'wrong-phase',
      played: proposedBy('p'),
      command: {
        type: 'recordStep',
        by: supervisor,
        step: 'bulletin',
        on: dayOf(on('2022-10-26')),
        outcome: text('o'),
      } as const,
    },
  ])('$why', ({ played, command, code }) => {
    expect(refusalOf(played, command, on('2022-10-31', 16))).toBe(code);
  });
});
