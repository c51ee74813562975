import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../../domain/instant.ts';
import { obligationId } from '../../../../domain/task/obligations.ts';
import type { RecordUrging } from '../../../../domain/task/urging/urging-command.ts';
import { act, actor, advance, issued, on, quarter, refusalOf, report, reviewer, row, text } from '../task-play.ts';

const q3 = obligationId('progress', 'industry', quarter('2022Q3'));
const late = advance(issued(), on('2022-10-13', 9));

function urging(changes: Partial<RecordUrging> = {}): RecordUrging {
  return {
    type: 'recordUrging',
    by: reviewer,
    urgingId: 'u1',
    unitId: 'industry',
    obligationIds: [q3],
    channel: 'phone',
    reached: text('who'),
    promise: null,
    delivers: false,
    ...changes,
  };
}

const promise = (day: string) => ({ text: text('promise'), by: dayOf(on(day)) });
const failure = { type: 'noteDeliveryFailure', letterId: 'l', key: q3, failureClass: 'mailbox' } as const;

describe('a unit that was urged by telephone on 2022-10-13 and promised its report for the 18th', () => {
  const urged = act(late, on('2022-10-13', 10), urging({ promise: promise('2022-10-18') }));

  it('comes back on the office’s list that day where it still owes', () => {
    const due = advance(urged, on('2022-10-18', 8));
    expect(due.last).toMatchObject([{ type: 'promiseDue', at: on('2022-10-18', 0), urgingIds: ['u1'] }]);
    const told = due.waiting.filter(({ kind }) => kind === 'promise-due');
    expect(told).toMatchObject([{ receiver: { seat: 'office' }, dueAt: on('2022-10-18', 9), about: '2022-10-18' }]);
  });

  it('is not named any more once its report is there', () => {
    const reported = act(
      urged,
      on('2022-10-17', 15),
      report('industry', '2022Q3', on('2022-10-17', 15), [row('1', 300)]),
    );
    expect(reported.state.urging.promises).toEqual([]);
    expect(advance(reported, on('2022-10-18', 12)).events.map(({ type }) => type)).not.toContain('promiseDue');
  });

  it('is not named either where the report comes between the wake and the mail', () => {
    const at = on('2022-10-18', 8);
    const reported = act(advance(urged, at), at, report('industry', '2022Q3', at, [row('1', 300)]));
    expect(reported.waiting.map(({ kind }) => kind)).not.toContain('promise-due');
  });
});

describe('a promise for the same day', () => {
  it('comes back on the next', () => {
    const urged = act(late, on('2022-10-13', 10), urging({ promise: promise('2022-10-13') }));
    expect(advance(urged, on('2022-10-14', 8)).last).toMatchObject([{ type: 'promiseDue', at: on('2022-10-14', 0) }]);
  });
});

describe('a reminder that could not be delivered', () => {
  const lost = act(late, on('2022-10-13', 11), failure);

  it('leaves the unit unreached until it was told by hand', () => {
    expect(lost.state.urging.undelivered).toEqual([q3]);
    expect(act(lost, on('2022-10-14'), urging()).state.urging.undelivered).toEqual([q3]);
    expect(act(lost, on('2022-10-14'), urging({ delivers: true })).state.urging.undelivered).toEqual([]);
  });

  it('is forgotten when the report comes', () => {
    const reported = act(lost, on('2022-10-17'), report('industry', '2022Q3', on('2022-10-17'), [row('1', 300)]));
    expect(reported.state.urging.undelivered).toEqual([]);
  });

  it('says nothing where it was about a review', () => {
    const other = act(late, on('2022-10-13', 11), { ...failure, key: `${q3}#review` });
    expect(other.state.urging.undelivered).toEqual([]);
  });
});

describe('an urging is refused', () => {
  it.each([
    { why: 'by a unit', command: urging({ by: actor('officer', 'industry') }), code: 'not-permitted' },
    { why: 'about nothing', command: urging({ obligationIds: [] }), code: 'nothing-urged' },
    { why: 'about what another unit owes', command: urging({ unitId: 'finance' }), code: 'not-owed' },
    { why: 'with a promise for yesterday', command: urging({ promise: promise('2022-10-12') }), code: 'promise-past' },
  ])('$why', ({ command, code }) => {
    expect(refusalOf(late, on('2022-10-13', 10), command)).toBe(code);
  });
});
