import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyChain } from '../../../domain/ledger/event.ts';
import { taskBook } from '../../../domain/task/task-book.ts';
import type { TaskEvent } from '../../../domain/task/task-event.ts';
import type { TaskState } from '../../../domain/task/task-state.ts';
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
  return { rowsOf, kinds, state: state as TaskState };
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

// Texts are kept in the rows that screens read; what rules read has none.
function withoutTexts(submitted: unknown): unknown {
  if (typeof submitted !== 'object' || submitted === null) return submitted;
  const { texts: _, ...kept } = submitted as { readonly texts?: unknown };
  return kept;
}

describe('the rows of a task after any year', () => {
  const years = randomYear.map((recipe) => project(playYear(recipe).flatMap(({ events }) => events)));

  it('say of each open obligation and of its rows what the state says', () => {
    fc.assert(
      fc.property(years, ({ rowsOf, state }) => {
        const rows = new Map(rowsOf('obligation').map((row) => [row['id'], row]));
        for (const { id, unitId: _, kind: __, period: ___, rows: lines, ...open } of state.obligations) {
          expect(facts(rows.get(id))).toEqual(open);
          const kept = rowsOf('obligation_row').filter((row) => row['obligation_id'] === id);
          const said = kept.map((row) => ({
            subjectId: row['subject_id'],
            state: row['state'],
            submitted: withoutTexts(row['submitted']),
          }));
          expect(said).toEqual(lines.map((line) => ({ ...line, submitted: withoutTexts(line.submitted) })));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('keep each settled obligation as accepted, with its lateness', () => {
    fc.assert(
      fc.property(years, ({ rowsOf, state }) => {
        const rows = new Map(rowsOf('obligation').map((row) => [row['id'], row]));
        for (const { id, late } of state.settled) {
          expect(rows.get(id)).toMatchObject({
            state: 'accepted',
            late,
            overdue: false,
            submitted_at: expect.any(String),
            accepted_at: expect.any(String),
          });
          const lines = rowsOf('obligation_row').filter((row) => row['obligation_id'] === id);
          expect(new Set(lines.map((row) => row['state']))).toEqual(new Set(['accepted']));
        }
        const open = state.obligations.length + state.settled.length;
        const ended = [...rows.values()].filter((row) => row['state'] === 'ended').length;
        expect(rows.size).toBe(open + ended);
        expect(ended > 0 ? state.phase : 'ended').toBe('ended');
      }),
      { numRuns: 60 },
    );
  });

  it('say of each subject its stage plan, its progress and its light', () => {
    fc.assert(
      fc.property(years, ({ rowsOf, state }) => {
        const said = rowsOf('subject').map((row) => ({
          id: row['id'],
          plan: row['stage_plan'],
          progress: row['progress'],
          light: row['light'],
        }));
        const known = state.subjects.map(({ id, plan, progress, light }) => ({
          id,
          plan,
          progress,
          light: light?.light ?? null,
        }));
        expect(said).toEqual(known);
        expect(rowsOf('statement')).toHaveLength(state.statements.length);
        expect(rowsOf('task')).toMatchObject([{ phase: state.phase, opened_period: state.openedPeriod }]);
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
