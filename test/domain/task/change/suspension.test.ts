import { describe, expect, it } from 'vitest';
import { taskBook } from '../../../../domain/task/task-book.ts';
import { act, advance, issued, lettersAbout, lightOf, on, openOf, refusalOf, subjectIn } from '../task-play.ts';
import { asking, changed, granting, laterReport, proposing } from './change-play.ts';

const suspended = changed(issued(), on('2022-09-20'), proposing({ kind: 'suspension' }));
const resume = proposing({ kind: 'resumption' }, { changeId: 'r' });
const granted = granting({ changeId: 'r' });

describe('a task suspended on Tuesday 20 September', () => {
  it('has no wake, no reminder and one light', () => {
    expect(taskBook.nextWake(suspended.state)).toBeNull();
    expect(suspended.waiting.map(({ kind }) => kind).filter((kind) => kind.startsWith('obligation'))).toEqual([]);
    expect(lightOf(suspended, '1')).toBe('suspended');
  });

  it('makes nobody overdue and opens no quarter, however long it stands', () => {
    const later = advance(suspended, on('2022-11-15'));
    expect(later.state).toBe(suspended.state);
  });

  it.each([
    { kind: 'suspension', code: 'task-suspended' },
    { kind: 'target', code: 'task-suspended' },
  ] as const)('takes no request for $kind', ({ kind, code }) => {
    const change =
      kind === 'target'
        ? ({ kind, subjectId: '1', target: { value: 1000, unit: '台', comparator: '>=' } } as const)
        : { kind };
    expect(refusalOf(suspended, on('2022-10-10'), proposing(change))).toBe(code);
  });

  it('tells every unit on it at once', () => {
    const told = suspended.waiting.filter(
      ({ kind, mergeClass }) => kind === 'change-decided' && mergeClass === 'urgent',
    );
    expect(told.map(({ receiver }) => `${receiver.unitId} ${receiver.seat}`).toSorted()).toEqual([
      'finance head',
      'finance officer',
      'industry head',
      'industry officer',
    ]);
  });
});

describe('the same task resumed on Tuesday 15 November, after 37 working days', () => {
  const resumed = changed(suspended, on('2022-11-15'), resume, granted);

  it('moves the item by as many working days, across Spring Festival, with the day before on record', () => {
    expect(subjectIn(resumed, '1').due).toBe('2023-02-27');
    expect(resumed.state.changes.dueMoves).toContainEqual({
      thing: 'item/1',
      from: '2022-12-31',
      to: '2023-02-27',
      cause: 'resumption',
    });
  });

  it('does not ask for the quarter that ended meanwhile, and opens the running one with its own day', () => {
    expect(resumed.state.obligations.map(({ id, due }) => `${id} ${due}`)).toEqual([
      'stage-plan/industry/plan 2022-09-08',
      'progress/industry/2022Q4 2023-01-09',
      'contribution/finance/2022Q4 2022-12-30',
    ]);
    expect(lettersAbout(resumed.waiting, 'progress/industry/2022Q4')).toContain(
      'obligation-reminder officer 2022-12-28',
    );
  });

  it('shows lights again and wakes', () => {
    expect(lightOf(resumed, '1')).toBe('no-plan');
    expect(taskBook.nextWake(resumed.state)).not.toBeNull();
  });
});

describe('a report whose quarter was over when its task was suspended', () => {
  it('is due as many working days later as the task stood, and asked no sooner', () => {
    const late = changed(issued(), on('2022-10-10'), proposing({ kind: 'suspension' }));
    const resumed = changed(late, on('2022-10-14'), resume, granted);
    // 11, 12, 13 and 14 October: four working days after Wednesday the 12th.
    expect(openOf(resumed, 'progress/industry/2022Q3').due).toBe('2022-10-18');
    expect(openOf(advance(resumed, on('2022-10-18')), 'progress/industry/2022Q3').overdue).toBe(false);
    expect(openOf(advance(resumed, on('2022-10-19', 1)), 'progress/industry/2022Q3').overdue).toBe(true);
  });

  it('waits with its extension until the task goes on', () => {
    const asked = act(issued(), on('2022-10-10'), asking('industry', laterReport('industry', '2022Q3', '2022-10-19')));
    const standing = changed(
      asked,
      on('2022-10-10'),
      proposing({ kind: 'suspension' }, { changeId: 's' }),
      granting({ changeId: 's' }),
    );
    expect(
      refusalOf(standing, on('2022-10-11'), granting({ by: { personId: 'o', seat: 'office', unitId: 'dev-reform' } })),
    ).toBe('task-suspended');
    expect(standing.state.changes.pending.map(({ changeId }) => changeId)).toEqual(['c']);
  });
});

describe('a task that a leader terminates', () => {
  const ended = changed(issued(), on('2022-10-10'), asking('industry', { kind: 'termination' }));

  it('ends with all that was owed', () => {
    expect(ended.state).toMatchObject({ phase: 'ended', obligations: [] });
    expect(ended.last.at(-1)).toMatchObject({ type: 'taskEnded', ending: 'terminated' });
    expect(ended.waiting.map(({ kind }) => kind).filter((kind) => kind.startsWith('obligation'))).toEqual([]);
  });
});
