import type { DecisionContext } from '../ledger/book.ts';
import { type Instant, dayOf } from '../instant.ts';
import { undecided } from './finding/decided-light.ts';
import { extensionAsked } from './change/pending.ts';
import { retimeFindings } from './finding/retime-findings.ts';
import { versionsOf } from './issue.ts';
import { ladderFor } from './ladder.ts';
import { lightDays } from './light-days.ts';
import { assessLights } from './lights.ts';
import { dueOf } from './obligations.ts';
import type { ObligationsRetimed, TaskEvent } from './task-event.ts';
import type { Obligation, TaskState } from './task-state.ts';

type Change = ObligationsRetimed['changes'][number];

/**
 * Counts the due days of what is open anew on a changed calendar, once a version, and the days on which lights change; what is
 * past or submitted stays as it was.
 */
export function retime(state: TaskState, at: Instant, context: DecisionContext): readonly TaskEvent[] {
  const calendarVersions = versionsOf(context);
  if (state.phase !== 'open' || state.issuedAt === null || sameVersions(state.calendarVersions, calendarVersions))
    return [];
  const changes = state.obligations.flatMap((obligation) => changeOf(state, obligation, at, context));
  const on = dayOf(at);
  const suspendedSince = state.changes.suspended?.on ?? null;
  const inputs = { on, issuedOn: dayOf(state.issuedAt), obligations: state.obligations, suspendedSince };
  const assessments = assessLights(undecided(state.subjects), inputs, context);
  return [
    {
      type: 'obligationsRetimed',
      at,
      by: 'system',
      calendarVersions,
      changes,
      headOffsets: context.rules.headReminderOffsets,
      lightDays: lightDays(state.subjects, on, context),
    },
    ...retimeFindings(state, at, context),
    ...(assessments.length === 0 ? [] : [{ type: 'lightsAssessed', at, by: 'system', on, assessments } as const]),
  ];
}

function changeOf(state: TaskState, obligation: Obligation, at: Instant, context: DecisionContext): readonly Change[] {
  if (obligation.submittedAt !== null || obligation.due < dayOf(at) || state.issuedAt === null) return [];
  // A day that was decided on is no longer counted.
  if (state.changes.dueMoves.some(({ thing }) => thing === `obligation/${obligation.id}`)) return [];
  const due = dueOf(obligation, obligation.from ?? state.issuedAt, context);
  if (due.date === obligation.due || due.date < dayOf(at)) return [];
  const offsets = context.rules.reminderOffsets.filter(
    (offset) => offset <= 0 || extensionAsked(state.changes, obligation.id) === null,
  );
  const ladder = state.changes.suspended === null ? ladderFor(context.calendar, due.date, offsets, at) : {};
  return [{ obligationId: obligation.id, before: obligation.due, due, ladder }];
}

function sameVersions(a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): boolean {
  const years = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...years].every((year) => a[year] === b[year]);
}
