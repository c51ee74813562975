import { describe, expect, it } from 'vitest';
import { plainDate } from '../../../domain/plain-date.ts';
import type { ReviewRows } from '../../../domain/task/task-command.ts';
import {
  type Played,
  accepting,
  act,
  actor,
  advance,
  contribution,
  deliverableItem,
  issued,
  lettersAbout,
  lightOf,
  numberItem,
  on,
  openOf,
  quarter,
  refusalOf,
  report,
  row,
  rowPlan,
  stagePlan,
  text,
} from './task-play.ts';

const id = 'progress/industry/2022Q3';
const twoRows = issued({ subjects: [numberItem('1', 'industry'), deliverableItem('2', 'industry')] });
const first = report('industry', '2022Q3', on('2022-10-11'), [row('1', 300), row('2', null)]);
const taken = act(twoRows, on('2022-10-11'), first);
const oneBack = accepting(first, { accept: ['1'], sendBack: [{ subjectId: '2', reason: text('why') }] });
const back = act(taken, on('2022-10-13'), oneBack);

describe('a report of which one row is sent back', () => {
  it('keeps the other row accepted, and its progress counts', () => {
    expect(openOf(back, id).rows.map(({ subjectId, state }) => `${subjectId} ${state}`)).toEqual([
      '1 accepted',
      '2 sent-back',
    ]);
    expect(back.state.subjects.map(({ progress }) => progress?.value ?? null)).toEqual([300, null]);
  });

  it('keeps its due day beside the day for what was sent back', () => {
    expect(openOf(back, id)).toMatchObject({
      due: '2022-10-12',
      resubmitDue: '2022-10-18',
      reviewDue: null,
      late: false,
    });
  });

  it('takes that row alone', () => {
    const again = { ...first, act: 'v2', submittedAt: on('2022-10-14') };
    expect(refusalOf(back, on('2022-10-14'), again)).toBe('rows-mismatch');
    const resubmitted = act(back, on('2022-10-14'), { ...again, rows: [row('2', null)] });
    expect(openOf(resubmitted, id)).toMatchObject({ resubmitDue: null, reviewDue: '2022-10-21', act: 'v2' });
    const accepted = act(resubmitted, on('2022-10-17'), accepting({ ...again, rows: [row('2', null)] }));
    expect(accepted.state.settled.map((each) => each.id)).toContain(id);
  });

  it('tells the officer at once and reminds of the new day', () => {
    expect(lettersAbout(back.waiting, `${id}#sent-back`)).toEqual(['rows-sent-back officer 2022-10-13']);
    expect(lettersAbout(back.waiting, id)).toEqual([
      'obligation-overdue head 2022-10-21',
      'obligation-overdue head 2022-10-25',
      'obligation-overdue officer 2022-10-19',
      'obligation-overdue officer 2022-10-21',
      'obligation-overdue officer 2022-10-25',
      'obligation-reminder officer 2022-10-17',
      'obligation-reminder officer 2022-10-18',
    ]);
  });
});

describe('a row sent back whose resubmission is late', () => {
  const waiting = advance(back, on('2022-10-19', 0));
  const resubmitted = act(waiting, on('2022-10-19', 9), {
    ...first,
    act: 'v2',
    rows: [row('2', null)],
    submittedAt: on('2022-10-19', 8),
  });

  it('is noted as overdue the day after, once', () => {
    expect(waiting.last).toMatchObject([{ type: 'obligationsOverdue', at: on('2022-10-19', 0), obligationIds: [id] }]);
    expect(openOf(waiting, id).overdue).toBe(true);
    const noted = advance(waiting, on('2022-11-30')).events.filter(
      (event) => event.type === 'obligationsOverdue' && event.obligationIds.includes(id),
    );
    expect(noted).toHaveLength(1);
  });

  it('leaves the lights alone, because the report itself came', () => {
    expect(waiting.state.subjects.map(({ light }) => light?.light)).toEqual(['no-plan', 'no-plan']);
  });

  it('is lifted by the resubmission, and the report stays in time by its first day', () => {
    expect(resubmitted.last).toMatchObject([{ type: 'rowsTaken', late: false }, { reason: 'submitted' }]);
    expect(openOf(resubmitted, id)).toMatchObject({ overdue: false, late: false });
  });

  it('was in time where its approval was', () => {
    const delivered = { ...first, act: 'v2', rows: [row('2', null)], submittedAt: on('2022-10-18', 23) };
    expect(act(waiting, on('2022-10-19', 0, 1), delivered).last[1]).toMatchObject({ reason: 'was-in-time' });
  });
});

describe('the office’s own clock', () => {
  it('runs out the day after the fifth working day and is told to the office once', () => {
    const played = advance(taken, on('2022-10-31'));
    const overdue = played.events.filter(({ type }) => type === 'reviewsOverdue');
    expect(overdue).toMatchObject([{ at: on('2022-10-19', 0), obligationIds: [id], mailDay: '2022-10-19' }]);
    expect(lettersAbout(played.sent, `${id}#review`)).toEqual([
      'review-due office 2022-10-12',
      'review-due office 2022-10-18',
      'review-overdue office 2022-10-19',
    ]);
  });

  it('leaves the unit alone meanwhile', () => {
    expect(openOf(advance(taken, on('2022-10-31')), id)).toMatchObject({ overdue: false, late: false });
  });

  it('starts anew with a resubmission', () => {
    const late = act(advance(taken, on('2022-10-20')), on('2022-10-20'), oneBack);
    const again = act(late, on('2022-10-21'), {
      ...first,
      act: 'v2',
      rows: [row('2', null)],
      submittedAt: on('2022-10-21'),
    });
    expect(openOf(again, id)).toMatchObject({ reviewDue: '2022-10-28', reviewOverdue: false });
  });

  it('of the stage plan of 8 September ends on the 16th, over Mid-Autumn', () => {
    const played = act(issued(), on('2022-09-08'), stagePlan('industry', on('2022-09-08'), { 1: rowPlan() }));
    expect(openOf(played, 'stage-plan/industry/plan').reviewDue).toBe('2022-09-16');
  });
});

describe('a decision that is refused', () => {
  const cases: readonly {
    readonly why: string;
    readonly code: string;
    readonly command: ReviewRows;
    readonly of?: Played;
  }[] = [
    { why: 'a row is left out', code: 'rows-mismatch', command: accepting(first, { accept: ['1'] }) },
    { why: 'a row is decided both ways', code: 'rows-mismatch', command: { ...oneBack, accept: ['1', '2'] } },
    { why: 'a row is decided twice', code: 'rows-mismatch', command: accepting(first, { accept: ['1', '1'] }) },
    { why: 'a newer version has arrived', code: 'superseded-version', command: accepting({ ...first, act: 'v0' }) },
    { why: 'everything was decided', code: 'nothing-to-review', command: accepting(first), of: back },
    { why: 'it was never owed', code: 'obligation-not-owed', command: { ...accepting(first), unitId: 'finance' } },
    {
      why: 'the quarter is not open',
      code: 'obligation-not-owed',
      command: { ...accepting(first), period: quarter('2023Q1') },
    },
    {
      why: 'the reviewer made it',
      code: 'own-work',
      command: accepting(first, { by: actor('office', 'dev-reform', 'officer-of-industry') }),
    },
    {
      why: 'the reviewer approved it',
      code: 'own-work',
      command: accepting(first, { by: actor('office', 'dev-reform', 'head-of-industry') }),
    },
    {
      why: 'a supervisor decides',
      code: 'not-permitted',
      command: accepting(first, { by: actor('supervisor', 'city') }),
    },
    { why: 'the unit decides', code: 'not-permitted', command: accepting(first, { by: actor('head', 'industry') }) },
  ];
  it.each(cases)('with $code where $why', ({ code, command, of = taken }) => {
    expect(refusalOf(of, on('2022-10-13'), command)).toBe(code);
  });

  it('once the report is settled', () => {
    const accepted = act(taken, on('2022-10-13'), accepting(first));
    expect(refusalOf(accepted, on('2022-10-14'), accepting(first))).toBe('obligation-settled');
  });

  it('for a contribution, which nobody reviews', () => {
    const given = contribution('finance', '2022Q3', on('2022-09-29'));
    const played = act(issued(), on('2022-09-29'), given);
    expect(() => act(played, on('2022-09-30'), accepting(given))).toThrow('配合情况已经收到，不再接收');
  });
});

describe('the host unit’s own report', () => {
  it('is marked 本单位 in both decisions', () => {
    const played = act(taken, on('2022-10-13'), { ...oneBack, ownUnit: true });
    expect(played.last.flatMap((event) => ('ownUnit' in event ? [event.ownUnit] : []))).toEqual([true, true]);
  });
});

describe('a stage plan', () => {
  const plans = stagePlan('industry', on('2022-09-06'), { 1: rowPlan({ baseline: 100 }), 2: rowPlan() });
  const submitted = act(twoRows, on('2022-09-06'), plans);

  it('gives its rows a course once it is accepted, and not before', () => {
    expect(lightOf(submitted, '1')).toBe('no-plan');
    expect(lightOf(act(submitted, on('2022-09-07'), accepting(plans)), '1')).toBe('on-track');
  });

  it('that is accepted after the first report is measured by that report', () => {
    const curve = [{ day: plainDate('2022-09-30'), value: 600 }];
    const late = stagePlan('industry', on('2022-10-14'), { 1: rowPlan({ curve }), 2: rowPlan() });
    const played = act(act(taken, on('2022-10-13'), accepting(first)), on('2022-10-14'), late);
    expect(lightOf(act(played, on('2022-10-17'), accepting(late)), '1')).toBe('behind');
  });
});
