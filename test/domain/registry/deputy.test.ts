import { describe, expect, it } from 'vitest';
import { personIdOf } from '../../../domain/duban-namespace.ts';
import { plainDate } from '../../../domain/plain-date.ts';
import { authoriseDeputy, endDeputy } from '../../../domain/registry/deputy.ts';
import type { AuthoriseDeputy, EndDeputy } from '../../../domain/registry/registry-command.ts';
import type { Authorisation, RegistryFacts } from '../../../domain/registry/registry-facts.ts';
import { actor, on, text } from '../plan/plan-play.ts';

const at = on('2022-10-08', 15);
const head = actor('head', 'u', personIdOf('zhang'));
const facts: RegistryFacts = {
  today: plainDate('2022-10-08'),
  holdings: [
    { personId: personIdOf('zhang'), seat: 'head', rank: null, validFrom: plainDate('2022-01-01'), validTo: null },
    { personId: personIdOf('wang'), seat: 'officer', rank: 'A', validFrom: plainDate('2022-01-01'), validTo: null },
  ],
  deputies: [],
  knownPersonIds: ['zhang', 'wang', 'li'].map(personIdOf),
};
const authorise: AuthoriseDeputy = {
  type: 'authoriseDeputy',
  by: head,
  unitId: 'u',
  seat: 'head',
  personKey: 'zhang',
  deputyKey: 'li',
  from: plainDate('2022-10-10'),
  to: plainDate('2022-10-14'),
  reason: text('away'),
};
const standing: Authorisation = {
  personId: personIdOf('zhang'),
  seat: 'head',
  deputyId: personIdOf('li'),
  validFrom: plainDate('2022-10-10'),
  validTo: plainDate('2022-10-14'),
};

describe('the authorisation of a deputy', () => {
  it('names who stands for whom, in which seat, from when to when', () => {
    expect(authoriseDeputy(authorise, facts, at)).toEqual([
      {
        type: 'deputyAuthorised',
        at,
        by: head,
        unitId: 'u',
        reason: text('away'),
        ...standing,
      },
    ]);
  });

  it.each([
    { what: 'the head, for an officer of the unit', change: { seat: 'officer', personKey: 'wang' } },
    { what: 'an administrator, for anybody', change: { by: actor('admin', 'x') } },
  ] as const)('may come from $what', ({ change }) => {
    expect(authoriseDeputy({ ...authorise, ...change }, facts, at)).toHaveLength(1);
  });

  it.each([
    { what: 'the deputy is the holder', change: { deputyKey: 'zhang' }, code: 'deputy-self' },
    { what: 'it ends before it begins', change: { to: plainDate('2022-10-09') }, code: 'term-backwards' },
    { what: 'it began yesterday', change: { from: plainDate('2022-10-07') }, code: 'term-past' },
    { what: 'nobody knows the deputy', change: { deputyKey: 'chen' }, code: 'unknown-person' },
    { what: 'the seat is somebody else’s', change: { seat: 'officer' }, code: 'seat-not-held' },
    { what: 'another head gives it', change: { by: actor('head', 'v') }, code: 'not-permitted' },
    { what: 'an officer gives it', change: { by: actor('officer', 'u') }, code: 'not-permitted' },
    { what: 'a leader gives away a head’s seat', change: { by: actor('leader', 'l') }, code: 'not-permitted' },
    {
      what: 'a deputy passes it on',
      change: { by: { ...head, deputyFor: personIdOf('zhao') } },
      code: 'deputy-of-deputy',
    },
  ] as const)('is refused where $what', ({ change, code }) => {
    expect(() => authoriseDeputy({ ...authorise, ...change }, facts, at)).toThrow(expect.objectContaining({ code }));
  });

  it.each([
    { from: '2022-10-14', to: '2022-10-20' },
    { from: '2022-10-08', to: '2022-10-10' },
  ])('from $from to $to is refused beside one from 10-10 to 10-14', ({ from, to }) => {
    const another = { ...authorise, from: plainDate(from), to: plainDate(to) };
    expect(() => authoriseDeputy(another, { ...facts, deputies: [standing] }, at)).toThrow(
      expect.objectContaining({ code: 'deputy-overlaps' }),
    );
  });

  it('may follow on the day after another one ends', () => {
    const next = { ...authorise, from: plainDate('2022-10-15'), to: plainDate('2022-10-20') };
    expect(authoriseDeputy(next, { ...facts, deputies: [standing] }, at)).toHaveLength(1);
  });
});

describe('the end of an authorisation', () => {
  const end: EndDeputy = {
    type: 'endDeputy',
    by: head,
    unitId: 'u',
    seat: 'head',
    personKey: 'zhang',
    deputyKey: 'li',
    to: plainDate('2022-10-12'),
  };
  const under = (today: string): RegistryFacts => ({ ...facts, today: plainDate(today), deputies: [standing] });

  it.each([
    { today: '2022-10-11', to: '2022-10-12', why: 'it goes on' },
    { today: '2022-10-11', to: '2022-10-11', why: 'it ends today' },
    { today: '2022-10-08', to: '2022-10-08', why: 'it has not begun' },
  ])('on $to is recorded on $today, since $why', ({ today, to }) => {
    expect(endDeputy({ ...end, to: plainDate(to) }, under(today), at)).toMatchObject([
      { type: 'deputyEnded', validFrom: '2022-10-10', validTo: to },
    ]);
  });

  it.each([
    { today: '2022-10-11', to: '2022-10-10', code: 'term-past' },
    { today: '2022-10-11', to: '2022-10-14', code: 'term-longer' },
    { today: '2022-10-15', to: '2022-10-15', code: 'deputy-unknown' },
  ])('on $to is refused on $today', ({ today, to, code }) => {
    expect(() => endDeputy({ ...end, to: plainDate(to) }, under(today), at)).toThrow(expect.objectContaining({ code }));
  });
});
