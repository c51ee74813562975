import { describe, expect, it } from 'vitest';
import { period } from '../../../domain/calendar/quarter.ts';
import { plainDate } from '../../../domain/plain-date.ts';
import { belongsTo, openRowsOf, returnIdentity } from '../../../domain/return/return-of.ts';
import { type Obligation, type Subject, type TaskState, unissuedTask } from '../../../domain/task/task-state.ts';
import { seedRules } from '../plan/plan-play.ts';

const q3 = period('2022Q3');
const planId = '0f0e0d0c-0b0a-4908-8706-050403020100';

const subject: Subject = {
  id: '1',
  unitId: 'u',
  kind: 'number',
  title: '新建5G基站1400个',
  target: { value: 1400, unit: '个', comparator: '=' },
  commitment: 'binding',
  due: plainDate('2022-12-31'),
  dueBasis: 'derived',
  tracked: false,
  shares: [],
  plan: {
    baseline: 700,
    curve: [],
    milestones: [{ id: 'm', title: '选址', due: plainDate('2022-10-31') }],
    statisticsOn: null,
  },
  progress: null,
  light: null,
  behindPeriods: [],
  recoveredIn: null,
};

const obligation: Obligation = {
  id: 'progress/u/2022Q3',
  kind: 'progress',
  unitId: 'u',
  period: q3,
  due: plainDate('2022-10-12'),
  rows: [
    { subjectId: '1', state: 'open', submitted: null },
    { subjectId: '2', state: 'submitted', submitted: null },
  ],
  submittedAt: null,
  late: false,
  overdue: false,
  reviewDue: null,
  reviewOverdue: false,
  resubmitDue: null,
  makers: [],
  act: null,
};

const contribution: Obligation = {
  ...obligation,
  id: 'contribution/v/2022Q3',
  kind: 'contribution',
  unitId: 'v',
  due: plainDate('2022-09-30'),
  rows: [{ subjectId: 'whole/v', state: 'open', submitted: null }],
};

const task: TaskState = {
  ...unissuedTask,
  phase: 'open',
  taskId: 't16',
  number: '16',
  title: '打造网络基础设施',
  subjects: [subject],
  obligations: [obligation, contribution],
};

describe('the return of a unit', () => {
  it('has one id for one unit, period and kind of a plan, wherever and whenever it is asked for', () => {
    const identity = returnIdentity({ planId, unitKey: 'gongxinju' }, { unitId: 'u', period: q3, kind: 'progress' });
    const again = returnIdentity({ planId, unitKey: 'gongxinju' }, { unitId: 'u', period: q3, kind: 'progress' });
    const other = returnIdentity({ planId, unitKey: 'gongxinju' }, { unitId: 'u', period: q3, kind: 'contribution' });
    expect(again).toEqual(identity);
    expect(other.returnId).not.toBe(identity.returnId);
  });

  it('takes the obligations of its unit, period and kind from whatever task', () => {
    const identity = { unitId: 'u', period: q3, kind: 'progress' } as const;
    expect(belongsTo(obligation, identity)).toBe(true);
    expect(belongsTo({ ...obligation, unitId: 'v' }, identity)).toBe(false);
    expect(belongsTo({ ...obligation, kind: 'stage-plan' }, identity)).toBe(false);
    expect(belongsTo({ ...obligation, period: period('2022Q4') }, identity)).toBe(false);
  });

  it('opens rows that wait for the unit, with the baseline as what was reached so far', () => {
    expect(openRowsOf(task, { unitId: 'u', period: q3, kind: 'progress' }, seedRules)).toMatchObject([
      {
        taskId: 't16',
        taskNumber: '16',
        subjectId: '1',
        previousValue: 700,
        textLimit: null,
        subject: { milestoneIds: ['m'] },
      },
    ]);
  });

  it.each([
    { reported: 'the quarter before', period: period('2022Q2'), previous: 1010 },
    { reported: 'a later quarter, since this report is overdue', period: period('2022Q4'), previous: 700 },
  ])('measures a row by what was accepted for $reported', ({ period: reportedFor, previous }) => {
    const progress = { period: reportedFor, value: 1010, milestonesDone: [], complete: false };
    const later: TaskState = { ...task, subjects: [{ ...subject, progress }] };
    expect(openRowsOf(later, { unitId: 'u', period: q3, kind: 'progress' }, seedRules)[0]?.previousValue).toBe(
      previous,
    );
  });

  it('limits the texts of a contribution, whose row is the task as a whole', () => {
    expect(openRowsOf(task, { unitId: 'v', period: q3, kind: 'contribution' }, seedRules)).toMatchObject([
      {
        subjectId: 'whole/v',
        textLimit: 200,
        previousValue: null,
        subject: { kind: 'whole', title: '打造网络基础设施' },
      },
    ]);
  });

  it('measures a district by its own share of the quarter before', () => {
    const q4 = period('2022Q4');
    const shares: TaskState = {
      ...task,
      obligations: [{ ...obligation, id: 'district-figures/u/2022Q4', kind: 'district-figures', period: q4 }],
      shareValues: [
        { unitId: 'u', subjectId: '1', period: q3, value: 120 },
        { unitId: 'v', subjectId: '1', period: q3, value: 300 },
      ],
    };
    expect(openRowsOf(shares, { unitId: 'u', period: q4, kind: 'district-figures' }, seedRules)[0]?.previousValue).toBe(
      120,
    );
  });

  it('has no rows on a task that is ended or owes nothing', () => {
    expect(openRowsOf({ ...task, phase: 'ended' }, { unitId: 'u', period: q3, kind: 'progress' }, seedRules)).toEqual(
      [],
    );
    expect(openRowsOf(task, { unitId: 'x', period: q3, kind: 'progress' }, seedRules)).toEqual([]);
  });
});
