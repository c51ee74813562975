import { describe, expect, it } from 'vitest';
import { plainDate } from '../../../../domain/plain-date.ts';
import { taskBook } from '../../../../domain/task/task-book.ts';
import type { DecideEndings, EndingDecision } from '../../../../domain/task/ending/ending-command.ts';
import type { NamedEnding } from '../../../../domain/task/ending/row-ending.ts';
import {
  act,
  actor,
  advance,
  issued,
  lettersAbout,
  on,
  refusalOf,
  report,
  reviewer,
  row,
  takenAndAccepted,
  text,
} from '../task-play.ts';

const until = plainDate('2023-03-20');
const third = report('industry', '2022Q3', on('2022-10-11'), [row('1', 900)]);
const claiming = (value: number | null, claim: NamedEnding) =>
  report('industry', '2022Q4', on('2023-01-05'), [
    row('1', value, { complete: claim.ending === 'completed' || claim.ending === 'exceeded', ending: claim }),
  ]);
const decide = (decision: Partial<EndingDecision> & NamedEnding): DecideEndings => ({
  type: 'decideEndings',
  by: reviewer,
  rows: [{ subjectId: '1', value: null, reason: null, ...decision }],
});
const inFourth = takenAndAccepted(issued(), third, on('2022-10-13'));
const done: NamedEnding = { ending: 'completed', until: null };
const short: NamedEnding = { ending: 'unfinished', until };

describe('the self-assessment in the last return', () => {
  it.each([
    { claim: done, value: 1300, refused: 'ending-contradicts', why: 'the target is 1400' },
    {
      claim: { ending: 'exceeded', until: null } as const,
      value: 1400,
      refused: 'ending-contradicts',
      why: '1400 is not beyond 1400',
    },
    {
      claim: { ending: 'unfinished', until: null } as const,
      value: 1300,
      refused: 'ending-contradicts',
      why: 'no day is named',
    },
    { claim: { ...done, until }, value: 1400, refused: 'ending-contradicts', why: 'what is done names no day' },
    {
      claim: { ending: 'continuing', until: plainDate('2022-12-31') } as const,
      value: 1300,
      refused: 'ending-contradicts',
      why: 'the day is past',
    },
  ])('is refused as $refused where $why', ({ claim, value, refused }) => {
    expect(refusalOf(inFourth, on('2023-01-05'), claiming(value, claim))).toBe(refused);
  });

  it('is refused before the last quarter, and where it is missing in it', () => {
    const early = report('industry', '2022Q3', on('2022-10-11'), [row('1', 900, { ending: short })]);
    expect(refusalOf(issued(), on('2022-10-11'), early)).toBe('ending-not-expected');
    const silent = { ...claiming(1400, done), rows: [row('1', 1400)] };
    expect(refusalOf(inFourth, on('2023-01-05'), silent)).toBe('ending-missing');
  });
});

describe('the office’s decision on a row', () => {
  const unfinished = takenAndAccepted(inFourth, claiming(1300, short), on('2023-01-06'));

  it('follows the claim without a word and differs from it only with a reason', () => {
    const decided = act(unfinished, on('2023-01-10'), decide(short));
    expect(decided.state.subjects[0]?.ending).toMatchObject({ ...short, on: '2023-01-10' });
    expect(refusalOf(unfinished, on('2023-01-10'), decide({ ending: 'carried-over', until: null }))).toBe(
      'reason-missing',
    );
    const carried = decide({ ending: 'carried-over', until: null, reason: text('r') });
    expect(act(unfinished, on('2023-01-10'), carried).state.subjects[0]?.ending?.ending).toBe('carried-over');
  });

  it('cannot say done where the figure falls short', () => {
    expect(refusalOf(unfinished, on('2023-01-10'), decide({ ...done, reason: text('r') }))).toBe('ending-contradicts');
  });

  it('is made once', () => {
    const decided = act(unfinished, on('2023-01-10'), decide(short));
    expect(refusalOf(decided, on('2023-01-11'), decide(short))).toBe('ending-decided');
  });

  it('waits for a report that may still come, and for its review', () => {
    const missing = { ...short, reason: text('r') };
    expect(refusalOf(inFourth, on('2023-01-09'), decide(missing))).toBe('report-open');
    expect(act(inFourth, on('2023-01-10'), decide(missing)).state.subjects[0]?.ending?.ending).toBe('unfinished');
    const submitted = act(inFourth, on('2023-01-05'), claiming(1300, short));
    expect(refusalOf(submitted, on('2023-01-06'), decide(short))).toBe('report-open');
  });

  it('waits for the last quarter unless the row was reported as done', () => {
    expect(refusalOf(issued(), on('2022-09-01'), decide({ ...short, reason: text('r') }))).toBe('periods-left');
    const reached = report('industry', '2022Q3', on('2022-10-11'), [row('1', 1400, { complete: true })]);
    const early = takenAndAccepted(issued(), reached, on('2022-10-13'));
    expect(act(early, on('2022-11-01'), decide({ ...done, reason: text('r') })).state.subjects[0]?.ending?.ending).toBe(
      'completed',
    );
  });

  it('is nobody’s who made or approved the row', () => {
    const maker = { ...reviewer, personId: claiming(1300, short).submittedBy.personId };
    expect(refusalOf(unfinished, on('2023-01-10'), { ...decide(short), by: maker })).toBe('own-work');
    expect(refusalOf(unfinished, on('2023-01-10'), { ...decide(short), by: actor('leader', 'city') })).toBe(
      'not-permitted',
    );
  });
});

describe('a row that awaits statistics', () => {
  const awaiting = act(inFourth, on('2023-01-10'), decide({ ending: 'awaiting-statistics', until, reason: text('r') }));

  it('is asked for on its named day, by a letter to the unit and to the office', () => {
    expect(taskBook.nextWake(awaiting.state)).not.toBeNull();
    const asked = advance(awaiting, on('2023-03-20', 1));
    expect(asked.state.subjects[0]?.ending?.asked).toBe(true);
    expect(lettersAbout(asked.waiting, 'task#statistics').toSorted()).toEqual([
      'statistics-due office 2023-03-20',
      'statistics-due officer 2023-03-20',
    ]);
  });

  it('gets its ending with the figure, which then is its progress', () => {
    const asked = advance(awaiting, on('2023-03-20'));
    const ended = act(asked, on('2023-03-22'), decide({ ...done, value: 1400 }));
    expect(ended.state.subjects[0]).toMatchObject({
      ending: { ending: 'completed' },
      progress: { value: 1400, complete: true },
    });
    expect(ended.waiting.filter(({ key }) => key === 'task#statistics')).toEqual([]);
  });

  it('keeps the task open after the leader’s approval, and ends it with its figure', () => {
    const closing = { type: 'closeOut', summaryHash: 'a'.repeat(64), approvedBy: actor('leader', 'city') } as const;
    const closed = act(awaiting, on('2023-02-10'), closing);
    expect(closed.state).toMatchObject({ phase: 'open', yearClosed: true });
    const ended = act(advance(closed, on('2023-03-20')), on('2023-03-22'), decide({ ...done, value: 1400 }));
    expect(ended.state.phase).toBe('ended');
  });
});

describe('the leader’s approval of the summary', () => {
  const closing = { type: 'closeOut', summaryHash: 'a'.repeat(64), approvedBy: actor('leader', 'city') } as const;

  it('ends a task whose rows have their endings, once, as its weakest row ended', () => {
    const decided = act(inFourth, on('2023-01-10'), decide({ ...short, reason: text('r') }));
    const ended = act(decided, on('2023-02-10'), closing);
    expect(ended.last.map(({ type }) => type)).toEqual(['yearClosed', 'taskEnded']);
    expect(ended.last.at(-1)).toMatchObject({ ending: 'unfinished' });
  });

  it('is refused by a task with a row that nobody decided', () => {
    expect(refusalOf(inFourth, on('2023-02-10'), closing)).toBe('endings-left');
  });
});
