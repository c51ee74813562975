import { describe, expect, it } from 'vitest';
import { isWorkingDay } from '../../../domain/calendar/working-calendar.ts';
import { canonicalText } from '../../../domain/canonical.ts';
import { dayOf, mailHour } from '../../../domain/instant.ts';
import type { LetterKind } from '../../../domain/ledger/letter.ts';
import { extensionAsked } from '../../../domain/task/change/pending.ts';
import { isDone, isFinal } from '../../../domain/task/ending/row-ending.ts';
import { taskBook } from '../../../domain/task/task-book.ts';
import type { RowAssessment } from '../../../domain/task/task-event.ts';
import type { TaskState } from '../../../domain/task/task-state.ts';
import { approverOf } from '../../../domain/paper-approval.ts';
import { approversOf } from '../on-paper.ts';
import { faultInSteps, faultInYears, obligationOf, rowsIn, when } from './every-year.ts';
import type { KeptLetter, Step } from './random-year.ts';

/** Whether what the letter is about is still open, by the key that contracts fix. */
function isAlive({ letter: { key } }: KeptLetter, state: TaskState): boolean {
  const [id = '', part = ''] = key.split('#');
  if (key === 'task#endings') return true;
  if (key === 'task#statistics') return state.subjects.some(({ ending }) => ending?.asked === true);
  if (part === 'accepted' || key === 'task#ended' || key === 'instruction') return true;
  if (key.startsWith('light/') || part === 'concluded') return true;
  if (id.startsWith('change/'))
    return part !== '' || state.changes.pending.some(({ changeId }) => id === `change/${changeId}`);
  if (key.startsWith('finding/'))
    return state.findings.some((each) => key === `finding/${each.id}` && each.phase === 'open');
  if (key.startsWith('promise/')) return state.urging.promises.some(({ urgingId }) => key === `promise/${urgingId}`);
  const obligation = obligationOf(state, id);
  if (obligation === undefined) return false;
  if (part === 'review') return rowsIn(obligation, 'submitted').length > 0;
  return part === 'sent-back'
    ? rowsIn(obligation, 'sent-back').length > 0
    : rowsIn(obligation, 'open', 'sent-back').length > 0;
}

function assessments({ events }: Step): readonly RowAssessment[] {
  return events.flatMap((event) => (event.type === 'lightsAssessed' ? event.assessments : []));
}

describe('in every simulated year, a letter', { timeout: 120_000 }, () => {
  it('never waits for a thing that has ended', () => {
    const fault = faultInSteps(({ after, waiting }) =>
      waiting.filter((each) => !isAlive(each, after)).map(({ letter: { kind, key } }) => `${kind} ${key}`),
    );
    expect(fault).toBeNull();
  });

  it('is made for no moment that is past, and on working days at 09:00 unless it is urgent', () => {
    const fault = faultInSteps(({ at, made }) =>
      made.flatMap(({ calendar, letter: { kind, dueAt, mergeClass } }) => {
        const day = dayOf(dueAt);
        const isMorning = dueAt === mailHour(day) && isWorkingDay(calendar, day);
        return when(dueAt < at || (mergeClass === 'daily' && !isMorning), `${kind} ${dueAt}`);
      }),
    );
    expect(fault).toBeNull();
  });

  it('has an id of its own', () => {
    const fault = faultInYears((steps) => {
      const ids = steps
        .flatMap(({ made }) => made)
        .map(({ seq, letter: { kind, receiver, key, step } }) =>
          [seq, kind, receiver.unitId, receiver.seat, key, step].join('/'),
        );
      return ids.filter((id, index) => ids.indexOf(id) < index);
    });
    expect(fault).toBeNull();
  });

  it('reminds of every due day that lies ahead of an obligation that is owed', () => {
    const fault = faultInSteps(({ after, waiting, at, context }) =>
      after.obligations.flatMap((each) => {
        const due = each.resubmitDue ?? each.due;
        if (rowsIn(each, 'open', 'sent-back').length === 0 || mailHour(due) <= at) return [];
        if (after.changes.suspended !== null || !isWorkingDay(context.calendar, due)) return [];
        return when(!waiting.some(({ letter }) => letter.key === each.id && dayOf(letter.dueAt) === due), each.id);
      }),
    );
    expect(fault).toBeNull();
  });
});

const tidings: readonly LetterKind[] = [
  'endings-decided',
  'finding-concluded',
  'light-decided',
  'rows-accepted',
  'task-ended',
  'change-decided',
  'task-assigned',
  'instruction-given',
];

describe('in every simulated year, an ending', { timeout: 120_000 }, () => {
  it('leaves no wake, no obligation and no letter but those that tell of what was decided', () => {
    const fault = faultInSteps(({ after, waiting }) => {
      if (after.phase !== 'ended') return [];
      const left = waiting.filter(({ letter: { kind } }) => !tidings.includes(kind));
      return [
        ...when(taskBook.nextWake(after) !== null, 'a wake'),
        ...when(after.obligations.length > 0, 'an obligation'),
        ...left.map(({ letter }) => letter.key),
      ];
    });
    expect(fault).toBeNull();
  });

  it('is followed by nothing', () => {
    const fault = faultInSteps(({ before, events }) => when(before.phase === 'ended' && events.length > 0, 'an event'));
    expect(fault).toBeNull();
  });
});

describe('in every simulated year, the end of a task', { timeout: 120_000 }, () => {
  it('leaves every row with an ending, and with a named day where that is not the last word', () => {
    let rows = 0;
    const fault = faultInSteps(({ after, events }) => {
      const isTerminated = events.some((event) => event.type === 'taskEnded' && event.ending === 'terminated');
      const isOver = events.some(({ type }) => type === 'yearClosed' || type === 'taskEnded');
      if (!isOver || isTerminated) return [];
      return after.subjects.flatMap(({ id, ending }) => {
        if (ending === undefined) return [`${id} without an ending`];
        rows += 1;
        return when(
          !isDone(ending) && ending.ending !== 'carried-over' && ending.until === null,
          `${id} without a day`,
        );
      });
    });
    expect(fault).toBeNull();
    expect(rows).toBeGreaterThan(0);
  });

  it('never comes while a finding or an objection is open, unless the leader terminates the task', () => {
    let held = 0;
    const fault = faultInSteps(({ before, events, refusal }) => {
      if (refusal === 'finding-open' || refusal === 'objection-open') held += 1;
      const isOver = events.some(
        (event) => event.type === 'yearClosed' || (event.type === 'taskEnded' && event.ending !== 'terminated'),
      );
      const isOpen = before.findings.some(({ phase }) => phase === 'open') || before.objections.length > 0;
      return when(isOver && isOpen, 'ended under review');
    });
    expect(fault).toBeNull();
    expect(held).toBeGreaterThan(0);
  });

  it('comes only when no statistics are awaited any more', () => {
    const fault = faultInSteps(({ after, events }) =>
      events.flatMap((event) => {
        if (event.type !== 'taskEnded' || event.ending === 'terminated') return [];
        return when(
          after.subjects.some(({ ending }) => !isFinal(ending)),
          'statistics awaited',
        );
      }),
    );
    expect(fault).toBeNull();
  });
});

describe('in every simulated year, a light', { timeout: 120_000 }, () => {
  it('calls nobody behind before a report said so or failed to come', () => {
    const fault = faultInSteps((step) =>
      assessments(step).flatMap(({ subjectId, assessment: { light, cause } }) => {
        const isReported = step.after.subjects.some(({ id, progress }) => id === subjectId && progress !== null);
        // A ceiling may have been passed before the issue: then the stage plan itself says so.
        const isFounded = isReported || cause.kind === 'report-overdue' || cause.kind === 'ceiling';
        return when((light === 'behind' || light === 'far-behind') && !isFounded, `${subjectId} ${cause.kind}`);
      }),
    );
    expect(fault).toBeNull();
  });

  it('never shows on a tracked row', () => {
    const fault = faultInSteps(({ after }) =>
      after.subjects.filter(({ tracked, light }) => tracked && light !== null).map(({ id }) => id),
    );
    expect(fault).toBeNull();
  });

  it('speaks of no missing report that has come', () => {
    const fault = faultInSteps(({ after }) =>
      after.subjects.flatMap(({ id, light }) => {
        if (light?.cause.kind !== 'report-overdue' || after.phase === 'ended') return [];
        const { period } = light.cause;
        const missing = after.obligations.filter((each) => each.kind === 'progress' && each.period === period);
        const owes = missing.some(
          ({ submittedAt, rows }) => submittedAt === null && rows.some((row) => row.subjectId === id),
        );
        return when(!owes, id);
      }),
    );
    expect(fault).toBeNull();
  });

  it('is assessed once for one content', () => {
    const fault = faultInSteps((step) =>
      assessments(step).flatMap(({ subjectId, assessment, behindPeriods, recoveredIn }) => {
        const was = step.before.subjects.find(({ id }) => id === subjectId);
        const content = ({ light, cause }: { readonly light: unknown; readonly cause: unknown }, trend: unknown) =>
          canonicalText({ light, cause, trend });
        if (was === undefined || was.light === null) return [];
        const shown = content(was.light, [was.behindPeriods, was.recoveredIn]);
        return when(shown === content(assessment, [behindPeriods, recoveredIn]), subjectId);
      }),
    );
    expect(fault).toBeNull();
  });
});

describe('in every simulated year, a change', { timeout: 120_000 }, () => {
  it('of a due day that is being decided makes nobody overdue', () => {
    const fault = faultInSteps(({ before, events, command }) =>
      events.flatMap((event) => {
        if (event.type !== 'obligationsOverdue' || command.type !== 'wake') return [];
        return event.obligationIds.filter((id) => extensionAsked(before.changes, id) !== null);
      }),
    );
    expect(fault).toBeNull();
  });

  it('of a due day that is being decided is on no slip: what it is about is overdue for nobody', () => {
    const fault = faultInSteps(({ after }) =>
      after.obligations
        .filter(({ id, overdue }) => overdue && extensionAsked(after.changes, id) !== null)
        .map(({ id }) => id),
    );
    expect(fault).toBeNull();
  });

  it('is decided by nobody who asked for it, on paper or online, and at most once by the office for one thing', () => {
    const signed = new Set<string>();
    const fault = faultInSteps(({ before, events, command }) => {
      if ((command.type !== 'decideChange' && command.type !== 'requestChange') || events.length === 0) return [];
      if (command.paper !== undefined) signed.add(`${command.paper.signer.seat} ${command.type}`);
      if (command.type === 'requestChange') return [];
      const pending = before.changes.pending.find(({ changeId }) => changeId === command.changeId);
      const isOwn = approversOf(command).some((person) => pending?.askedBy.includes(person) === true);
      const right = pending?.decider === 'leader' ? 'leader' : 'office';
      const { seat } = approverOf(command);
      return [...when(isOwn, 'own work'), ...when(seat !== right, seat)];
    });
    expect(fault).toBeNull();
    expect([...signed]).toEqual(expect.arrayContaining(['head requestChange', 'leader decideChange']));
  });

  it('leaves no task without a lead, no item without a unit that is on the task, and no lead without a row', () => {
    const fault = faultInSteps(({ after, events }) => {
      if (!events.some(({ type }) => type === 'assignmentChanged')) return [];
      const units = new Set(after.parties.map(({ unitId }) => unitId));
      const leads = after.parties.filter(({ role }) => role === 'lead');
      return [
        ...when(leads.length === 0, 'no lead'),
        ...after.subjects.filter(({ unitId }) => !units.has(unitId)).map(({ id }) => `${id} without a unit`),
        ...leads
          .filter(({ unitId }) => after.subjects.every((subject) => subject.unitId !== unitId))
          .map(({ unitId }) => `${unitId} without a row`),
      ];
    });
    expect(fault).toBeNull();
  });

  it('lets no time pass for a task that stands still', () => {
    const fault = faultInSteps(({ before, events, command }) =>
      when(command.type === 'wake' && before.changes.suspended !== null && events.length > 0, 'a wake'),
    );
    expect(fault).toBeNull();
  });
});
