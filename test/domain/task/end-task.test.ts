import { describe, expect, it } from 'vitest';
import { taskBook } from '../../../domain/task/task-book.ts';
import type { EndTask, TaskCommand } from '../../../domain/task/task-command.ts';
import {
  accepting,
  act,
  actor,
  advance,
  contribution,
  issued,
  lettersAbout,
  on,
  quarter,
  refusalOf,
  report,
  reviewer,
  row,
  startOf,
  takenAndAccepted,
  text,
} from './task-play.ts';

const ending: EndTask = { type: 'endTask', ending: 'completed', by: reviewer };
const third = report('industry', '2022Q3', on('2022-10-11'), [row('1', 900)]);
const fourth = report('industry', '2022Q4', on('2023-01-05'), [
  row('1', 1400, { complete: true, ending: { ending: 'completed', until: null } }),
]);
const inFourth = takenAndAccepted(issued(), third, on('2022-10-13'));
const reported = takenAndAccepted(inFourth, fourth, on('2023-01-06'));
const decided = act(reported, on('2023-01-06', 10), {
  type: 'decideEndings',
  by: reviewer,
  rows: [{ subjectId: '1', ending: 'completed', until: null, value: null, reason: null }],
});

describe('the ending of a task', () => {
  it('is refused while any row has no ending', () => {
    expect(refusalOf(issued(), on('2022-08-23'), ending)).toBe('endings-left');
    expect(refusalOf(reported, on('2023-01-10'), ending)).toBe('endings-left');
  });

  it('is the office’s alone', () => {
    expect(refusalOf(decided, on('2023-01-10'), { ...ending, by: actor('leader', 'city') })).toBe('not-permitted');
  });

  it('ends what supporting units still owe, with every letter about it', () => {
    const open = reported.waiting.filter(({ key }) => key.startsWith('contribution/finance'));
    expect(open.length).toBeGreaterThan(0);
    const ended = act(decided, on('2023-01-06', 11), ending);
    expect(ended.state).toMatchObject({ phase: 'ended', obligations: [], lightDays: [] });
    expect(ended.waiting.map(({ kind }) => kind).toSorted()).toEqual([
      'endings-decided',
      'rows-accepted',
      'task-ended',
    ]);
  });

  it('is told to the lead on the next working morning', () => {
    const ended = act(decided, on('2023-01-13', 18), ending);
    expect(lettersAbout(ended.waiting, 'task#ended')).toEqual(['task-ended officer 2023-01-16']);
    const told = ended.waiting.find(({ key }) => key === 'task#ended');
    expect(told).toMatchObject({ receiver: { unitId: 'industry' }, facts: { period: '2022Q4', taskNumber: '3' } });
  });
});

describe('an ended task', () => {
  const ended = act(decided, on('2023-01-10'), ending);

  it('has no wake any more', () => {
    expect(taskBook.nextWake(ended.state)).toBeNull();
    expect(advance(ended, on('2024-01-01')).events).toHaveLength(ended.events.length);
  });

  const acts: readonly TaskCommand[] = [
    { type: 'issueTask', start: startOf() },
    contribution('finance', '2022Q4', on('2023-01-10')),
    fourth,
    accepting(fourth),
    {
      type: 'fileStatement',
      aboutUnitId: 'industry',
      period: quarter('2022Q4'),
      text: text('t'),
      by: actor('officer', 'finance'),
    },
    { type: 'writeSummary', period: quarter('2022Q4'), text: text('t'), by: actor('officer', 'industry') },
    ending,
  ];
  it.each(acts)('refuses $type', (command) => {
    expect(refusalOf(ended, on('2023-01-11'), command)).toBe('task-closed');
  });

  const silent: readonly TaskCommand[] = [
    { type: 'wake' },
    { type: 'retime' },
    { type: 'noteDeliveryFailure', letterId: 'letter', key: 'task#ended', failureClass: 'mailbox' },
  ];
  it.each(silent)('lets a late $type in and records nothing', (command) => {
    expect(act(ended, on('2023-01-11'), command).last).toEqual([]);
  });
});

describe('a task before its issue', () => {
  const unissued = { ...issued(), state: taskBook.initial, events: [], waiting: [] };

  it.each([fourth, ending, accepting(fourth)])('refuses $type', (command) => {
    expect(refusalOf(unissued, on('2022-08-22'), command)).toBe('task-not-issued');
  });

  it('records no failure of a letter, because its first event is its issue', () => {
    const failure = { type: 'noteDeliveryFailure', letterId: 'letter', key: 'k', failureClass: 'mailbox' } as const;
    expect(act(unissued, on('2022-08-22'), failure).last).toEqual([]);
  });
});

describe('a letter that failed for good', () => {
  it('is noted while the task is open', () => {
    const failure = { type: 'noteDeliveryFailure', letterId: 'letter', key: 'k', failureClass: 'mailbox' } as const;
    const played = act(inFourth, on('2022-10-17'), failure);
    expect(played.last).toEqual([{ ...failure, type: 'deliveryFailed', at: on('2022-10-17'), by: 'system' }]);
  });
});
