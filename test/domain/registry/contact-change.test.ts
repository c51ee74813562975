import { describe, expect, it } from 'vitest';
import { personIdOf } from '../../../domain/duban-namespace.ts';
import { plainDate } from '../../../domain/plain-date.ts';
import { changeContacts } from '../../../domain/registry/contact-change.ts';
import type { ChangeContacts } from '../../../domain/registry/registry-command.ts';
import type { RegistryFacts } from '../../../domain/registry/registry-facts.ts';
import { actor, on, text } from '../plan/plan-play.ts';

const at = on('2022-10-24', 15);
const head = actor('head', 'u');
const holding = (key: string, rank: 'A' | 'B', from = '2022-01-01') => {
  return { personId: personIdOf(key), seat: 'officer', rank, validFrom: plainDate(from), validTo: null } as const;
};
const facts: RegistryFacts = {
  today: plainDate('2022-10-24'),
  holdings: [holding('wang', 'A'), holding('li', 'B')],
  deputies: [],
  knownPersonIds: ['li', 'zhou'].map(personIdOf),
};
const change: ChangeContacts = {
  type: 'changeContacts',
  by: head,
  changeId: 'c',
  planId: 'plan',
  unitId: 'u',
  from: plainDate('2022-10-26'),
  leaves: [{ personKey: 'wang', seat: 'officer' }],
  takes: [{ personKey: 'sun', particulars: text('sun'), seat: 'officer', rank: 'A' }],
  contacts: null,
  reason: text('moved'),
};

describe('a change of contacts', () => {
  it('ends the old seat on the day before, and begins the new one with the person in it', () => {
    expect(changeContacts(change, facts, at)).toMatchObject([
      { type: 'contactsChanged', by: head, from: '2022-10-26', reason: text('moved') },
      { type: 'personRegistered', key: 'sun', particulars: text('sun'), validFrom: '2022-10-26' },
      { type: 'seatLeft', personId: personIdOf('wang'), validFrom: '2022-01-01', validTo: '2022-10-25' },
      { type: 'seatTaken', personId: personIdOf('sun'), rank: 'A', validFrom: '2022-10-26' },
    ]);
  });

  it('never holds before its approval, whatever day was filed', () => {
    const events = changeContacts({ ...change, from: plainDate('2022-10-20') }, facts, at);
    expect(events).toMatchObject([{ from: '2022-10-24' }, {}, { validTo: '2022-10-23' }, { validFrom: '2022-10-24' }]);
  });

  it('makes officer B officer A in one act', () => {
    const leaves = [...change.leaves, { personKey: 'li', seat: 'officer' }] as const;
    const takes = [{ personKey: 'li', particulars: null, seat: 'officer', rank: 'A' }] as const;
    expect(changeContacts({ ...change, leaves, takes }, facts, at).map(({ type }) => type)).toEqual([
      'contactsChanged',
      'seatLeft',
      'seatLeft',
      'seatTaken',
    ]);
  });

  it.each([
    { what: 'nobody remains officer A', by: { takes: [] }, code: 'officer-missing' },
    { what: 'there would be two of rank A', by: { leaves: [] }, code: 'rank-taken' },
    {
      what: 'the one who leaves holds no such seat',
      by: { leaves: [{ personKey: 'zhou', seat: 'officer' }] },
      code: 'seat-not-held',
    },
    {
      what: 'the new person is not known',
      by: { takes: [{ personKey: 'sun', particulars: null, seat: 'officer', rank: 'A' }] },
      code: 'unknown-person',
    },
    {
      what: 'the new person’s key is taken',
      by: { takes: [{ personKey: 'zhou', particulars: text('x'), seat: 'officer', rank: 'A' }] },
      code: 'person-known',
    },
    {
      what: 'somebody takes the seat that they hold',
      by: { leaves: [], takes: [{ personKey: 'li', particulars: null, seat: 'officer', rank: null }] },
      code: 'seat-held',
    },
    { what: 'nothing changes', by: { leaves: [], takes: [] }, code: 'nothing-changed' },
    { what: 'the officer approves', by: { by: actor('officer', 'u') }, code: 'not-permitted' },
    { what: 'another head approves', by: { by: actor('head', 'v') }, code: 'not-permitted' },
  ] as const)('is refused where $what', ({ by, code }) => {
    expect(() => changeContacts({ ...change, ...by }, facts, at)).toThrow(expect.objectContaining({ code }));
  });

  it('is refused where who leaves has only just come', () => {
    const holdings = [holding('wang', 'A', '2022-10-26'), holding('li', 'B')];
    expect(() => changeContacts(change, { ...facts, holdings }, at)).toThrow(
      expect.objectContaining({ code: 'seat-just-taken' }),
    );
  });
});
