import { describe, expect, it } from 'vitest';
import type { WorkingCalendar } from '../../../domain/calendar/working-calendar.ts';
import { plainDate } from '../../../domain/plain-date.ts';
import { taskBook } from '../../../domain/task/task-book.ts';
import { seedCalendar } from '../calendar/seed-calendar.ts';
import {
  type Played,
  accepting,
  act,
  actor,
  advance,
  context,
  deliverableItem,
  issued,
  lettersAbout,
  lightOf,
  on,
  openOf,
  report,
  row,
  rowPlan,
  stagePlan,
  takenAndAccepted,
  text,
} from './task-play.ts';

const known = seedCalendar(2022, 2023);
const within = (played: Played, calendar: WorkingCalendar): Played => ({
  ...played,
  context: { ...context, calendar },
});
const fourth = 'progress/industry/2022Q4';
const blind = advance(issued({}, { ...context, calendar: seedCalendar(2022) }), on('2022-11-01'));

describe('a plan whose calendar ended with 2022', () => {
  const retimed = act(within(blind, known), on('2022-12-15'), { type: 'retime' });

  it('moves the return of the fourth quarter when the table of 2023 comes, and keeps both days', () => {
    expect(openOf(blind, fourth).due).toBe('2023-01-06');
    expect(openOf(retimed, fourth).due).toBe('2023-01-09');
    expect(retimed.last).toMatchObject([
      {
        type: 'obligationsRetimed',
        calendarVersions: { 2022: 1, 2023: 1 },
        changes: [{ obligationId: fourth, before: '2023-01-06', due: { date: '2023-01-09', provisional: false } }],
      },
    ]);
  });

  it('exchanges the reminders for those of the new day', () => {
    expect(lettersAbout(blind.waiting, fourth)).toContain('obligation-reminder officer 2023-01-05');
    expect(lettersAbout(retimed.waiting, fourth)).toEqual([
      'obligation-overdue head 2023-01-12',
      'obligation-overdue head 2023-01-16',
      'obligation-overdue officer 2023-01-10',
      'obligation-overdue officer 2023-01-12',
      'obligation-overdue officer 2023-01-16',
      'obligation-reminder officer 2022-12-28',
      'obligation-reminder officer 2023-01-04',
      'obligation-reminder officer 2023-01-06',
      'obligation-reminder officer 2023-01-09',
    ]);
  });

  it('is retimed once a version', () => {
    expect(act(retimed, on('2022-12-16'), { type: 'retime' }).last).toEqual([]);
  });

  it('leaves what was submitted as it was', () => {
    const taken = act(blind, on('2022-12-20'), report('industry', '2022Q4', on('2022-12-20'), [row('1', 900)]));
    const later = act(within(taken, known), on('2022-12-21'), { type: 'retime' });
    expect(openOf(later, fourth)).toEqual(openOf(taken, fourth));
    expect(later.last).toMatchObject([{ changes: [] }]);
  });

  it('leaves what is overdue as it was', () => {
    const overdue = advance(blind, on('2023-01-08'));
    const later = act(within(overdue, known), on('2023-01-08'), { type: 'retime' });
    expect(openOf(later, fourth)).toMatchObject({ due: '2023-01-06', overdue: true });
  });
});

describe('a corrected table of a year that is under way', () => {
  const corrected = known.map((table) =>
    table.year === 2022
      ? { ...table, version: 2, holidays: [...table.holidays, { name: '临时放假', days: [plainDate('2022-12-27')] }] }
      : table,
  );
  const subjects = [deliverableItem('1', 'industry')];
  const milestones = [{ id: 'm', title: '开工', due: plainDate('2022-12-31') }];
  const third = report('industry', '2022Q3', on('2022-10-10'), [row('1', null)]);
  const planned = takenAndAccepted(
    issued({ subjects }),
    stagePlan('industry', on('2022-09-06'), { 1: rowPlan({ milestones }) }),
  );
  const reported = takenAndAccepted(planned, third);

  it('moves the day on which an item is near due, and its light with it', () => {
    const normal = advance(reported, on('2022-12-21', 1));
    expect(lightOf(normal, '1')).toBe('on-track');
    const moved = act(within(normal, corrected), on('2022-12-21', 2), { type: 'retime' });
    expect(moved.last.map(({ type }) => type)).toEqual(['obligationsRetimed', 'lightsAssessed']);
    expect(lightOf(moved, '1')).toBe('near-due');
  });

  it('keeps the days still to come where it is imported long before', () => {
    const early = act(within(reported, corrected), on('2022-11-01'), { type: 'retime' });
    expect(early.state.lightDays).toEqual(['2022-12-21', '2023-01-01']);
    expect(lightOf(advance(early, on('2022-12-21', 1)), '1')).toBe('near-due');
  });

  it('never makes a day that is past', () => {
    const worked = known.map((table) =>
      table.year === 2022
        ? { ...table, version: 2, holidays: table.holidays.filter(({ name }) => name !== '国庆节') }
        : table,
    );
    const before = advance(issued(), on('2022-10-11'));
    const after = act(within(before, worked), on('2022-10-11'), { type: 'retime' });
    expect(openOf(after, 'progress/industry/2022Q3').due).toBe('2022-10-12');
    expect(taskBook.nextWake(after.state)).toBe(on('2022-10-13', 0));
  });

  it('moves a return on the very day on which it is due, and may make it due that day', () => {
    const third = 'progress/industry/2022Q3';
    const extra = known.map((table) =>
      table.year === 2022
        ? { ...table, version: 2, holidays: [...table.holidays, { name: '临时放假', days: [plainDate('2022-10-12')] }] }
        : table,
    );
    const later = act(within(advance(issued(), on('2022-10-12')), extra), on('2022-10-12'), { type: 'retime' });
    expect(openOf(later, third).due).toBe('2022-10-13');
    const shorter = known.map((table) => ({
      ...table,
      version: 2,
      holidays: table.holidays.map((each) => ({ ...each, days: each.days.filter((day) => day !== '2022-10-07') })),
    }));
    const sooner = act(within(advance(issued(), on('2022-10-11')), shorter), on('2022-10-11'), { type: 'retime' });
    expect(openOf(sooner, third).due).toBe('2022-10-11');
  });

  it('does not move what was sent back', () => {
    const reason = { contentId: 'why', commitment: '0'.repeat(64) };
    const review = accepting(third, { accept: [], sendBack: [{ subjectId: '1', reason }] });
    const back = act(act(planned, on('2022-10-10'), third), on('2022-10-11'), review);
    const after = act(within(back, corrected), on('2022-10-11'), { type: 'retime' });
    expect(openOf(after, 'progress/industry/2022Q3')).toEqual(openOf(back, 'progress/industry/2022Q3'));
  });
});

describe('a finding that is open over the new year', () => {
  const supervisor = actor('supervisor', 'supervision', 'supervisor-1');
  const opened = act(blind, on('2022-12-28'), {
    type: 'openFinding',
    findingId: 'f1',
    subjectId: '1',
    claim: text('claim'),
    method: 'documents',
    checkers: ['supervisor-1', 'supervisor-2'],
    reportedValue: null,
    foundValue: null,
    evidence: { text: text('seen'), hashes: [] },
    by: supervisor,
  });

  it('has the time for its statement counted anew, with the reminders of the new days', () => {
    expect(opened.state.findings).toMatchObject([{ openedOn: '2022-12-28', statementDue: '2023-01-04' }]);
    const retimed = act(within(opened, known), on('2022-12-29'), { type: 'retime' });
    expect(retimed.last).toContainEqual(
      expect.objectContaining({
        type: 'findingRetimed',
        before: '2023-01-04',
        statementDue: expect.objectContaining({ date: '2023-01-05', provisional: false }),
        concludeFrom: '2023-01-06',
      }),
    );
    expect(retimed.state.findings).toMatchObject([{ statementDue: '2023-01-05' }]);
    expect(lettersAbout(retimed.waiting, 'finding/f1')).toEqual([
      'finding-opened officer 2023-01-05',
      'finding-unanswered supervisor 2023-01-06',
    ]);
  });

  it('keeps the day of a statement that was made, and one that has passed', () => {
    const stated = act(opened, on('2022-12-29'), {
      type: 'stateOnFinding',
      findingId: 'f1',
      text: text('view'),
      by: actor('head', 'industry'),
    });
    const types = (played: Played) => played.last.map(({ type }) => type);
    expect(types(act(within(stated, known), on('2022-12-30'), { type: 'retime' }))).not.toContain('findingRetimed');
    expect(types(act(within(opened, known), on('2023-01-05'), { type: 'retime' }))).not.toContain('findingRetimed');
  });
});
