import { describe, expect, it } from 'vitest';
import { plainDate } from '../../../domain/plain-date.ts';
import {
  accepting,
  act,
  advance,
  contribution,
  deliverableItem,
  issued,
  lettersAbout,
  numberItem,
  on,
  report,
  row,
  takenAndAccepted,
  text,
} from './task-play.ts';

const id = 'progress/industry/2022Q3';
const third = report('industry', '2022Q3', on('2022-10-08'), [row('1', 300)]);

describe('the letters of a return that nobody files', () => {
  const silent = advance(issued(), on('2022-12-31'));

  it('remind the officer before and after the due day, and the head on the third and fifth working day after it', () => {
    expect(lettersAbout(silent.sent, id)).toEqual([
      'obligation-overdue head 2022-10-17',
      'obligation-overdue head 2022-10-19',
      'obligation-overdue officer 2022-10-13',
      'obligation-overdue officer 2022-10-17',
      'obligation-overdue officer 2022-10-19',
      'obligation-reminder officer 2022-09-28',
      'obligation-reminder officer 2022-10-09',
      'obligation-reminder officer 2022-10-11',
      'obligation-reminder officer 2022-10-12',
    ]);
  });

  it('say of which task and for how many rows they speak', () => {
    const letter = silent.sent.find(({ key }) => key === id);
    expect(letter).toMatchObject({
      mergeClass: 'daily',
      about: '2022-10-12',
      facts: {
        taskId: 'task-3',
        taskNumber: '3',
        obligationKind: 'progress',
        unitId: 'industry',
        period: '2022Q3',
        rows: 1,
      },
    });
  });
});

describe('a return filed three working days before it is due', () => {
  const filed = act(issued(), on('2022-10-09', 8), third);

  it('ends the reminders that were not yet sent', () => {
    expect(lettersAbout(filed.sent, id)).toEqual(['obligation-reminder officer 2022-09-28']);
    expect(lettersAbout(filed.waiting, id)).toEqual([]);
  });

  it('tells the office in the morning, and again on the last day of its clock', () => {
    expect(lettersAbout(filed.waiting, `${id}#review`)).toEqual([
      'review-due office 2022-10-09',
      'review-due office 2022-10-14',
    ]);
    const receivers = filed.waiting.filter(({ kind }) => kind === 'review-due').map(({ receiver }) => receiver);
    expect(receivers).toEqual(receivers.map(() => ({ unitId: 'dev-reform', seat: 'office' })));
  });

  it('is told to be accepted on the next working morning, and the office hears no more of it', () => {
    const accepted = act(filed, on('2022-10-14', 17), accepting(third));
    expect(lettersAbout(accepted.waiting, `${id}#accepted`)).toEqual(['rows-accepted officer 2022-10-17']);
    expect(lettersAbout(accepted.waiting, `${id}#review`)).toEqual([]);
    expect(accepted.waiting.find(({ kind }) => kind === 'rows-accepted')?.step).toBe(third.act);
  });
});

describe('a row that is sent back', () => {
  const twoRows = issued({ subjects: [numberItem('1', 'industry'), deliverableItem('2', 'industry')] });
  const taken = act(twoRows, on('2022-10-09', 8), { ...third, rows: [row('1', 300), row('2', null)] });
  const sendBack = [{ subjectId: '2', reason: text('why') }];
  const back = act(taken, on('2022-10-15', 20), accepting(third, { accept: ['1'], sendBack }));

  it('is told at once, on a Saturday evening', () => {
    const letter = back.waiting.find(({ kind }) => kind === 'rows-sent-back');
    expect(letter).toMatchObject({ mergeClass: 'urgent', dueAt: on('2022-10-15', 20), about: '2022-10-19' });
    expect(letter?.facts['rows']).toBe(1);
  });

  it('is reminded of for its one row, and the other row is told to be accepted', () => {
    expect(back.waiting.filter(({ key }) => key === id).map(({ facts }) => facts['rows'])).toEqual(
      Array.from({ length: 7 }, () => 1),
    );
    expect(lettersAbout(back.waiting, `${id}#accepted`)).toEqual(['rows-accepted officer 2022-10-17']);
  });

  it('ends its letters when it comes again', () => {
    const again = { ...third, act: 'v2', rows: [row('2', null)], submittedAt: on('2022-10-17') };
    const resubmitted = act(back, on('2022-10-17'), again);
    expect(lettersAbout(resubmitted.waiting, id)).toEqual([]);
    expect(lettersAbout(resubmitted.waiting, `${id}#sent-back`)).toEqual([]);
  });
});

describe('a whole period of an officer who files each thing in time', () => {
  it('brings at most six letters a task from the first reminder to the acceptance', () => {
    const played = takenAndAccepted(
      act(issued(), on('2022-09-28', 15), contribution('finance', '2022Q3', on('2022-09-28', 15))),
      { ...third, submittedAt: on('2022-10-10', 15) },
      on('2022-10-13'),
    );
    const letters = [...played.sent, ...played.waiting];
    const ofThird = letters.filter(({ facts }) => facts['period'] === '2022Q3');
    const days = (unitId: string) =>
      new Set(
        ofThird
          .filter(({ receiver }) => receiver.unitId === unitId && receiver.seat === 'officer')
          .map(({ dueAt }) => dueAt),
      ).size;
    expect([days('industry'), days('finance')]).toEqual([3, 2]);
  });
});

describe('an office that reviews on the day of arrival', () => {
  it('is told once where its last day is the same morning', () => {
    const short = { ...issued().context, rules: { ...issued().context.rules, reviewWorkingDays: 0 } };
    const played = act(issued({}, short), on('2022-10-09', 8), third);
    expect(lettersAbout(played.waiting, `${id}#review`)).toEqual(['review-due office 2022-10-09']);
    expect(played.state.obligations.find((each) => each.id === id)?.reviewDue).toBe(plainDate('2022-10-09'));
  });
});
