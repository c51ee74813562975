import { describe, expect, it } from 'vitest';
import { RuleViolation } from '../../../domain/errors.ts';
import { startOfDay } from '../../../domain/instant.ts';
import type {
  AnswerObjection,
  ObjectionCommand,
  WithdrawObjection,
} from '../../../domain/objection/objection-command.ts';
import { objectionBook } from '../../../domain/objection/objection-book.ts';
import { stageToNote } from '../../../domain/objection/objection-state.ts';
import { plainDate } from '../../../domain/plain-date.ts';
import { actor, on, text } from '../task/task-play.ts';
import { type PlayedObjection, filing, foldedAgain, lightTarget, step, unfiled } from './objection-play.ts';

const answer: AnswerObjection = {
  type: 'answerObjection',
  outcome: 'upheld',
  light: null,
  reason: text('because'),
  by: actor('office', 'office', 'reviewer-2'),
};
const withdrawal: WithdrawObjection = {
  type: 'withdrawObjection',
  reason: text('settled'),
  by: actor('head', 'industry'),
};
const noted: ObjectionCommand = { type: 'noteTarget', stage: 'noted', refusal: null };
const ended: ObjectionCommand = { type: 'noteTarget', stage: 'ended', refusal: null };

/** Filed on Monday 2022-10-17: twenty working days later is Monday 2022-11-14. */
const filed = step(unfiled, on('2022-10-17'), filing());

/** By the day on which letters are due. */
function byDay([, , a = '']: readonly string[], [, , b = '']: readonly string[]): number {
  return a < b ? -1 : 1;
}

function refusal(played: PlayedObjection, day: string, command: ObjectionCommand): RuleViolation {
  try {
    step(played, on(day), command);
  } catch (error) {
    if (error instanceof RuleViolation) return error;
    throw error;
  }
  throw new Error(`${command.type} was not refused`);
}

describe('an objection', () => {
  it('is taken until thirty calendar days after receipt, whatever the calendar of working days', () => {
    expect(step(unfiled, on('2022-11-13', 23), filing()).last).toMatchObject([{ type: 'objectionFiled' }]);
  });

  it('is refused the day after, with the rule', () => {
    const { code, message } = refusal(unfiled, '2022-11-14', filing());
    expect(code).toBe('objection-too-late');
    expect(message).toContain('30日内');
    expect(message).toContain('2022年11月13日');
  });

  it('is in time when it reached duban in time, however long duban was away', () => {
    const late = step(unfiled, on('2022-11-20'), filing(), on('2022-11-13', 23));
    expect(late.last).toMatchObject([{ type: 'objectionFiled' }]);
  });

  it('is answered twenty working days later at the latest, counted from the filing', () => {
    expect(filed.last).toMatchObject([{ answerDue: { date: '2022-11-14', workingDays: 20 } }]);
    expect(filed.state.answerDue).toBe('2022-11-14');
  });

  it('asks the office and the supervisor, and reminds both up to the day', () => {
    const steps = filed.waiting.map(({ kind, receiver, dueAt }) => [kind, receiver.seat, dueAt.slice(0, 10)]);
    expect(steps.filter(([, seat]) => seat === 'office').toSorted(byDay)).toEqual([
      ['objection-filed', 'office', '2022-10-18'],
      ['objection-due', 'office', '2022-11-03'],
      ['objection-due', 'office', '2022-11-09'],
      ['objection-due', 'office', '2022-11-11'],
      ['objection-due', 'office', '2022-11-14'],
    ]);
    expect(steps.filter(([, seat]) => seat === 'supervisor')).toHaveLength(5);
  });

  it('is overdue at 00:00 of the day after, once', () => {
    const due = startOfDay(plainDate('2022-11-15'));
    expect(objectionBook.nextWake(filed.state)).toBe(due);
    const overdue = step(filed, due, { type: 'wake' });
    expect(overdue.last).toMatchObject([{ type: 'objectionOverdue', at: due, mailDay: '2022-11-15' }]);
    expect(objectionBook.nextWake(overdue.state)).toBeNull();
    expect(step(overdue, on('2022-11-16'), { type: 'wake' }).last).toEqual([]);
  });

  it('is answered once, told to the unit at once, and asks nobody any more', () => {
    const answered = step(filed, on('2022-11-01'), answer);
    expect(answered.state).toMatchObject({
      phase: 'answered',
      end: { ending: 'upheld', by: { personId: 'reviewer-2' } },
    });
    expect(
      answered.waiting.map(({ kind, receiver, mergeClass }) => [kind, receiver.unitId, receiver.seat, mergeClass]),
    ).toEqual([
      ['objection-answered', 'industry', 'officer', 'urgent'],
      ['objection-answered', 'industry', 'head', 'urgent'],
    ]);
    expect(objectionBook.nextWake(answered.state)).toBeNull();
  });

  it.each<[string, ObjectionCommand, string]>([
    ['filed again', filing(), 'objection-filed'],
    ['answered by who made the decision', { ...answer, by: actor('office', 'office', 'reviewer-1') }, 'first-decider'],
    [
      'answered by a deputy of who made the decision',
      { ...answer, by: { ...actor('office', 'office', 'reviewer-9'), deputyFor: 'reviewer-1' } },
      'first-decider',
    ],
    ['answered from the unit that objects', { ...answer, by: actor('office', 'industry', 'x') }, 'own-work'],
    [
      'answered by the head who filed it, in another seat',
      { ...answer, by: actor('leader', 'group', 'head-of-industry') },
      'own-work',
    ],
    ['answered by a head', { ...answer, by: actor('head', 'finance') }, 'not-permitted'],
    ['given a light where none was objected to', { ...answer, light: 'on-track' }, 'light-not-expected'],
    ['withdrawn by another unit', { ...withdrawal, by: actor('head', 'finance') }, 'not-permitted'],
    ['withdrawn by the officer', { ...withdrawal, by: actor('officer', 'industry') }, 'not-permitted'],
  ])('is not %s', (_, command, code) => {
    expect(refusal(filed, '2022-10-20', command).code).toBe(code);
  });

  it.each<[string, ObjectionCommand, string]>([
    ['by the officer', filing({ by: actor('officer', 'industry') }), 'not-permitted'],
    ['by the head of another unit', filing({ by: actor('head', 'finance') }), 'not-permitted'],
    ['before it is filed', answer, 'objection-not-filed'],
  ])('begins with the head of the unit, not %s', (_, command, code) => {
    expect(refusal(unfiled, '2022-10-20', command).code).toBe(code);
  });

  it.each<[string, ObjectionCommand]>([
    ['answered', answer],
    ['withdrawn', withdrawal],
  ])('takes nothing more once it is %s', (_, command) => {
    const over = step(filed, on('2022-10-20'), command);
    expect(refusal(over, '2022-10-21', answer).code).toBe('objection-closed');
    expect(refusal(over, '2022-10-21', withdrawal).code).toBe('objection-closed');
  });

  it('tells the chain that it is about of its beginning and its end, once each', () => {
    expect(stageToNote(unfiled.state)).toBeNull();
    expect(stageToNote(filed.state)).toBe('noted');
    const known = step(filed, on('2022-10-17'), noted);
    expect(stageToNote(known.state)).toBeNull();
    expect(step(known, on('2022-10-17'), noted).last).toEqual([]);
    expect(step(known, on('2022-10-17'), ended).last).toEqual([]);
    const answered = step(known, on('2022-11-01'), answer);
    expect(stageToNote(answered.state)).toBe('ended');
    expect(stageToNote(step(answered, on('2022-11-01'), ended).state)).toBeNull();
  });

  it('has nothing more to tell a chain that had ended before', () => {
    const gone = { code: 'task-closed', message: '任务已经办结' };
    const known = step(filed, on('2022-10-17'), { type: 'noteTarget', stage: 'noted', refusal: gone });
    expect(stageToNote(step(known, on('2022-11-01'), answer).state)).toBeNull();
  });

  it('is the fold of its ledger’s JSON', () => {
    const over = step(step(filed, on('2022-10-17'), noted), on('2022-11-01'), answer);
    expect(foldedAgain(over)).toEqual(over.state);
  });
});

describe('an objection to a light', () => {
  const toLight = step(unfiled, on('2022-10-17'), filing({ target: lightTarget }));

  it('is upheld with the light that takes its place', () => {
    expect(refusal(toLight, '2022-10-20', answer).code).toBe('light-missing');
    const answered = step(toLight, on('2022-10-20'), { ...answer, light: 'on-track' });
    expect(answered.state.end).toMatchObject({ ending: 'upheld', light: 'on-track' });
  });

  it('changes no light where it is dismissed', () => {
    const dismissed: ObjectionCommand = { ...answer, outcome: 'dismissed', light: 'on-track' };
    expect(refusal(toLight, '2022-10-20', dismissed).code).toBe('light-not-expected');
  });
});
