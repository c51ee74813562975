import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../domain/instant.ts';
import { planBook } from '../../../domain/plan/plan-book.ts';
import { actor, context, draftOf, on, play, taskOf, text } from './plan-play.ts';
import { decidePlan } from '../../../domain/plan/decide.ts';

const office = actor('office', 'office');
const begin = { type: 'beginConsultation', by: office } as const;
const noOpinion = (unitId: string) =>
  ({ type: 'answerConsultation', by: actor('officer', unitId), unitId, opinions: [] }) as const;
const opinion = (unitId: string, id: string) =>
  ({
    type: 'answerConsultation',
    by: actor('head', unitId),
    unitId,
    opinions: [{ id, taskNumber: '1', text: text(id) }],
  }) as const;

const draft = draftOf([taskOf('1', ['a', 'lead'], ['b', 'support']), taskOf('2', ['a', 'lead'])], on('2022-08-12'));
const consulted = play(draft, [on('2022-08-15'), begin]);

describe('a consultation begun on Monday 15 August 2022', () => {
  it('is due three working days later, with reminders one and two days after its start', () => {
    expect(consulted.state.consultation?.due).toBe('2022-08-18');
    expect(consulted.events.at(-1)).toMatchObject({ ladder: { '-2': '2022-08-16', '-1': '2022-08-17' } });
  });

  it('goes to the officer of every unit at once, reminders at 09:00 of their days', () => {
    const ofB = consulted.letters.filter(({ receiver }) => receiver.unitId === 'b');
    expect(ofB.map(({ kind, dueAt, mergeClass }) => [kind, dueAt, mergeClass])).toEqual([
      ['consultation-begun', on('2022-08-15'), 'urgent'],
      ['consultation-reminder', on('2022-08-16', 9), 'daily'],
      ['consultation-reminder', on('2022-08-17', 9), 'daily'],
    ]);
    expect(ofB[0]?.facts).toEqual({ title: '工作要点', tasks: 1 });
  });

  it('wakes at 00:00 of the day after its limit', () => {
    expect(planBook.nextWake(consulted.state)).toBe(on('2022-08-19', 0));
  });

  it('ends the letters of a unit that answers', () => {
    const answered = play(consulted, [on('2022-08-16', 8), noOpinion('b')]);
    expect(answered.letters.filter(({ key }) => key === 'consultation/b')).toEqual([]);
    expect(answered.state.units['b']?.answer).toBe('no-opinion');
  });

  it('notes silence as lapsed, never as consent, and tells the office on the next mail day', () => {
    const { state, letters } = play(
      consulted,
      [on('2022-08-16'), noOpinion('b')],
      [on('2022-08-19', 8), { type: 'wake' }],
    );
    expect(state.units['a']?.answer).toBe('lapsed');
    expect(letters.filter(({ kind }) => kind === 'consultation-lapsed')).toMatchObject([
      { receiver: { unitId: 'office', seat: 'office' }, dueAt: on('2022-08-19', 9), facts: { units: 1 } },
    ]);
  });

  it('takes an answer after the limit and marks it late', () => {
    const late = play(consulted, [on('2022-08-19'), opinion('a', 'o1')]);
    expect(late.events.at(-1)).toMatchObject({ type: 'consultationAnswered', late: true });
    expect(late.state.units['a']?.answer).toBe('opinions');
  });

  it('judges lateness by the moment at which the answer reached duban', () => {
    const state = play(consulted, [on('2022-08-19', 0), { type: 'wake' }]).state;
    const input = { command: noOpinion('a'), at: on('2022-08-19'), receivedAt: on('2022-08-18', 23, 59) };
    expect(decidePlan(state, input, context)).toMatchObject([{ late: false }]);
  });

  it('has no wake left once everybody has answered', () => {
    const all = play(consulted, [on('2022-08-16'), noOpinion('a')], [on('2022-08-16'), noOpinion('b')]);
    expect(planBook.nextWake(all.state)).toBeNull();
  });

  it.each([
    { what: 'a second answer', steps: [noOpinion('b')], command: noOpinion('b'), code: 'answered-twice' },
    { what: 'a unit without tasks', steps: [], command: noOpinion('c'), code: 'unit-not-in-plan' },
    { what: 'a second beginning', steps: [], command: begin, code: 'wrong-phase' },
    {
      what: 'opinions of the officer alone',
      steps: [],
      command: { ...opinion('a', 'o1'), by: actor('officer', 'a') },
      code: 'not-permitted',
    },
    { what: 'one opinion id twice', steps: [opinion('a', 'o1')], command: opinion('b', 'o1'), code: 'opinion-twice' },
    {
      what: 'the asking for approval before the limit',
      steps: [noOpinion('b')],
      command: { type: 'askApproval', by: office } as const,
      code: 'consultation-open',
    },
  ])('refuses $what with $code', ({ steps, command, code }) => {
    const before = play(consulted, ...steps.map((step) => [on('2022-08-16'), step] as const));
    expect(() => play(before, [on('2022-08-16', 11), command])).toThrow(expect.objectContaining({ code }));
  });
});

describe('a consultation begun after 09:00 of a working day', () => {
  it('mails what follows on the next working day', () => {
    const friday = play(consulted, [on('2022-08-19', 9, 1), opinion('a', 'o1')]);
    const received = friday.letters.find(({ kind }) => kind === 'opinion-received');
    expect(received && dayOf(received.dueAt)).toBe('2022-08-22');
  });
});

describe('an opinion', () => {
  const given = play(consulted, [on('2022-08-16'), opinion('b', 'o1')], [on('2022-08-16'), noOpinion('a')]);
  const decide = { type: 'decideOpinion', by: office, opinionId: 'o1', decision: 'adopted', reason: null } as const;

  it('waits at the office until it is decided, and then its unit hears of it', () => {
    expect(given.letters.map(({ kind }) => kind)).toEqual(['opinion-received']);
    const { letters, state } = play(given, [on('2022-08-17'), decide]);
    expect(letters).toMatchObject([{ kind: 'opinion-decided', receiver: { unitId: 'b', seat: 'officer' } }]);
    expect(state.opinions).toMatchObject([{ id: 'o1', decision: 'adopted' }]);
  });

  it('is told once to its unit when the office decides anew before the mail', () => {
    const anew = { ...decide, decision: 'refused', reason: text('r') } as const;
    const { letters } = play(given, [on('2022-08-17', 10), decide], [on('2022-08-17', 11), anew]);
    expect(letters.map(({ facts }) => facts['decision'])).toEqual(['refused']);
  });

  it.each([
    {
      what: 'a refusal without a reason',
      command: { ...decide, decision: 'refused' } as const,
      code: 'reason-missing',
    },
    { what: 'an unknown opinion', command: { ...decide, opinionId: 'o9' }, code: 'opinion-unknown' },
    {
      what: 'a decision by the person who gave it',
      command: { ...decide, by: actor('office', 'office', 'head-of-b') },
      code: 'own-work',
    },
  ])('refuses $what with $code', ({ command, code }) => {
    expect(() => play(given, [on('2022-08-17'), command])).toThrow(expect.objectContaining({ code }));
  });

  it('keeps the approval from being asked for while it is undecided', () => {
    const ask = { type: 'askApproval', by: office } as const;
    expect(() => play(given, [on('2022-08-17'), ask])).toThrow('还有1条意见未明确是否采纳（第1项任务）');
    expect(play(given, [on('2022-08-17'), decide], [on('2022-08-17', 11), ask]).state.phase).toBe('approval');
  });
});

describe('a day of an unknown year', () => {
  it('starts no consultation', () => {
    expect(() => play(draft, [on('2024-01-02'), begin])).toThrow('2024年放假安排尚未导入');
  });
});

describe('a draft without any unit', () => {
  it('cannot be consulted on', () => {
    expect(() => play(draftOf([taskOf('1')], on('2022-08-12')), [on('2022-08-15'), begin])).toThrow(
      expect.objectContaining({ code: 'no-units' }),
    );
  });
});
