import { fc } from '../../support/drawn.ts';
import { describe, expect, it } from 'vitest';
import { emptyChain } from '../../../domain/ledger/event.ts';
import { obligationId } from '../../../domain/task/obligations.ts';
import { taskBook } from '../../../domain/task/task-book.ts';
import type { TaskEvent } from '../../../domain/task/task-event.ts';
import type { Obligation, TaskState } from '../../../domain/task/task-state.ts';
import { instant } from '../../../domain/instant.ts';
import { books } from '../../../store/books.ts';
import { foldChain } from '../../../store/ledger/fold-chain.ts';
import { mergeChanges } from '../../../store/projections/merge-changes.ts';
import type { ProjectionTable } from '../../../store/projections/projection-tables.ts';
import { playYear, randomYear } from '../../domain/task/random-year.ts';

type Rows = readonly Readonly<Record<string, unknown>>[];

/** All rows that the events of one task come to, and the state that they fold to. */
function project(events: readonly TaskEvent[]) {
  const recorded = events.map((event, index) => {
    const place = { chain: 'task/1', seq: index + 1, hash: emptyChain.hash, commandId: 'c', ordinal: index };
    return { ...place, recordedAt: instant('2022-08-22T01:00:00.000Z'), event };
  });
  const { changes, state } = foldChain(books.task, taskBook.initial, recorded);
  const tables = mergeChanges(changes);
  const rowsOf = (table: ProjectionTable): Rows => (tables.get(table) ?? []).map(({ row }) => row);
  const kinds = new Set([...tables.values()].flatMap((rows) => rows.map(({ kind }) => kind)));
  const opened = events.flatMap((event) => (event.type === 'obligationsOpened' ? event.obligations : []));
  const ids = opened.map(({ kind, unitId, period }) => obligationId(kind, unitId, period));
  const openedTwice = new Set(ids.filter((id, index) => ids.indexOf(id) < index));
  return { rowsOf, kinds, state: state as TaskState, openedTwice };
}

function facts(row: Readonly<Record<string, unknown>> | undefined) {
  if (row === undefined) return undefined;
  const { due, late, overdue, act, makers } = row;
  const {
    submitted_at: submittedAt,
    review_due: reviewDue,
    review_overdue: reviewOverdue,
    resubmit_due: resubmitDue,
  } = row;
  return { due, late, overdue, act, makers, submittedAt, reviewDue, reviewOverdue, resubmitDue };
}

function factsOf(obligation: Obligation) {
  const { due, late, overdue, act, makers, submittedAt, reviewDue, reviewOverdue, resubmitDue } = obligation;
  return { due, late, overdue, act, makers, submittedAt, reviewDue, reviewOverdue, resubmitDue };
}

// Texts are kept in the rows that screens read; what rules read has none.
function withoutTexts(submitted: unknown): unknown {
  if (typeof submitted !== 'object' || submitted === null) return submitted;
  const { texts: _, ...kept } = submitted as { readonly texts?: unknown };
  return kept;
}

function bySubject(a: { readonly subjectId: unknown }, b: { readonly subjectId: unknown }): number {
  return String(a.subjectId) < String(b.subjectId) ? -1 : 1;
}

function byId(a: { readonly id: unknown }, b: { readonly id: unknown }): number {
  return String(a.id) < String(b.id) ? -1 : 1;
}

describe('the rows of a task after any year', () => {
  const years = randomYear.map((recipe) => project(playYear(recipe).flatMap(({ events }) => events)));

  it('say of each open obligation and of its rows what the state says', () => {
    fc.assert(
      fc.property(years, ({ rowsOf, state, openedTwice }) => {
        const rows = new Map(rowsOf('obligation').map((row) => [row['id'], row]));
        for (const obligation of state.obligations) {
          const { id, rows: lines } = obligation;
          expect(facts(rows.get(id))).toEqual(factsOf(obligation));
          const kept = rowsOf('obligation_row').filter(
            (row) => row['obligation_id'] === id && row['state'] !== 'removed',
          );
          const said = kept.map((row) => ({
            subjectId: row['subject_id'],
            state: row['state'],
            submitted: withoutTexts(row['submitted']),
          }));
          const known = lines.map((line) => ({ ...line, submitted: withoutTexts(line.submitted) }));
          // What was accepted before an obligation was opened a second time stays with it.
          const isOpen = (row: { readonly subjectId: unknown }) =>
            !openedTwice.has(id) || lines.some(({ subjectId }) => subjectId === row.subjectId);
          expect(said.filter(isOpen).toSorted(bySubject)).toEqual(known.toSorted(bySubject));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('keep each settled obligation as accepted, with its lateness', () => {
    fc.assert(
      fc.property(years, ({ rowsOf, state, openedTwice }) => {
        const rows = new Map(rowsOf('obligation').map((row) => [row['id'], row]));
        for (const { id, late } of state.settled) {
          if (openedTwice.has(id)) continue;
          expect(rows.get(id)).toMatchObject({
            state: 'accepted',
            late,
            overdue: false,
            submitted_at: expect.any(String),
            accepted_at: expect.any(String),
          });
          const lines = rowsOf('obligation_row').filter(
            (row) => row['obligation_id'] === id && row['state'] !== 'removed',
          );
          expect(new Set(lines.map((row) => row['state']))).toEqual(new Set(['accepted']));
        }
        const known = new Set([...state.obligations, ...state.settled].map(({ id }) => id));
        for (const [id, row] of rows) expect(row['state'] === 'ended' || known.has(String(id))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('say of each subject its stage plan, its progress and its light', () => {
    fc.assert(
      fc.property(years, ({ rowsOf, state }) => {
        const standing = rowsOf('subject').filter(
          (row) => row['removed_at'] === null || row['removed_at'] === undefined,
        );
        const said = standing.map((row) => ({
          id: row['id'],
          unitId: row['unit_id'],
          due: row['due'],
          target: row['target'],
          plan: row['stage_plan'],
          progress: row['progress'],
          light: row['light'],
        }));
        const known = state.subjects.map(({ id, unitId, due, target, plan, progress, light }) => ({
          id,
          unitId,
          due,
          target,
          plan,
          progress,
          light: light?.light ?? null,
        }));
        expect(said.toSorted(byId)).toEqual(known.toSorted(byId));
        expect(rowsOf('statement')).toHaveLength(state.statements.length);
        expect(rowsOf('task')).toMatchObject([{ phase: state.phase, opened_period: state.openedPeriod }]);
      }),
      { numRuns: 60 },
    );
  });

  it('say who is on the task, what waits for a decision, and since when it stands still', () => {
    fc.assert(
      fc.property(years, ({ rowsOf, state }) => {
        const parties = rowsOf('task_party').filter((row) => row['left_at'] === null);
        const said = parties.map((row) => [row['unit_id'], row['role'], row['basis']].join(' '));
        const known = state.parties.map(({ unitId, role, basis }) => `${unitId} ${role} ${basis}`);
        expect(said.toSorted()).toEqual(known.toSorted());
        const waiting = rowsOf('change_request').filter((row) => row['state'] === 'pending');
        expect(waiting.map((row) => row['change_id'])).toEqual(state.changes.pending.map(({ changeId }) => changeId));
        const since = state.changes.suspended?.on ?? null;
        const shown = state.phase === 'open' ? rowsOf('task').map((row) => row['suspended_on']) : [since];
        expect(shown).toEqual([since]);
      }),
      { numRuns: 60 },
    );
  });

  it('were all put before they were patched', () => {
    fc.assert(
      fc.property(years, ({ kinds }) => {
        expect(kinds).toEqual(new Set(['put']));
      }),
      { numRuns: 60 },
    );
  });
});
