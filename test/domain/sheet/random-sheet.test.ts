import { describe, expect, it } from 'vitest';
import { type PersonActor, type Seat, seats } from '../../../domain/actor.ts';
import { RuleViolation } from '../../../domain/errors.ts';
import { type Instant, epochOf, instantOfEpoch } from '../../../domain/instant.ts';
import { fold } from '../../../domain/ledger/book.ts';
import { decideSheet } from '../../../domain/sheet/decide.ts';
import { sheetBook } from '../../../domain/sheet/sheet-book.ts';
import type { SheetCommand } from '../../../domain/sheet/sheet-command.ts';
import type { SheetEvent } from '../../../domain/sheet/sheet-event.ts';
import type { SheetState } from '../../../domain/sheet/sheet-state.ts';
import { fc } from '../../support/drawn.ts';
import { faultInLives, when } from '../every-life.ts';
import { approvedBy, approversOf } from '../on-paper.ts';
import { context, on, text } from '../plan/plan-play.ts';

interface Attempt {
  readonly what: SheetCommand['type'];
  readonly hours: number;
  readonly person: string;
  /** Who records the signature on a print; null where the approval is given online. */
  readonly recorder: string | null;
  /** Null for the right seat. */
  readonly seat: Seat | null;
  readonly isStale: boolean;
}

interface Drawn {
  readonly approver: 'head' | 'leader';
  readonly attempts: readonly Attempt[];
}

interface Taken {
  readonly command: SheetCommand;
  readonly before: SheetState;
  readonly events: readonly SheetEvent[];
}

const sheets: fc.Arbitrary<Drawn> = fc.record({
  approver: fc.constantFrom('head', 'leader'),
  attempts: fc.array(
    fc.record({
      what: fc.constantFrom<SheetCommand['type']>(
        'draftSheet',
        'draftSheet',
        'askSheetApproval',
        'refuseSheet',
        'approveSheet',
        'approveSheet',
        'withdrawSheet',
        'noteSheetOutcome',
      ),
      hours: fc.nat(40),
      person: fc.constantFrom('p', 'q', 'r'),
      recorder: fc.constantFrom(null, 'p', 'q'),
      seat: fc.oneof(
        { weight: 9, arbitrary: fc.constant(null) },
        { weight: 1, arbitrary: fc.constantFrom<Seat>(...seats) },
      ),
      isStale: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
    }),
    { minLength: 3, maxLength: 20 },
  ),
});

function live({ approver, attempts }: Drawn): readonly Taken[] {
  const taken: Taken[] = [];
  let state = sheetBook.initial;
  let at = on('2022-10-08', 9);
  for (const attempt of attempts) {
    at = instantOfEpoch(epochOf(at) + attempt.hours * 3_600_000);
    const command = commandOf(attempt, { approver, state, at });
    try {
      const events = decideSheet(state, command, { at, context });
      taken.push({ command, before: state, events });
      state = fold(sheetBook, state, events);
    } catch (error) {
      if (!(error instanceof RuleViolation)) throw error;
    }
  }
  return taken;
}

function commandOf(
  { what, person, recorder, seat, isStale }: Attempt,
  { approver, state, at }: { readonly approver: 'head' | 'leader'; readonly state: SheetState; readonly at: Instant },
): SheetCommand {
  const isForLeader = approver === 'leader';
  const unitId = isForLeader ? 'leaders' : 'u';
  const drafter: PersonActor = isForLeader
    ? { personId: person, seat: seat ?? 'office', unitId: 'office' }
    : { personId: person, seat: seat ?? 'officer', unitId };
  const decider: PersonActor = { personId: person, seat: seat ?? approver, unitId };
  const version = isStale ? state.version - 1 : state.version;
  const code = (n: number) => `C-${n}`;
  switch (what) {
    case 'draftSheet': {
      const named = { planId: 'plan', sheetId: 's', key: 'k', unitId, approver, actType: 'requestChange' } as const;
      return { type: what, by: drafter, ...named, content: text('act'), checkCode: code(state.version + 1) };
    }
    case 'askSheetApproval':
    case 'withdrawSheet':
      return { type: what, by: drafter };
    case 'refuseSheet':
      return { type: what, by: decider, reason: text('why') };
    case 'approveSheet': {
      const print = { at, officeUnitId: 'office', checkCode: code(version) };
      // A stale print bears the code of the version before, and is recorded as one of the present.
      return { type: what, ...approvedBy(decider, recorder, print), version: state.version };
    }
    case 'noteSheetOutcome':
      return { type: what, version, refusal: isStale ? { code: 'no', message: '不能办理' } : null };
  }
}

const faultIn = faultInLives(sheets, live, 500);

describe('whatever is tried on a sheet', () => {
  it('is approved, on paper or online, by nobody who drafted any version of it or sent it up', () => {
    const ways = new Set<string>();
    const fault = faultIn((life) =>
      life.flatMap(({ events }, index) =>
        events.flatMap((event) => {
          if (event.type !== 'sheetApproved') return [];
          ways.add(event.paper === undefined ? 'online' : 'on paper');
          const made = life
            .slice(0, index)
            .flatMap((each) => each.events)
            .flatMap((each) => (each.type === 'sheetDrafted' || each.type === 'sheetAsked' ? [each.by.personId] : []));
          const approvers = approversOf(event);
          return when(
            approvers.some((person) => made.includes(person)),
            `${approvers.join()} made it`,
          );
        }),
      ),
    );
    expect(fault).toBeNull();
    expect([...ways].toSorted()).toEqual(['on paper', 'online']);
  });

  it('is approved only by the seat that it was drawn up for', () => {
    const fault = faultIn((life) =>
      life.flatMap(({ events, before, command }) => {
        if (command.type !== 'approveSheet' || events.length === 0) return [];
        const signer = command.paper?.signer ?? command.by;
        return when(signer.seat !== before.approver || signer.unitId !== before.unitId, signer.seat);
      }),
    );
    expect(fault).toBeNull();
  });

  it('takes no print of another version than the one that stands', () => {
    const fault = faultIn((life) =>
      life.flatMap(({ events, before, command }) =>
        when(
          command.type === 'approveSheet' &&
            events.length > 0 &&
            command.paper !== undefined &&
            command.paper.checkCode !== before.checkCode,
          'a void print',
        ),
      ),
    );
    expect(fault).toBeNull();
  });
});
