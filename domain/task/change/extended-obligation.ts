import { type Instant, dayOf } from '../../instant.ts';
import type { DecisionContext } from '../../ledger/book.ts';
import { rowsOwed } from '../find.ts';
import { ladderFor } from '../ladder.ts';
import { overdueNotes } from '../overdue-notes.ts';
import type { TaskEvent } from '../task-event.ts';
import type { Obligation, TaskState } from '../task-state.ts';
import type { NewReminders } from './change-event.ts';
import { dayInForce } from './pending.ts';
import type { TaskChange } from './task-change.ts';

/** The open obligation whose extension is asked; null for every other change, and where it is settled meanwhile. */
export function extendedObligation({ obligations }: TaskState, change: TaskChange): Obligation | null {
  if (change.kind !== 'extension' || change.of.kind !== 'obligation') return null;
  const { obligationId } = change.of;
  return obligations.find(({ id }) => id === obligationId) ?? null;
}

interface Reminding {
  readonly at: Instant;
  readonly context: DecisionContext;
  /** Nobody is told that something is overdue while its extension is being decided. */
  readonly isBeingDecided: boolean;
}

/** The reminders that an open obligation has from `at` on; none where nothing waits for the unit. */
export function remindersOf(
  obligation: Obligation,
  { at, context: { rules, calendar }, isBeingDecided }: Reminding,
): NewReminders | null {
  if (rowsOwed(obligation).length === 0) return null;
  const due = dayInForce(obligation);
  const offsets = rules.reminderOffsets.filter((offset) => !isBeingDecided || offset <= 0);
  const ladder = ladderFor(calendar, due, offsets, at);
  return { obligationId: obligation.id, due, ladder, headOffsets: rules.headReminderOffsets };
}

/** What time would have noted already, had it not waited for a decision: the obligation is overdue from its day in force. */
export function overdueAtOnce(
  state: TaskState,
  obligation: Obligation,
  at: Instant,
  context: DecisionContext,
): readonly TaskEvent[] {
  const isStill = !obligation.overdue && rowsOwed(obligation).length > 0 && dayInForce(obligation) < dayOf(at);
  return isStill && state.changes.suspended === null ? overdueNotes(state, [obligation], at, context) : [];
}
