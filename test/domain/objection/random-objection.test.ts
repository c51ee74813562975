import { fc } from '../../support/drawn.ts';
import { describe, expect, it } from 'vitest';
import type { PersonActor, Seat } from '../../../domain/actor.ts';
import { RuleViolation } from '../../../domain/errors.ts';
import { type Instant, dayOf, epochOf, instantOfEpoch } from '../../../domain/instant.ts';
import { objectionBook } from '../../../domain/objection/objection-book.ts';
import type { ObjectionCommand } from '../../../domain/objection/objection-command.ts';
import { stageToNote } from '../../../domain/objection/objection-state.ts';
import { addDays } from '../../../domain/plain-date.ts';
import { faultInLives, when } from '../every-life.ts';
import { actor, on, text } from '../task/task-play.ts';
import {
  type PlayedObjection,
  basis,
  filing,
  foldedAgain,
  lightTarget,
  rowTarget,
  step,
  unfiled,
} from './objection-play.ts';

interface Attempt {
  readonly hours: number;
  readonly what: ObjectionCommand['type'];
  readonly person: number;
  readonly seat: Seat | null;
  readonly bits: number;
}

interface Taken {
  readonly command: ObjectionCommand;
  readonly at: Instant;
  readonly before: PlayedObjection;
  readonly after: PlayedObjection;
}

const attempt: fc.Arbitrary<Attempt> = fc.record({
  hours: fc.oneof(fc.nat(30), fc.nat(24 * 12)),
  what: fc.constantFrom<ObjectionCommand['type']>(
    'fileObjection',
    'fileObjection',
    'answerObjection',
    'withdrawObjection',
    'noteTarget',
    'noteTarget',
    'noteDeliveryFailure',
    'retime',
    'wake',
  ),
  person: fc.nat(4),
  seat: fc.oneof(
    { weight: 6, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom<Seat>('office', 'officer', 'head', 'supervisor', 'leader', 'admin') },
  ),
  bits: fc.nat(11),
});

// Persons 0 and 1 decided first; person 2 may sit in the unit that objects.
const persons = ['reviewer-1', 'reviewer-0', 'head-of-industry', 'other-1', 'other-2'];
const deciders = ['reviewer-1', 'reviewer-0'];

function commandOf({ what, person, seat, bits }: Attempt): ObjectionCommand {
  const by = (right: Seat, unitId: string): PersonActor => actor(seat ?? right, unitId, persons[person] ?? '');
  switch (what) {
    case 'fileObjection': {
      const target = bits % 2 === 0 ? rowTarget : lightTarget;
      return filing({ target, basis: { ...basis, firstDeciders: deciders }, by: by('head', 'industry') });
    }
    case 'answerObjection': {
      const outcome = (['upheld', 'partly', 'dismissed'] as const)[bits % 3] ?? 'upheld';
      return {
        type: what,
        outcome,
        light: bits > 5 ? 'on-track' : null,
        reason: text('so'),
        by: by('office', 'office'),
      };
    }
    case 'withdrawObjection':
      return { type: what, reason: text('settled'), by: by('head', 'industry') };
    case 'noteTarget':
      return { type: what, stage: bits % 2 === 0 ? 'noted' : 'ended', refusal: null };
    case 'noteDeliveryFailure':
      return { type: what, letterId: 'letter', key: 'answer', failureClass: 'mailbox' };
    case 'retime':
    case 'wake':
      return { type: what };
  }
}

function live(attempts: readonly Attempt[]): readonly Taken[] {
  const taken: Taken[] = [];
  let played = unfiled;
  let at = on('2022-10-15');
  const take = (command: ObjectionCommand, when: Instant) => {
    try {
      const after = step(played, when, command);
      taken.push({ command, at: when, before: played, after });
      played = after;
    } catch (error) {
      if (!(error instanceof RuleViolation)) throw error;
    }
  };
  for (const each of attempts) {
    at = instantOfEpoch(epochOf(at) + each.hours * 3_600_000);
    const wake = objectionBook.nextWake(played.state);
    if (wake !== null && wake <= at) take({ type: 'wake' }, wake);
    take(commandOf(each), at);
  }
  return taken;
}

const faultIn = faultInLives(fc.array(attempt, { maxLength: 25 }), live, 500);

describe('whatever is tried on an objection', () => {
  it('is filed in time by the head, and ended once', () => {
    const fault = faultIn((taken) => {
      const filed = taken.filter(({ command, after }) => command.type === 'fileObjection' && after.last.length > 0);
      const ends = taken
        .flatMap(({ after }) => after.last)
        .filter(({ type }) => type === 'objectionAnswered' || type === 'objectionWithdrawn');
      const late = filed.filter(({ at }) => dayOf(at) > addDays(basis.receivedOn, 30));
      const seats = filed.filter(({ command }) => 'by' in command && command.by.seat !== 'head');
      return [
        ...when(filed.length > 1 || ends.length > 1, 'twice'),
        ...when(late.length > 0, 'late'),
        ...when(seats.length > 0, 'not the head'),
      ];
    });
    expect(fault).toBeNull();
  });

  it('is answered by nobody who decided first, or who objects', () => {
    const fault = faultIn((taken) =>
      taken.flatMap(({ before, after }) =>
        after.last.flatMap((event) => {
          if (event.type !== 'objectionAnswered') return [];
          const { personId } = event.by;
          return when(deciders.includes(personId) || before.state.filedBy.includes(personId), personId);
        }),
      ),
    );
    expect(fault).toBeNull();
  });

  it('gives a light in place of a light that falls, and of nothing else', () => {
    const fault = faultIn((taken) =>
      taken.flatMap(({ before, after }) =>
        after.last.flatMap((event) => {
          if (event.type !== 'objectionAnswered') return [];
          const isLight = before.state.target?.kind === 'light';
          const isMissing = isLight && event.outcome === 'upheld' && event.light === null;
          const isTooMuch = event.light !== null && (!isLight || event.outcome === 'dismissed');
          return when(isMissing || isTooMuch, `${event.outcome} ${event.light}`);
        }),
      ),
    );
    expect(fault).toBeNull();
  });

  it('has a wake ahead while it is open and not overdue, and otherwise none', () => {
    const fault = faultIn((taken) =>
      taken.flatMap(({ after: { state } }) => {
        const wake = objectionBook.nextWake(state);
        return when((wake !== null) !== (state.phase === 'open' && !state.overdue), `${state.phase} ${wake}`);
      }),
    );
    expect(fault).toBeNull();
  });

  it('tells its target of the end only after the beginning, and its letters that ask end with it', () => {
    const fault = faultIn((taken) =>
      taken.flatMap(({ after: { state, events, waiting } }) => {
        const stages = events.flatMap((event) => (event.type === 'targetNoted' ? [event.stage] : []));
        const asks = waiting.filter(({ key }) => key === 'answer' || key === 'filed');
        return [
          ...when(!['', 'noted', 'noted,ended'].includes(stages.join()), stages.join()),
          ...when(state.phase !== 'open' && asks.length > 0, 'still asked'),
          ...when(stageToNote(state) === 'ended' && state.phase === 'open', 'ended while open'),
        ];
      }),
    );
    expect(fault).toBeNull();
  });

  it('is the fold of its ledger’s JSON', () => {
    const fault = faultIn((taken) => {
      const last = taken.at(-1)?.after;
      return when(
        last !== undefined && JSON.stringify(foldedAgain(last)) !== JSON.stringify(last.state),
        'another state',
      );
    });
    expect(fault).toBeNull();
  });
});
