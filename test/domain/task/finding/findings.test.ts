import { describe, expect, it } from 'vitest';
import { atHour } from '../../../../domain/instant.ts';
import { plainDate } from '../../../../domain/plain-date.ts';
import type { ConcludeFinding, OpenFinding, StateOnFinding } from '../../../../domain/task/finding/finding-command.ts';
import { lightSentence } from '../../../../domain/task/light-sentence.ts';
import type { TaskCommand } from '../../../../domain/task/task-command.ts';
import { type Played, act, actor, advance, issued, on, refusalOf, text } from '../task-play.ts';

const supervisor = actor('supervisor', 'supervision', 'supervisor-1');

const checked: OpenFinding = {
  type: 'openFinding',
  findingId: 'f1',
  subjectId: '1',
  claim: text('claim'),
  method: 'on-site',
  checkers: ['supervisor-1', 'supervisor-2'],
  reportedValue: 980,
  foundValue: 620,
  evidence: { text: text('seen'), hashes: ['b'.repeat(64)] },
  by: supervisor,
};

const view: StateOnFinding = {
  type: 'stateOnFinding',
  findingId: 'f1',
  text: text('view'),
  by: actor('head', 'industry'),
};

const conclusion: ConcludeFinding = {
  type: 'concludeFinding',
  findingId: 'f1',
  outcome: 'unfounded',
  text: text('so'),
  light: null,
  by: supervisor,
};

/** Opened on Wednesday 2022-09-28: five working days later is Monday 2022-10-10, with the make-up days behind the National Day holidays. */
function opened(): Played {
  return act(issued(), on('2022-09-28'), checked);
}

describe('a finding', () => {
  it('asks the unit for its view until five working days later, urgently, and again on that day', () => {
    const played = opened();
    expect(played.last).toMatchObject([
      { type: 'findingOpened', unitId: 'industry', statementDue: { date: '2022-10-10' } },
    ]);
    const letters = played.waiting.filter(({ key }) => key === 'finding/f1');
    expect(letters.map(({ kind, receiver, dueAt }) => [kind, receiver.unitId, receiver.seat, dueAt])).toEqual([
      ['finding-opened', 'industry', 'officer', on('2022-09-28')],
      ['finding-opened', 'industry', 'head', on('2022-09-28')],
      ['finding-opened', 'industry', 'officer', atHour(plainDate('2022-10-10'), 9)],
      ['finding-unanswered', 'supervision', 'supervisor', atHour(plainDate('2022-10-11'), 9)],
    ]);
  });

  it.each<[string, Partial<OpenFinding>, string]>([
    ['by one person', { checkers: ['supervisor-1'] }, 'two-checkers'],
    ['by the same person twice', { checkers: ['supervisor-1', 'supervisor-1'] }, 'two-checkers'],
    ['that the recorder did not check', { checkers: ['a', 'b'] }, 'not-a-checker'],
    ['of the office', { by: actor('office', 'dev-reform') }, 'not-permitted'],
    ['on a row that the task does not have', { subjectId: '9' }, 'unknown-subject'],
  ])('%s is refused', (_, changes, code) => {
    expect(refusalOf(issued(), on('2022-09-28'), { ...checked, ...changes })).toBe(code);
  });

  it('takes the head’s statement on the last day and none the day after', () => {
    expect(act(opened(), on('2022-10-10', 23), view).last).toMatchObject([{ type: 'findingStated' }]);
    expect(refusalOf(opened(), on('2022-10-11', 0), view)).toBe('statement-too-late');
  });

  it('takes a statement that reached duban in time, however long it was held up', () => {
    const late = act(opened(), on('2022-10-13'), view, on('2022-10-10', 23));
    expect(late.last).toMatchObject([{ type: 'findingStated' }]);
  });

  it.each<[string, { played: Played; day: string; command: TaskCommand; code: string }]>([
    [
      'a statement of another unit',
      {
        played: opened(),
        day: '2022-10-09',
        command: { ...view, by: actor('head', 'finance') },
        code: 'not-permitted',
      },
    ],
    [
      'a statement of an officer',
      {
        played: opened(),
        day: '2022-10-10',
        command: { ...view, by: actor('officer', 'industry') },
        code: 'not-permitted',
      },
    ],
    [
      'a second statement',
      { played: act(opened(), on('2022-10-09'), view), day: '2022-10-09', command: view, code: 'finding-stated' },
    ],
    [
      'a conclusion before the statement or its limit',
      { played: opened(), day: '2022-10-10', command: conclusion, code: 'statement-awaited' },
    ],
    [
      'a conclusion of a finding that is none',
      { played: issued(), day: '2022-10-10', command: conclusion, code: 'unknown-finding' },
    ],
    [
      'a conclusion of the office',
      {
        played: opened(),
        day: '2022-10-11',
        command: { ...conclusion, by: actor('office', 'x') },
        code: 'not-permitted',
      },
    ],
    [
      'a second conclusion',
      {
        played: act(opened(), on('2022-10-11'), conclusion),
        day: '2022-10-13',
        command: conclusion,
        code: 'finding-concluded',
      },
    ],
    [
      'a statement after the conclusion',
      {
        played: act(opened(), on('2022-10-11'), conclusion),
        day: '2022-10-13',
        command: view,
        code: 'finding-concluded',
      },
    ],
  ])('refuses %s', (_, { played, day, command, code }) => {
    expect(refusalOf(played, on(day), command)).toBe(code);
  });

  it('is concluded once the unit has stated its view, or the day after the limit', () => {
    const stated = act(opened(), on('2022-10-09'), view);
    expect(act(stated, on('2022-10-09', 15), conclusion).last).toMatchObject([
      { type: 'findingConcluded', feedbackOn: '2022-10-09', objectionUntil: '2022-11-08' },
    ]);
    expect(act(opened(), on('2022-10-11'), conclusion).last).toMatchObject([{ feedbackOn: '2022-10-11' }]);
  });

  it('tells the unit at once and takes back the letters that asked for its view', () => {
    const concluded = act(opened(), on('2022-10-11'), conclusion);
    expect(concluded.waiting.filter(({ key }) => key === 'finding/f1')).toEqual([]);
    const told = concluded.waiting.filter(({ kind }) => kind === 'finding-concluded');
    expect(told.map(({ receiver, mergeClass }) => [receiver.seat, mergeClass])).toEqual([
      ['officer', 'urgent'],
      ['head', 'urgent'],
      ['office', 'daily'],
    ]);
  });

  it('holds the ending of its task until it is concluded', () => {
    const within = { ...opened(), context: { ...opened().context, decisionVersion: 2 } };
    const end: TaskCommand = { type: 'endTask', ending: 'completed', by: actor('office', 'dev-reform') };
    // Reports of the last quarter stand in the way first: the finding is looked at when they do not.
    const state = { ...within.state, openedPeriod: within.state.lastPeriod, obligations: [] };
    expect(refusalOf({ ...within, state }, on('2022-09-29'), end)).toBe('finding-open');
  });
});

describe('a decided light', () => {
  const decision: TaskCommand = {
    type: 'decideLight',
    subjectId: '1',
    light: 'behind',
    reason: text('why'),
    by: supervisor,
  };

  it('stands with what it was before, and says so', () => {
    const played = act(issued(), on('2022-09-28'), decision);
    const light = played.state.subjects[0]?.light;
    expect(light).toMatchObject({ light: 'behind', cause: { kind: 'decided', before: 'no-plan' } });
    expect(light && lightSentence(light)).toContain('滞后：决定调整，原评定为未设节点，理由见决定记录');
  });

  it('comes with the conclusion of a finding where the supervisor says so', () => {
    const concluded = act(opened(), on('2022-10-11'), { ...conclusion, light: 'far-behind' });
    expect(concluded.last.map(({ type }) => type)).toEqual(['findingConcluded', 'lightDecided']);
    expect(concluded.state.subjects[0]?.light).toMatchObject({ light: 'far-behind', cause: { findingId: 'f1' } });
  });

  it('is not undone by time: the quarter passes without a report and it stands', () => {
    const later = advance(act(issued(), on('2022-09-28'), decision), on('2023-01-05'));
    expect(later.events.some(({ type }) => type === 'obligationsOverdue')).toBe(true);
    expect(later.state.subjects[0]?.light).toMatchObject({ light: 'behind', cause: { kind: 'decided' } });
  });

  it.each<[string, Partial<Extract<TaskCommand, { type: 'decideLight' }>>, string]>([
    ['of a leader', { by: actor('leader', 'group') }, 'not-permitted'],
    ['on a row that the task does not have', { subjectId: '9' }, 'unknown-subject'],
  ])('%s is refused', (_, changes, code) => {
    expect(refusalOf(issued(), on('2022-09-28'), { ...decision, ...changes })).toBe(code);
  });
});
