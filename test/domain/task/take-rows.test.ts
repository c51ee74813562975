import { describe, expect, it } from 'vitest';
import { plainDate } from '../../../domain/plain-date.ts';
import type { TakeRows } from '../../../domain/task/task-command.ts';
import {
  type Played,
  accepting,
  act,
  actor,
  advance,
  contribution,
  issued,
  lightOf,
  numberItem,
  on,
  openOf,
  parties,
  quarter,
  refusalOf,
  report,
  reviewer,
  row,
  rowPlan,
  stagePlan,
  takenAndAccepted,
  text,
} from './task-play.ts';

const types = ({ last }: Played) => last.map(({ type }) => type);

describe('a report approved on the day it is due', () => {
  const dueDay = report('industry', '2022Q3', on('2022-10-12', 23, 59), [row('1', 300)]);

  it('is in time and waits for the office until the fifth working day after', () => {
    const played = act(issued(), on('2022-10-12', 23, 59), dueDay);
    expect(openOf(played, 'progress/industry/2022Q3')).toMatchObject({
      late: false,
      overdue: false,
      reviewDue: '2022-10-19',
    });
  });

  it('is in time although its delivery took until after midnight, and the note of being overdue is lifted', () => {
    const played = act(issued(), on('2022-10-13', 0, 5), dueDay);
    expect(played.last[1]).toMatchObject({ type: 'overdueLifted', reason: 'was-in-time' });
    expect(openOf(played, 'progress/industry/2022Q3')).toMatchObject({ late: false, overdue: false });
  });

  it('shows no trace of the short overdue in its light', () => {
    const night = advance(issued(), on('2022-10-13', 0, 1));
    expect(lightOf(night, '1')).toBe('far-behind');
    expect(lightOf(act(night, on('2022-10-13', 0, 5), dueDay), '1')).toBe('no-plan');
  });
});

describe('a report approved the day after it was due', () => {
  const late = report('industry', '2022Q3', on('2022-10-13', 8), [row('1', 300)]);
  const played = act(issued(), on('2022-10-13', 8), late);

  it('lifts the note of being overdue and stays late', () => {
    expect(played.last[1]).toMatchObject({ type: 'overdueLifted', reason: 'submitted' });
    expect(openOf(played, 'progress/industry/2022Q3')).toMatchObject({ late: true, overdue: false, due: '2022-10-12' });
  });

  it('stays late when it is accepted', () => {
    const accepted = act(played, on('2022-10-14'), accepting(late));
    expect(accepted.state.settled).toContainEqual({ id: 'progress/industry/2022Q3', late: true });
    expect(accepted.state.shareValues).toEqual([]);
  });

  it('stays late when its resubmission is in time', () => {
    const back = act(
      played,
      on('2022-10-14'),
      accepting(late, { accept: [], sendBack: [{ subjectId: '1', reason: text('why') }] }),
    );
    const again = act(back, on('2022-10-17'), { ...late, act: 'v2', submittedAt: on('2022-10-17') });
    expect(openOf(again, 'progress/industry/2022Q3')).toMatchObject({
      late: true,
      submittedAt: on('2022-10-13', 8),
      due: '2022-10-12',
    });
  });
});

describe('what is accepted as it arrives', () => {
  it('is a contribution, by its officer alone', () => {
    const played = act(issued(), on('2022-09-29'), contribution('finance', '2022Q3', on('2022-09-29')));
    expect(types(played)).toEqual(['rowsTaken']);
    expect(played.state.settled.map(({ id }) => id)).toEqual(['contribution/finance/2022Q3']);
  });

  it('is a district’s figure, kept for the unit that adopts the sum', () => {
    const shared = issued({
      parties: parties(['industry', 'lead'], ['danyang', 'district']),
      subjects: [numberItem('1', 'industry', { shares: [{ unitId: 'danyang', value: 300 }] })],
    });
    const played = act(shared, on('2022-09-29'), {
      ...report('danyang', '2022Q3', on('2022-09-29'), [row('1', 120)]),
      kind: 'district-figures',
      submittedBy: actor('officer', 'danyang'),
    });
    expect(played.state.shareValues).toEqual([{ unitId: 'danyang', subjectId: '1', period: '2022Q3', value: 120 }]);
    expect(played.state.subjects[0]?.progress).toBeNull();
  });

  it('makes no letter to the office and ends its own reminders', () => {
    const before = advance(issued(), on('2022-09-29'));
    const after = act(before, on('2022-09-29'), contribution('finance', '2022Q3', on('2022-09-29')));
    const about = ({ waiting }: Played) => waiting.filter(({ key }) => key === 'contribution/finance/2022Q3').length;
    expect([about(before) > 0, about(after)]).toEqual([true, 0]);
  });
});

describe('persons who made or approved a version', () => {
  it('include the head who approved it, also when the list of makers forgot', () => {
    const taken = { ...report('industry', '2022Q3', on('2022-10-11'), [row('1', 300)]), makers: ['li'] };
    const played = act(issued(), on('2022-10-11'), taken);
    expect(openOf(played, 'progress/industry/2022Q3').makers).toEqual(['li', 'head-of-industry']);
  });

  it('are those of all versions, because a resubmitted row keeps what others wrote in it', () => {
    const taken = { ...report('industry', '2022Q3', on('2022-10-10'), [row('1', 300)]), makers: ['li'] };
    const first = act(issued(), on('2022-10-10'), taken);
    const sendBack = [{ subjectId: '1', reason: text('why') }];
    const back = act(first, on('2022-10-11'), accepting(taken, { accept: [], sendBack }));
    const second = { ...taken, act: 'v2', makers: ['wang'] };
    const again = act(back, on('2022-10-12'), second);
    const byLi = accepting(second, { by: actor('office', 'dev-reform', 'li') });
    expect(refusalOf(again, on('2022-10-13'), byLi)).toBe('own-work');
  });
});

describe('rows that are refused', () => {
  const shared = issued({
    parties: parties(['industry', 'lead'], ['finance', 'support'], ['danyang', 'district']),
    subjects: [
      numberItem('1', 'industry', { shares: [{ unitId: 'danyang', value: 300 }] }),
      numberItem('2', 'industry'),
    ],
  });
  const planned = takenAndAccepted(
    shared,
    stagePlan('industry', on('2022-09-06'), {
      1: rowPlan({ baseline: 200 }),
      2: rowPlan({ statisticsOn: plainDate('2022-12-20') }),
    }),
  );
  const at = on('2022-09-29');
  const good = report('industry', '2022Q3', at, [row('1', 300), row('2', null)]);
  const figures = {
    ...report('danyang', '2022Q3', at, [row('1', 120)]),
    kind: 'district-figures',
    submittedBy: actor('officer', 'danyang'),
  } as const satisfies TakeRows;

  it('none of these when they are complete', () => {
    expect(types(act(planned, at, good))).toContain('rowsTaken');
    expect(types(act(planned, at, figures))).toContain('rowsTaken');
  });

  const cases: readonly { readonly why: string; readonly code: string; readonly command: TakeRows }[] = [
    { why: 'a row is missing', code: 'rows-mismatch', command: { ...good, rows: [row('1', 300)] } },
    { why: 'a row comes twice', code: 'rows-mismatch', command: { ...good, rows: [row('1', 300), row('1', 300)] } },
    { why: 'a row is not owed', code: 'rows-mismatch', command: { ...good, rows: [...good.rows, row('9', 1)] } },
    {
      why: 'the number is missing',
      code: 'value-missing',
      command: { ...good, rows: [row('1', null), row('2', null)] },
    },
    {
      why: 'the value falls below the baseline',
      code: 'value-falls',
      command: { ...good, rows: [row('1', 199), row('2', null)] },
    },
    { why: 'a share has no number', code: 'value-missing', command: { ...figures, rows: [row('1', null)] } },
    {
      why: 'the officer sends what the head approves',
      code: 'not-permitted',
      command: { ...good, submittedBy: actor('officer', 'industry') },
    },
    {
      why: 'another unit’s head approves',
      code: 'not-permitted',
      command: { ...good, submittedBy: actor('head', 'finance') },
    },
    { why: 'the office sends for the unit', code: 'not-permitted', command: { ...figures, submittedBy: reviewer } },
    { why: 'the quarter is not open', code: 'obligation-not-owed', command: { ...good, period: quarter('2022Q4') } },
    {
      why: 'the unit owes nothing',
      code: 'obligation-not-owed',
      command: report('finance', '2022Q3', at, [row('1', 1)]),
    },
    {
      why: 'the stage plan has a row without plan',
      code: 'plan-missing',
      command: { ...stagePlan('industry', at, {}), rows: [row('1', null), row('2', null)] },
    },
  ];
  it.each(cases)('with $code where $why', ({ code, command }) => {
    const played = command.kind === 'stage-plan' ? shared : planned;
    expect(refusalOf(played, at, command)).toBe(code);
  });

  it('while the same report waits for the office', () => {
    expect(refusalOf(act(planned, at, good), on('2022-09-30'), { ...good, act: 'v2' })).toBe('obligation-submitted');
  });

  it('once the report was accepted', () => {
    expect(refusalOf(takenAndAccepted(planned, good), on('2022-09-30'), good)).toBe('obligation-settled');
  });

  it('without a number once the statistics are out', () => {
    const late = { ...good, submittedAt: on('2022-12-20'), rows: [row('1', 300), row('2', null)] };
    expect(refusalOf(planned, on('2022-12-20'), late)).toBe('value-missing');
    expect(types(act(planned, on('2022-12-20'), { ...late, submittedAt: on('2022-12-19', 23) }))).toContain(
      'rowsTaken',
    );
  });

  it('never names an internal id in the text', () => {
    const missing = { ...stagePlan('industry', at, {}), rows: [row('1', null), row('2', null)] };
    expect(() => act(shared, at, missing)).toThrow('第3项任务“事项1”缺少阶段计划，请填写后重报');
  });
});

describe('a value that falls', () => {
  const planned = takenAndAccepted(
    issued(),
    stagePlan('industry', on('2022-09-06'), { 1: rowPlan({ baseline: 200 }) }),
  );

  it('is taken with a reason', () => {
    const texts = { done: text('done'), reason: text('recount') };
    const played = act(
      planned,
      on('2022-10-10'),
      report('industry', '2022Q3', on('2022-10-10'), [row('1', 150, { texts })]),
    );
    expect(types(played)).toContain('rowsTaken');
  });

  it('is none where the report of an earlier quarter comes after that of a later one', () => {
    const fourth = takenAndAccepted(planned, report('industry', '2022Q4', on('2022-12-29'), [row('1', 1200)]));
    const third = report('industry', '2022Q3', on('2023-01-04'), [row('1', 400)]);
    const played = takenAndAccepted(fourth, third, on('2023-01-05'));
    expect(played.state.subjects[0]?.progress).toMatchObject({ period: '2022Q4', value: 1200 });
  });

  it('needs no reason where it is kept under a ceiling', () => {
    const target = { value: 300, unit: '吨', comparator: '<=' } as const;
    const start = issued({ subjects: [numberItem('1', 'industry', { target })] });
    const kept = takenAndAccepted(start, stagePlan('industry', on('2022-09-06'), { 1: rowPlan({ baseline: 200 }) }));
    const lower = report('industry', '2022Q3', on('2022-10-10'), [row('1', 150)]);
    expect(types(act(kept, on('2022-10-10'), lower))).toContain('rowsTaken');
  });

  it('of a district needs a reason too', () => {
    const shared = issued({ subjects: [numberItem('1', 'industry', { shares: [{ unitId: 'danyang', value: 300 }] })] });
    const figures = (name: string, at: ReturnType<typeof on>, value: number): TakeRows => ({
      ...report('danyang', name, at, [row('1', value)]),
      kind: 'district-figures',
      submittedBy: actor('officer', 'danyang'),
    });
    const third = act(shared, on('2022-09-29'), figures('2022Q3', on('2022-09-29'), 120));
    const fallen = figures('2022Q4', on('2022-12-29'), 100);
    expect(refusalOf(third, on('2022-12-29'), fallen)).toBe('value-falls');
  });
});
