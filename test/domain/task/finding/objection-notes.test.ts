import { describe, expect, it } from 'vitest';
import { period } from '../../../../domain/calendar/quarter.ts';
import type { EndObjection, NoteObjection } from '../../../../domain/task/finding/finding-command.ts';
import type { TaskCommand } from '../../../../domain/task/task-command.ts';
import type { TaskTarget } from '../../../../domain/objection/objection-target.ts';
import { type Played, act, actor, issued, on, refusalOf, reviewer, row, text } from '../task-play.ts';

const progress = 'progress/industry/2022Q3';
const other = actor('office', 'dev-reform', 'reviewer-2');

function noting(target: TaskTarget): NoteObjection {
  return { type: 'noteObjection', objectionId: 'objection-1', target };
}

function ending(changes: Partial<EndObjection> = {}): EndObjection {
  return {
    type: 'endObjection',
    objectionId: 'objection-1',
    ending: 'upheld',
    reason: text('because'),
    light: null,
    canReopen: true,
    notBy: [reviewer.personId],
    by: other,
    ...changes,
  };
}

/** A report of the third quarter that the reviewer sent back on Friday 2022-10-14. */
function sentBack(): Played {
  const taken: TaskCommand = {
    type: 'takeRows',
    kind: 'progress',
    unitId: 'industry',
    period: period('2022Q3'),
    act: 'return/1',
    rows: [row('1', 700)],
    submittedAt: on('2022-10-12'),
    submittedBy: actor('head', 'industry'),
    makers: [],
  };
  const { kind, unitId, period: quarter } = taken;
  const back: TaskCommand = {
    type: 'reviewRows',
    kind,
    unitId,
    period: quarter,
    act: 'return/1',
    accept: [],
    sendBack: [{ subjectId: '1', reason: text('why') }],
    ownUnit: false,
    by: reviewer,
  };
  return act(act(issued(), on('2022-10-12'), taken), on('2022-10-14'), back);
}

const rowTarget: TaskTarget = { kind: 'row', taskId: 'task-3', obligationId: progress, subjectId: '1', seq: 5 };
const lightTarget: TaskTarget = { kind: 'light', taskId: 'task-3', subjectId: '1', seq: 2 };

function review(played: Played, by = other): TaskCommand {
  const { kind, unitId, period: quarter, act: of } = played.state.obligations.find(({ id }) => id === progress) ?? {};
  if (kind === undefined || unitId === undefined || quarter === undefined) throw new Error('nothing is owed');
  const decision = { accept: ['1'], sendBack: [], ownUnit: false, by };
  return { type: 'reviewRows', kind, unitId, period: quarter, act: of ?? '', ...decision };
}

describe('an objection to a row that was sent back', () => {
  const objected = act(sentBack(), on('2022-10-17'), noting(rowTarget));

  it('is noted once, and holds nothing up', () => {
    expect(objected.state.objections).toEqual([{ objectionId: 'objection-1', target: rowTarget }]);
    expect(act(objected, on('2022-10-17'), noting(rowTarget)).last).toEqual([]);
  });

  it('upheld, brings the row back to the review of another person within five working days', () => {
    const reopened = act(objected, on('2022-10-18'), ending());
    expect(reopened.last).toMatchObject([
      { type: 'objectionEnded', ending: 'upheld' },
      { type: 'rowsReopened', obligationId: progress, subjectIds: ['1'], reviewDue: '2022-10-25' },
    ]);
    expect(reopened.state.objections).toEqual([]);
    expect(refusalOf(reopened, on('2022-10-19'), review(reopened, reviewer))).toBe('first-reviewer');
    expect(act(reopened, on('2022-10-19'), review(reopened)).last[0]).toMatchObject({ type: 'rowsAccepted' });
  });

  it('upheld, takes back the reminders to send the row again and asks the office', () => {
    const { waiting } = act(objected, on('2022-10-18'), ending());
    expect(waiting.filter(({ key }) => key === progress || key === `${progress}#sent-back`)).toEqual([]);
    const asked = waiting.filter(({ key }) => key === `${progress}#review`);
    expect(asked.map(({ kind, receiver }) => [kind, receiver.seat])).toEqual([['review-due', 'office']]);
  });

  it.each<[string, Partial<EndObjection>]>([
    ['dismissed', { ending: 'dismissed' }],
    ['upheld in part', { ending: 'partly' }],
    ['withdrawn', { ending: 'withdrawn' }],
    ['upheld after the unit began to rework the row', { canReopen: false }],
  ])('%s, leaves the row with the unit', (_, changes) => {
    const over = act(objected, on('2022-10-17'), ending(changes));
    expect(over.last.map(({ type }) => type)).toEqual(['objectionEnded']);
    expect(over.state.obligations.find(({ id }) => id === progress)?.rows[0]?.state).toBe('sent-back');
  });

  it('that nobody noted ends nothing', () => {
    expect(act(sentBack(), on('2022-10-17'), ending()).last).toEqual([]);
  });
});

describe('an objection to a light', () => {
  const objected = act(issued(), on('2022-09-28'), noting(lightTarget));

  it('upheld, puts the decided light in its place', () => {
    const { state } = act(objected, on('2022-09-29'), ending({ light: 'on-track' }));
    expect(state.subjects[0]?.light).toMatchObject({
      light: 'on-track',
      cause: { kind: 'decided', before: 'no-plan', objectionId: 'objection-1' },
    });
  });

  it('dismissed, leaves the light as it was assessed', () => {
    const { state } = act(objected, on('2022-09-29'), ending({ ending: 'dismissed' }));
    expect(state.subjects[0]?.light?.light).toBe('no-plan');
  });
});

describe('an objection to a finding', () => {
  it('upheld, withdraws the conclusion and the light that came with it', () => {
    const supervisor = actor('supervisor', 'supervision', 'supervisor-1');
    const checked = { claim: text('claim'), method: 'on-site', evidence: { text: text('seen'), hashes: [] } } as const;
    const opened = act(issued(), on('2022-09-20'), {
      type: 'openFinding',
      findingId: 'f1',
      subjectId: '1',
      checkers: ['supervisor-1', 'supervisor-2'],
      reportedValue: null,
      foundValue: null,
      ...checked,
      by: supervisor,
    });
    const concluded = act(opened, on('2022-09-28'), {
      type: 'concludeFinding',
      findingId: 'f1',
      outcome: 'unfounded',
      text: text('so'),
      light: 'far-behind',
      by: supervisor,
    });
    const objected = act(
      concluded,
      on('2022-09-29'),
      noting({ kind: 'finding', taskId: 'task-3', findingId: 'f1', seq: 9 }),
    );
    const over = act(objected, on('2022-09-29', 15), ending());
    expect(over.last.map(({ type }) => type)).toEqual(['objectionEnded', 'findingWithdrawn', 'lightsAssessed']);
    expect(over.state.findings[0]?.phase).toBe('withdrawn');
    expect(over.state.subjects[0]?.light).toMatchObject({ light: 'no-plan', cause: { kind: 'no-plan' } });
  });
});
