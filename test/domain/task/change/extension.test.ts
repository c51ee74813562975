import { describe, expect, it } from 'vitest';
import { plainDate } from '../../../../domain/plain-date.ts';
import {
  act,
  advance,
  actor,
  issued,
  lettersAbout,
  numberItem,
  on,
  openOf,
  refusalOf,
  report,
  row,
  subjectIn,
} from '../task-play.ts';
import { asking, changed, granting, laterReport, leader, office, typesOf } from './change-play.ts';

const id = 'progress/industry/2022Q3';
const wanted = laterReport('industry', '2022Q3', '2022-10-19');
const asked = act(issued(), on('2022-10-11'), asking('industry', wanted));
const byOffice = granting({ by: office });

describe('an extension of a report due Wednesday 12 October, asked for the day before', () => {
  it('goes to the office, which has five working days, and is reminded on the last', () => {
    expect(asked.state.changes.pending).toMatchObject([
      { decider: 'office', decideBy: '2022-10-18', unitId: 'industry' },
    ]);
    expect(lettersAbout(asked.waiting, 'change/c')).toEqual([
      'change-asked office 2022-10-12',
      'change-asked office 2022-10-18',
    ]);
  });

  it('makes nobody overdue while it is being decided, and no letter says so', () => {
    const waiting = advance(asked, on('2022-10-17'));
    expect(openOf(waiting, id)).toMatchObject({ overdue: false, due: '2022-10-12' });
    expect(waiting.sent.filter(({ kind, key }) => kind === 'obligation-overdue' && key === id)).toEqual([]);
  });

  it('once granted moves the day, keeps the one before, and reminds anew', () => {
    const granted = act(asked, on('2022-10-13'), byOffice);
    expect(typesOf(granted)).toEqual(['changeDecided', 'dueMoved']);
    expect(openOf(granted, id).due).toBe('2022-10-19');
    expect(granted.state.changes.dueMoves).toEqual([
      { thing: `obligation/${id}`, from: '2022-10-12', to: '2022-10-19', cause: 'extension' },
    ]);
    expect(lettersAbout(granted.waiting, id).filter((each) => each.includes('officer'))).toEqual([
      'obligation-overdue officer 2022-10-20',
      'obligation-overdue officer 2022-10-24',
      'obligation-overdue officer 2022-10-26',
      'obligation-reminder officer 2022-10-14',
      'obligation-reminder officer 2022-10-18',
      'obligation-reminder officer 2022-10-19',
    ]);
    expect(openOf(advance(granted, on('2022-10-20', 1)), id).overdue).toBe(true);
  });

  it('refused before the due day leaves the day and its reminders', () => {
    const refused = act(asked, on('2022-10-12'), granting({ by: office, outcome: 'refused' }));
    expect(typesOf(refused)).toEqual(['changeDecided']);
    expect(openOf(advance(refused, on('2022-10-13', 1)), id).overdue).toBe(true);
  });

  it.each([
    { what: 'refused', command: granting({ by: office, outcome: 'refused' }) },
    {
      what: 'withdrawn',
      command: {
        type: 'withdrawChange',
        changeId: 'c',
        reason: { contentId: 'r', commitment: '' },
        by: actor('head', 'industry'),
      } as const,
    },
  ])('$what after the due day makes the report overdue at once, counted from the original day', ({ command }) => {
    const closed = act(asked, on('2022-10-17'), command);
    expect(typesOf(closed)).toContain('obligationsOverdue');
    expect(openOf(closed, id)).toMatchObject({ overdue: true, due: '2022-10-12' });
    expect(lettersAbout(closed.waiting, id)).toContain('obligation-overdue head 2022-10-19');
  });

  it('lapses when the report comes in time', () => {
    const taken = act(asked, on('2022-10-12'), report('industry', '2022Q3', on('2022-10-12'), [row('1', 300)]));
    expect(typesOf(taken)).toEqual(['rowsTaken', 'changeLapsed']);
    expect(taken.state.changes.pending).toEqual([]);
    expect(lettersAbout(taken.waiting, 'change/c')).toEqual([]);
  });

  it('granted after a late report makes it one in time', () => {
    const late = act(asked, on('2022-10-14'), report('industry', '2022Q3', on('2022-10-14'), [row('1', 300)]));
    expect(openOf(late, id).late).toBe(true);
    expect(openOf(act(late, on('2022-10-17'), byOffice), id).late).toBe(false);
  });
});

describe('who decides on extensions of one report', () => {
  const first = act(asked, on('2022-10-12'), byOffice);
  const second = act(
    first,
    on('2022-10-18'),
    asking('industry', laterReport('industry', '2022Q3', '2022-10-26'), { changeId: 'd' }),
  );

  it('is the office for the first and a leader for the second', () => {
    expect(second.state.changes.pending[0]?.decider).toBe('leader');
    const decision = granting({ changeId: 'd', by: office });
    expect(refusalOf(second, on('2022-10-18'), decision)).toBe('not-permitted');
    const granted = act(second, on('2022-10-18'), granting({ changeId: 'd', by: leader }));
    expect(granted.state.changes.dueMoves.map(({ from, to }) => `${from} ${to}`)).toEqual([
      '2022-10-12 2022-10-19',
      '2022-10-19 2022-10-26',
    ]);
  });

  it('is never the person who asked', () => {
    const own = granting({ by: actor('office', 'dev-reform', 'head-of-industry') });
    expect(refusalOf(asked, on('2022-10-12'), own)).toBe('own-work');
  });
});

describe('an extension', () => {
  it.each([
    { day: '2022-10-12', to: '2022-10-12', code: 'extension-not-later', why: 'the same day' },
    { day: '2022-10-13', to: '2022-10-19', code: 'extension-too-late', why: 'asked the day after' },
    { day: '2022-10-12', to: '2022-10-22', code: 'not-a-working-day', why: 'to a Saturday' },
  ])('asked on $day until $to is refused: $why', ({ day, to, code }) => {
    expect(refusalOf(issued(), on(day), asking('industry', laterReport('industry', '2022Q3', to)))).toBe(code);
  });

  it('is asked in time when duban received it in time, and what was noted since is lifted', () => {
    const command = asking('industry', wanted);
    const held = act(advance(issued(), on('2022-10-13', 2)), on('2022-10-13', 3), command, on('2022-10-12', 22));
    expect(typesOf(held)).toEqual(['changeRequested', 'overdueLifted']);
    expect(openOf(held, id).overdue).toBe(false);
  });

  it.each([
    { by: actor('officer', 'industry'), code: 'not-permitted', why: 'the officer alone' },
    { by: actor('head', 'finance'), code: 'not-own-part', why: 'another unit' },
    { by: actor('office', 'dev-reform'), code: 'asked-by-unit', why: 'the office' },
  ])('is not asked by $why', ({ by, code }) => {
    expect(refusalOf(issued(), on('2022-10-11'), asking('industry', wanted, { by }))).toBe(code);
  });

  it('is asked once at a time for one thing', () => {
    const again = asking('industry', laterReport('industry', '2022Q3', '2022-10-20'), { changeId: 'other' });
    expect(refusalOf(asked, on('2022-10-11'), again)).toBe('change-pending');
  });

  it('of an item moves its due day and its light', () => {
    const near = advance(
      issued({ subjects: [numberItem('1', 'industry', { due: plainDate('2022-11-30') })] }),
      on('2022-11-24'),
    );
    const of = { kind: 'item', subjectId: '1' } as const;
    const change = { kind: 'extension', of, to: plainDate('2022-12-30') } as const;
    const later = changed(near, on('2022-11-25'), asking('industry', change), byOffice);
    expect(subjectIn(later, '1').due).toBe('2022-12-30');
    expect(later.state.lightDays).toEqual(['2022-12-21', '2022-12-31']);
  });
});
