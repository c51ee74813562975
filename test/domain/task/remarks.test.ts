import { describe, expect, it } from 'vitest';
import type { FileStatement, WriteSummary } from '../../../domain/task/task-command.ts';
import {
  type Played,
  act,
  actor,
  advance,
  deliverableItem,
  issued,
  numberItem,
  on,
  parties,
  quarter,
  refusalOf,
  report,
  row,
  text,
} from './task-play.ts';

const fourLeads = issued({
  parties: parties(['transport', 'support'], ['industry', 'lead'], ['science', 'lead'], ['danyang', 'district']),
  subjects: [numberItem('1', 'industry'), deliverableItem('2', 'science'), deliverableItem('3', 'transport')],
});
const industryReport = report('industry', '2022Q3', on('2022-10-11', 15), [row('1', 300)]);
const submitted = act(fourLeads, on('2022-10-11', 15), industryReport);

function statement(changes: Partial<FileStatement> = {}): FileStatement {
  return {
    type: 'fileStatement',
    aboutUnitId: 'industry',
    period: quarter('2022Q3'),
    text: text('differs'),
    by: actor('officer', 'transport'),
    ...changes,
  };
}

describe('a differing statement', () => {
  it('is a note: it changes neither the report nor its review', () => {
    const played = act(submitted, on('2022-10-13', 23), statement());
    expect(played.last).toMatchObject([
      { type: 'statementFiled', obligationId: 'progress/industry/2022Q3', unitId: 'transport' },
    ]);
    const same = advance(submitted, on('2022-10-13', 23));
    expect(played.state).toEqual({ ...same.state, statements: played.state.statements, lastAt: played.state.lastAt });
  });

  it('may come from a district too', () => {
    const played = act(submitted, on('2022-10-12'), statement({ by: actor('officer', 'danyang') }));
    expect(played.state.statements).toEqual(['progress/industry/2022Q3 danyang']);
  });

  it('is in time until the end of the second working day, and too late afterwards', () => {
    expect(refusalOf(submitted, on('2022-10-14', 0), statement())).toBe('statement-too-late');
  });

  it('that reached duban in time is in time although it was decided later', () => {
    const played = act(submitted, on('2022-10-14', 8), statement(), on('2022-10-13', 22));
    expect(played.last.map(({ type }) => type)).toEqual(['statementFiled']);
  });

  it('has a new window for a resubmitted version', () => {
    const sendBack = [{ subjectId: '1', reason: text('why') }];
    const review = { type: 'reviewRows', kind: 'progress', unitId: 'industry', period: quarter('2022Q3') } as const;
    const by = actor('office', 'dev-reform');
    const back = act(submitted, on('2022-10-14'), {
      ...review,
      act: industryReport.act,
      accept: [],
      sendBack,
      ownUnit: false,
      by,
    });
    const again = act(back, on('2022-10-17'), { ...industryReport, act: 'v2', submittedAt: on('2022-10-17') });
    expect(act(again, on('2022-10-19'), statement()).state.statements).toHaveLength(1);
  });

  it('is too late, not about nothing, long after its window is forgotten', () => {
    const fourth = report('industry', '2022Q4', on('2023-01-06'), [row('1', 500)]);
    const played = act(submitted, on('2023-01-06'), fourth);
    expect(Object.keys(played.state.statementsUntil)).toEqual(['progress/industry/2022Q4']);
    expect(refusalOf(played, on('2023-01-06', 11), statement())).toBe('statement-too-late');
  });

  const cases: readonly {
    readonly why: string;
    readonly code: string;
    readonly command: FileStatement;
    readonly of?: Played;
  }[] = [
    { why: 'nothing was submitted', code: 'nothing-submitted', command: statement(), of: fourLeads },
    { why: 'that unit submitted nothing', code: 'nothing-submitted', command: statement({ aboutUnitId: 'science' }) },
    { why: 'a lead files it', code: 'not-a-supporting-unit', command: statement({ by: actor('officer', 'science') }) },
    {
      why: 'a stranger files it',
      code: 'not-a-supporting-unit',
      command: statement({ by: actor('officer', 'culture') }),
    },
    { why: 'it is about the own report', code: 'own-report', command: statement({ aboutUnitId: 'transport' }) },
    { why: 'the head files it', code: 'not-permitted', command: statement({ by: actor('head', 'transport') }) },
    {
      why: 'it was filed before',
      code: 'statement-filed',
      command: statement(),
      of: act(submitted, on('2022-10-12', 9), statement()),
    },
  ];
  it.each(cases)('is refused with $code where $why', ({ code, command, of = submitted }) => {
    expect(refusalOf(of, on('2022-10-12', 10), command)).toBe(code);
  });
});

function summary(changes: Partial<WriteSummary> = {}): WriteSummary {
  return {
    type: 'writeSummary',
    period: quarter('2022Q3'),
    text: text('summary'),
    by: actor('officer', 'industry'),
    ...changes,
  };
}

describe('the summary of a task with several leads', () => {
  it('is written by the first-named lead, and may be written again', () => {
    const once = act(fourLeads, on('2022-10-10'), summary());
    const twice = act(once, on('2022-10-11'), summary({ text: text('better') }));
    expect(twice.events.filter(({ type }) => type === 'summaryWritten')).toHaveLength(2);
  });

  it('may be begun in the quarter of which it speaks', () => {
    expect(act(fourLeads, on('2022-09-20'), summary()).last.map(({ type }) => type)).toEqual(['summaryWritten']);
  });

  it('goes by the order of the leads, not of the list', () => {
    const [support, industry, science, district] = fourLeads.state.parties;
    const turned = [science, district, industry, support].filter((party) => party !== undefined);
    const played = issued({ parties: turned, subjects: fourLeads.state.subjects });
    expect(refusalOf(played, on('2022-10-10'), summary({ by: actor('officer', 'science') }))).toBe(
      'not-the-first-lead',
    );
  });

  const cases: readonly { readonly why: string; readonly code: string; readonly command: WriteSummary }[] = [
    {
      why: 'the second lead writes it',
      code: 'not-the-first-lead',
      command: summary({ by: actor('officer', 'science') }),
    },
    {
      why: 'the first-named unit only supports',
      code: 'not-the-first-lead',
      command: summary({ by: actor('officer', 'transport') }),
    },
    { why: 'the head writes it', code: 'not-permitted', command: summary({ by: actor('head', 'industry') }) },
    { why: 'the quarter has not begun', code: 'period-not-open', command: summary({ period: quarter('2022Q4') }) },
    {
      why: 'the quarter had ended before the issue',
      code: 'period-not-reported',
      command: summary({ period: quarter('2022Q2') }),
    },
  ];
  it.each(cases)('is refused with $code where $why', ({ code, command }) => {
    expect(refusalOf(fourLeads, on('2022-09-20'), command)).toBe(code);
  });

  it('is refused for the quarter in which a plan of the next year was issued', () => {
    const early = issued({ lastPeriod: quarter('2023Q4') });
    expect(refusalOf(early, on('2022-09-20'), summary())).toBe('period-not-reported');
  });
});
