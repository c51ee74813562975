import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { Seat } from '../../../domain/actor.ts';
import { canonicalText } from '../../../domain/canonical.ts';
import { dayOf, startOfDay } from '../../../domain/instant.ts';
import { fold } from '../../../domain/ledger/book.ts';
import { addDays } from '../../../domain/plain-date.ts';
import { extensionAsked } from '../../../domain/task/change/pending.ts';
import { obligationId } from '../../../domain/task/obligations.ts';
import { taskBook } from '../../../domain/task/task-book.ts';
import { phases } from './phases-of-commands.ts';
import { forbidsEndings } from './ending/forbids-endings.ts';
import type { TaskCommand } from '../../../domain/task/task-command.ts';
import type { TaskEvent } from '../../../domain/task/task-event.ts';
import type { Obligation, ObligationKind, TaskState } from '../../../domain/task/task-state.ts';
import { faultInSteps, faultInYears, manyYears, obligationOf, rowsIn, when } from './every-year.ts';
import { forbidsFinding } from './finding/random-finding.ts';
import { forbidsUrging } from './urging/random-urging.ts';
import { type Step, decided } from './random-year.ts';

const submitters: Readonly<Record<ObligationKind, readonly Seat[]>> = {
  progress: ['head'],
  'stage-plan': ['head'],
  contribution: ['officer', 'head'],
  'district-figures': ['officer', 'head'],
};

function forbiddenBy({ before, command, at }: Step): string | null {
  if (!phases[before.phase].includes(command.type)) return 'phase';
  switch (command.type) {
    case 'issueTask':
      return command.start.issuedBy.seat === 'office' ? null : 'seat';
    case 'takeRows':
      return forbidsTaking(before, command);
    case 'reviewRows':
      return forbidsReview(before, command);
    case 'fileStatement': {
      if (command.by.seat !== 'officer') return 'seat';
      const role = before.parties.find(({ unitId }) => unitId === command.by.unitId)?.role;
      return role === 'support' || role === 'district' ? null : 'role';
    }
    case 'writeSummary': {
      const first = before.parties.filter(({ role }) => role === 'lead').toSorted((a, b) => a.order - b.order)[0];
      return command.by.seat === 'officer' && command.by.unitId === first?.unitId ? null : 'first lead';
    }
    case 'endTask': {
      if (command.by.seat !== 'office') return 'seat';
      return before.subjects.every(({ ending }) => ending !== undefined && ending.ending !== 'awaiting-statistics')
        ? null
        : 'row without an ending';
    }
    case 'openFinding':
    case 'stateOnFinding':
    case 'concludeFinding':
    case 'decideLight':
    case 'noteObjection':
    case 'endObjection':
      return forbidsFinding(before, command, at);
    case 'recordUrging':
      return forbidsUrging(before, command, at);
    case 'decideEndings':
      return forbidsEndings(before, command);
    case 'requestChange':
    case 'withdrawChange':
    case 'decideChange':
    case 'recordInstruction':
    case 'closeOut':
    case 'noteDeliveryFailure':
    case 'retime':
    case 'wake':
      return null;
  }
}

function forbidsTaking(before: TaskState, command: Extract<TaskCommand, { type: 'takeRows' }>): string | null {
  const { kind, unitId, period, submittedBy, rows } = command;
  if (!submitters[kind].includes(submittedBy.seat) || submittedBy.unitId !== unitId) return 'seat';
  const obligation = obligationOf(before, `${kind}/${unitId}/${period}`);
  if (obligation === undefined) return 'obligation';
  const owed = rowsIn(obligation, 'open', 'sent-back');
  return owed.length === 0 || owed.join() !== rows.map(({ subjectId }) => subjectId).join() ? 'rows' : null;
}

function forbidsReview(before: TaskState, command: Extract<TaskCommand, { type: 'reviewRows' }>): string | null {
  const { kind, unitId, period, by, act, accept, sendBack } = command;
  if (by.seat !== 'office' || (kind !== 'progress' && kind !== 'stage-plan')) return 'seat';
  const obligation = obligationOf(before, `${kind}/${unitId}/${period}`);
  if (obligation === undefined || obligation.act !== act) return 'version';
  const decided = [...accept, ...sendBack.map(({ subjectId }) => subjectId)].toSorted();
  return decided.join() === rowsIn(obligation, 'submitted').toSorted().join() ? null : 'rows';
}

const outcomes = [
  ...phases.open.filter((type) => type !== 'wake').map((type) => `${type} accepted`),
  'takeRows rows-mismatch',
  'takeRows not-permitted',
  'takeRows obligation-submitted',
  'takeRows obligation-not-owed',
  'takeRows value-missing',
  'takeRows value-falls',
  'reviewRows own-work',
  'reviewRows superseded-version',
  'reviewRows nothing-to-review',
  'fileStatement not-a-supporting-unit',
  'fileStatement statement-too-late',
  'writeSummary not-the-first-lead',
  'takeRows ending-missing',
  'decideEndings accepted',
  'decideEndings periods-left',
  'decideEndings report-open',
  'decideEndings ending-decided',
  'decideEndings ending-contradicts',
  'decideEndings own-work',
  'endTask endings-left',
  'endTask task-closed',
  'openFinding two-checkers',
  'stateOnFinding statement-too-late',
  'concludeFinding statement-awaited',
  'decideLight unknown-subject',
  'recordUrging not-owed',
  'recordUrging promise-past',
  'issueTask task-issued',
];

function forgotten(obligation: Obligation, state: TaskState): readonly string[] {
  const isOwed = rowsIn(obligation, 'open', 'sent-back').length > 0;
  const isHeld = isOwed && extensionAsked(state.changes, obligation.id) !== null;
  if (isHeld || state.changes.suspended !== null) return [];
  const until = isOwed ? (obligation.resubmitDue ?? obligation.due) : obligation.reviewDue;
  if (until === null) return [`${obligation.id} waits for nobody`];
  if (isOwed ? obligation.overdue : obligation.reviewOverdue) return [];
  const wake = taskBook.nextWake(state);
  return when(
    wake === null || wake > startOfDay(addDays(until, 1)),
    `${obligation.id} is past ${until} without a wake`,
  );
}

/** Days that an event moved, as it keeps them. */
function dueChanges(event: TaskEvent): readonly { obligationId: string; before: string; due: string }[] {
  if (event.type === 'obligationsRetimed')
    return event.changes.map(({ obligationId: id, before, due }) => ({ obligationId: id, before, due: due.date }));
  if (event.type === 'taskResumed')
    return event.obligations.map(({ obligationId: id, before, due }) => ({ obligationId: id, before, due }));
  if (event.type !== 'dueMoved' || event.of.kind === 'item') return [];
  return [{ obligationId: event.of.obligationId, before: event.from, due: event.to }];
}

function isReassigned(events: readonly TaskEvent[]): boolean {
  return events.some(({ type }) => type === 'assignmentChanged');
}

function differences(a: unknown, b: unknown): readonly string[] {
  return when(!isDeepStrictEqual(a, b), `${JSON.stringify(a)}\nis not\n${JSON.stringify(b)}`);
}

describe('in every simulated year of a task', { timeout: 120_000 }, () => {
  it('no command is accepted that the table of phases, seats and rows forbids', () => {
    const fault = faultInSteps((step) => (step.events.length === 0 ? [] : [forbiddenBy(step) ?? []].flat()));
    expect(fault).toBeNull();
  });

  it('every kind of command is both accepted and refused, so that these properties see them all', () => {
    const unseen = new Set(outcomes);
    for (const steps of manyYears()) {
      for (const { command, refusal, events } of steps)
        unseen.delete(`${command.type} ${refusal ?? (events.length > 0 ? 'accepted' : 'nothing')}`);
      if (unseen.size === 0) break;
    }
    expect([...unseen]).toEqual([]);
  });

  it('the fold of the ledger’s JSON from the start is the running state', () => {
    const fault = faultInYears((steps) => {
      const events = JSON.parse(JSON.stringify(steps.flatMap((step) => step.events))) as readonly TaskEvent[];
      return differences(fold(taskBook, taskBook.initial, events), steps.at(-1)?.after);
    });
    expect(fault).toBeNull();
  });

  it('every event and the state survive JSON with the same canonical text', () => {
    const fault = faultInYears((steps) => {
      const kept = { events: steps.flatMap((step) => step.events), state: steps.at(-1)?.after };
      const reread: unknown = JSON.parse(JSON.stringify(kept));
      return [...differences(reread, kept), ...when(canonicalText(reread) !== canonicalText(kept), 'another text')];
    });
    expect(fault).toBeNull();
  });

  it('a state read from the store, with its keys in another order, decides the same', () => {
    const fault = faultInYears((steps) =>
      steps.slice(-8).flatMap(({ before, at, command, context, events, refusal }) => {
        const reread = JSON.parse(canonicalText(before)) as TaskState;
        return differences(decided(reread, { command, at }, context), { events, refusal });
      }),
    );
    expect(fault).toBeNull();
  });

  it('events carry the instant of their command, and that never decreases', () => {
    const fault = faultInSteps(({ at, events, before, after }) => [
      ...when(
        events.some((event) => event.at !== at),
        'another instant',
      ),
      ...when((after.lastAt ?? '') < (before.lastAt ?? ''), 'an earlier instant'),
    ]);
    expect(fault).toBeNull();
  });

  it('every open obligation has a wake ahead, or time has already said of it all that it can', () => {
    const fault = faultInSteps(({ after }) => after.obligations.flatMap((each) => forgotten(each, after)));
    expect(fault).toBeNull();
  });

  it('every later quarter of an open task has a wake ahead', () => {
    const fault = faultInSteps(({ after }) =>
      when(
        after.phase === 'open' &&
          after.changes.suspended === null &&
          after.openedPeriod !== after.lastPeriod &&
          taskBook.nextWake(after) === null,
        'no wake',
      ),
    );
    expect(fault).toBeNull();
  });

  it('a wake at its instant always does something, and the next one is later', () => {
    const fault = faultInSteps(({ before, at, command, events, after }) => {
      const isDue = command.type === 'wake' && taskBook.nextWake(before) === at;
      const next = taskBook.nextWake(after);
      return [...when(isDue && events.length === 0, 'nothing'), ...when(next !== null && next <= at, `again ${next}`)];
    });
    expect(fault).toBeNull();
  });

  it('a wake at any other instant does nothing', () => {
    const fault = faultInSteps(({ before, at, command, events }) =>
      when(command.type === 'wake' && taskBook.nextWake(before) !== at && events.length > 0, 'something'),
    );
    expect(fault).toBeNull();
  });

  it('a due day never changes but by an event that keeps both days, and of what was submitted only by an extension', () => {
    const fault = faultInSteps(({ before, after, events }) => {
      const changes = events.flatMap(dueChanges);
      const isExtended = events.some(({ type }) => type === 'dueMoved');
      return after.obligations.flatMap(({ id, due }) => {
        const was = obligationOf(before, id);
        if (was === undefined || was.due === due) return [];
        const change = changes.find((each) => each.obligationId === id);
        const isKept = change?.before === was.due && change.due === due;
        return when(!isKept || (was.submittedAt !== null && !isExtended), `${id} from ${was.due} to ${due}`);
      });
    });
    expect(fault).toBeNull();
  });

  it('late stays late unless an extension is granted, and the first submission stays the one that counts', () => {
    const fault = faultInSteps(({ before, after, events }) =>
      before.obligations.flatMap((was) => {
        if (was.submittedAt === null || after.phase === 'ended' || isReassigned(events)) return [];
        if (events.some(({ type }) => type === 'dueMoved')) return [];
        const is = obligationOf(after, was.id);
        const settled = after.settled.find(({ id }) => id === was.id);
        const isKept = is === undefined || is.submittedAt === was.submittedAt;
        return when(!isKept || (is ?? settled)?.late !== was.late, was.id);
      }),
    );
    expect(fault).toBeNull();
  });

  it('what is settled stays settled, and is owed again only for items that another assignment brought', () => {
    const fault = faultInSteps(({ before, after, events }) => {
      const reopened = events.flatMap((event) => (event.type === 'obligationsOpened' ? event.obligations : []));
      const isSecond = (id: string) => before.settled.some((was) => was.id === id);
      const isMoved = events.some(({ type }) => type === 'dueMoved');
      return [
        ...when(
          before.settled.some(
            (was) => !after.settled.some(({ id, late }) => id === was.id && (late || !was.late || isMoved)),
          ),
          'a settled one changed',
        ),
        ...when(
          reopened.some(
            (each) => isSecond(obligationId(each.kind, each.unitId, each.period)) && each.from === undefined,
          ),
          'owed twice',
        ),
        ...when(new Set(after.obligations.map(({ id }) => id)).size < after.obligations.length, 'open twice'),
      ];
    });
    expect(fault).toBeNull();
  });

  it('nobody is late or overdue who was approved by the end of the due day', () => {
    const fault = faultInSteps(({ command, events: [taken, lifted], before }) => {
      if (command.type !== 'takeRows' || taken?.type !== 'rowsTaken') return [];
      const was = obligationOf(before, taken.obligationId);
      if (was === undefined || was.submittedAt !== null) return [];
      const isLate =
        dayOf(command.submittedAt) > was.due || before.settled.some(({ id, late }) => id === was.id && late);
      const reason = lifted?.type === 'overdueLifted' ? lifted.reason : null;
      const right = was.overdue ? (isLate ? 'submitted' : 'was-in-time') : null;
      return [...when(taken.late !== isLate, `late ${taken.late}`), ...when(reason !== right, `lifted ${reason}`)];
    });
    expect(fault).toBeNull();
  });

  it('nobody reviews what their own person made or approved', () => {
    const fault = faultInYears((steps) => {
      const makers = new Map<string, readonly string[]>();
      return steps.flatMap(({ command, events }) => {
        for (const event of events)
          if (event.type === 'obligationsOpened')
            for (const each of event.obligations) makers.delete(obligationId(each.kind, each.unitId, each.period));
        if (events.length === 0 || (command.type !== 'takeRows' && command.type !== 'reviewRows')) return [];
        const id = `${command.kind}/${command.unitId}/${command.period}`;
        const own = makers.get(id) ?? [];
        if (command.type === 'reviewRows') return when(own.includes(command.by.personId), id);
        makers.set(id, [...own, command.submittedBy.personId, ...command.makers]);
        return [];
      });
    });
    expect(fault).toBeNull();
  });
});
