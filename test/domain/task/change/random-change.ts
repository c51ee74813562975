import type { Seat } from '../../../../domain/actor.ts';
import { nextWorkingDay } from '../../../../domain/calendar/working-calendar.ts';
import { dayOf, type Instant } from '../../../../domain/instant.ts';
import { addDays } from '../../../../domain/plain-date.ts';
import type { Approval } from '../../../../domain/paper-approval.ts';
import type { TaskChange } from '../../../../domain/task/change/task-change.ts';
import type { TaskCommand } from '../../../../domain/task/task-command.ts';
import type { TaskState } from '../../../../domain/task/task-state.ts';
import { seedCalendar } from '../../calendar/seed-calendar.ts';
import { approvedBy } from '../../on-paper.ts';
import { numberItem, text } from '../task-play.ts';

/** The plain numbers of which a request or a decision is made. */
interface Dice {
  readonly which: number;
  readonly person: number;
  /** The seat in which it is done; null for the right one. */
  readonly seat: Seat | null;
  readonly value: number;
  readonly bits: number;
  readonly spoil: number;
}

const calendar = seedCalendar(2022, 2023);

const units = ['industry', 'finance', 'culture', 'harbour', 'newcomer'] as const;

function person({ person: number, seat }: Dice, right: Seat, unitId: string) {
  return { personId: `person-${number}`, seat: seat ?? right, unitId };
}

function pick<T>(from: readonly T[], { which }: Dice): T | null {
  return from[which % Math.max(1, from.length)] ?? null;
}

function unitOf(index: number): string {
  return units[index % units.length] ?? 'industry';
}

/** Somebody asks for a change of whatever the task has to change; mostly the unit or the office that may. */
export function randomRequest(attempt: Dice, state: TaskState, at: Instant): TaskCommand | null {
  const asked = change(attempt, state, at);
  if (asked === null) return null;
  const { what, by } = asked;
  const isOffice = by === null;
  return {
    type: 'requestChange',
    changeId: `change-${at}-${attempt.which}`,
    change: what,
    reason: text('why'),
    leadershipUnitId: 'leadership',
    ...(isOffice ? { by: person(attempt, 'office', 'dev-reform') } : approval(attempt, 'head', by, at)),
  };
}

// Three in seven are signed on a print, which somebody else records, or tries to record for themselves.
function approval(attempt: Dice, seat: 'head' | 'leader', unitId: string, at: Instant): Approval {
  const { which } = attempt;
  const recorder = which % 7 > 3 ? `person-${which % 6}` : null;
  return approvedBy(person(attempt, seat, unitId), recorder, { at, officeUnitId: 'dev-reform', checkCode: 'c' });
}

interface Asked {
  readonly what: TaskChange;
  /** The unit that asks; null for the office. */
  readonly by: string | null;
}

function change(attempt: Dice, state: TaskState, at: Instant): Asked | null {
  const lead = state.parties.find(({ role }) => role === 'lead')?.unitId ?? 'industry';
  const later = addDays(dayOf(at), 3 + (attempt.value > 0 ? Math.round(attempt.value) % 60 : 0));
  switch (attempt.bits) {
    case 0:
    case 1:
    case 2:
    case 3:
    case 4: {
      const owed = pick(state.obligations, attempt);
      if (owed === null) return null;
      const of = { kind: 'obligation', obligationId: owed.id } as const;
      const to = attempt.spoil === 0 ? nextWorkingDay(calendar, later) : later;
      return { what: { kind: 'extension', of, to }, by: owed.unitId };
    }
    case 5:
    case 6: {
      const subject = pick(state.subjects, attempt);
      if (subject === null) return null;
      const of = { kind: 'item', subjectId: subject.id } as const;
      return { what: { kind: 'extension', of, to: addDays(subject.due, 20) }, by: subject.unitId };
    }
    case 7:
    case 8: {
      const unitId = pick(state.parties, attempt)?.unitId ?? 'industry';
      return { what: { kind: 'decline', unitId }, by: unitId };
    }
    case 9: {
      const unitId = pick(state.parties, attempt)?.unitId ?? 'industry';
      return { what: { kind: 'reassignment', unitId, toUnitId: unitOf(attempt.spoil + attempt.which) }, by: null };
    }
    case 10: {
      const subject = pick(state.subjects, attempt);
      if (subject === null) return null;
      const target = { value: attempt.value, unit: '台', comparator: '>=' } as const;
      return { what: { kind: 'target', subjectId: subject.id, target }, by: subject.unitId };
    }
    case 11:
      return { what: amendment(attempt, state), by: null };
    case 12:
      return { what: { kind: 'suspension' }, by: attempt.which % 2 === 0 ? lead : null };
    case 13:
      return { what: { kind: 'termination' }, by: lead };
    default:
      return { what: { kind: 'resumption' }, by: lead };
  }
}

function amendment(attempt: Dice, state: TaskState): TaskChange {
  const unitId = pick(state.parties, attempt)?.unitId ?? 'industry';
  const known = attempt.which % 3 === 0 ? (pick(state.subjects, attempt)?.id ?? 'added') : `added-${attempt.which}`;
  const gone = attempt.which % 4 === 0 ? state.subjects.slice(-1).map(({ id }) => id) : [];
  const joins = attempt.which % 5 === 0 ? [{ unitId: 'newcomer', role: 'support' as const }] : [];
  const put = [numberItem(known, joins.length > 0 ? 'newcomer' : unitId)].filter(({ id }) => !gone.includes(id));
  return { kind: 'amendment', put, remove: gone, joins };
}

/** Somebody decides on a request that waits. */
export function randomDecision(attempt: Dice, state: TaskState, at: Instant): TaskCommand | null {
  const pending = pick(state.changes.pending, attempt);
  if (pending === null) return null;
  const decided =
    pending.decider === 'office'
      ? { by: person(attempt, 'office', 'dev-reform') }
      : approval(attempt, 'leader', 'leadership', at);
  const outcome = attempt.bits % 4 === 0 ? 'refused' : 'granted';
  const isReplaced = pending.change.kind === 'decline' && outcome === 'granted' && attempt.spoil !== 1;
  const replacementId = isReplaced ? unitOf(attempt.which) : null;
  return {
    type: 'decideChange',
    changeId: pending.changeId,
    outcome,
    reason: text('basis'),
    replacementId,
    ...decided,
  };
}

/** Whoever asked takes a request back. */
export function randomWithdrawal(attempt: Dice, state: TaskState): TaskCommand | null {
  const pending = pick(state.changes.pending, attempt);
  if (pending === null) return null;
  const { unitId, changeId } = pending;
  const by = unitId === null ? person(attempt, 'office', 'dev-reform') : person(attempt, 'head', unitId);
  return { type: 'withdrawChange', changeId, reason: text('why not'), by };
}

/** A leader writes a note. */
export function randomInstruction(attempt: Dice): TaskCommand {
  return { type: 'recordInstruction', text: text('note'), by: person(attempt, 'leader', 'leadership') };
}
