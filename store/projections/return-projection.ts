import { assertNever } from '../../domain/errors.ts';
import type {
  ReturnDelivered,
  ReturnEvent,
  ReturnOpened,
  ReturnReviewed,
  RowKey,
} from '../../domain/return/return-event.ts';
import { approverOf } from '../../domain/paper-approval.ts';
import { reviewAct, submissionAct } from '../../domain/return/return-act.ts';
import type { ReturnRow, ReturnState } from '../../domain/return/return-state.ts';
import type { Step } from '../ledger/chain-book.ts';
import { type RowChange, patch, put } from './row-change.ts';

type ReturnStep = Step<ReturnState, ReturnEvent>;

/** Rows of a return, and the delivery that an act on the whole of it begins. */
export function returnProjection(step: ReturnStep): readonly RowChange[] {
  return [...rowChanges(step), ...saidByEvent(step)];
}

function saidByEvent({ before, recorded, after }: ReturnStep): readonly RowChange[] {
  const { event } = recorded;
  const now = head(after);
  switch (event.type) {
    case 'returnOpened':
      return [
        before.version === after.version ? patch('return', { ...now, head_asked_at: null }) : opened(event, after),
      ];
    case 'rowsSaved':
      return [patch('return', { ...now, head_asked_at: null })];
    case 'headApprovalAsked':
      return [patch('return', { ...now, head_asked_at: event.at, head_reason_id: null })];
    case 'headApprovalRefused':
      return [patch('return', { ...now, head_asked_at: null, head_reason_id: event.reason.contentId })];
    case 'returnSubmitted': {
      const submitted = {
        head_asked_at: null,
        submitted_at: event.at,
        submitted_by: approverOf(event),
        submitted_paper: event.paper ?? null,
      };
      return [patch('return', { ...now, ...submitted }), delivery(after, 'submit', event)];
    }
    case 'returnReviewed': {
      const reviewed = patch('return', { ...now, reviewed_at: event.at, reviewed_by: event.by });
      return [reviewed, ...reasons(event, after), delivery(after, 'review', event)];
    }
    case 'returnDelivered':
      return [patch('return', now), ...delivered(event, after)];
    case 'rowsReopened':
    case 'rowsHandedOver':
      return [patch('return', now)];
    default:
      return assertNever(event);
  }
}

function head({ returnId, phase, version, deliveredVersion }: ReturnState) {
  return { return_id: returnId, phase, version, delivered_version: deliveredVersion };
}

// A later version begins without the marks of the one before; its rows keep the reasons for which they came back.
function opened({ unitId, period, kind, planId }: ReturnOpened, after: ReturnState): RowChange {
  const marks = {
    head_asked_at: null,
    head_reason_id: null,
    submitted_at: null,
    submitted_by: null,
    submitted_paper: null,
  };
  const review = { reviewed_at: null, reviewed_by: null };
  return put('return', { ...head(after), plan_id: planId, unit_id: unitId, period, kind, ...marks, ...review });
}

function rowChanges({ before, after }: ReturnStep): readonly RowChange[] {
  if (before.rows === after.rows) return [];
  const earlier = new Map(before.rows.map((row) => [nameOf(row), row]));
  return after.rows.flatMap((row, place) => {
    const known = earlier.get(nameOf(row));
    if (known === row) return [];
    const columns = rowColumns(after, row);
    if (known === undefined) return [put('return_row', { ...columns, place, reason_id: null, refusal: null })];
    // What a task refused is shown until the row goes out again.
    const isSentAgain = row.state === 'submitted' && known.state === 'draft';
    return [patch('return_row', isSentAgain ? { ...columns, refusal: null } : columns)];
  });
}

function rowColumns({ returnId }: ReturnState, row: ReturnRow) {
  const { taskId, subjectId, taskNumber, obligationId, due, previousValue, textLimit, subject } = row;
  const { version, state, writerId, entry, makers } = row;
  const words = { task_number: taskNumber, obligation_id: obligationId, due, text_limit: textLimit, subject };
  const saved = { version, previous_value: previousValue, state, writer_id: writerId, entry, makers };
  return { return_id: returnId, task_id: taskId, subject_id: subjectId, ...words, ...saved };
}

function nameOf({ taskId, subjectId }: RowKey): string {
  return `${taskId} ${subjectId}`;
}

function reasons({ sendBack }: ReturnReviewed, { returnId }: ReturnState): readonly RowChange[] {
  return sendBack.map(({ taskId, subjectId, reason }) =>
    patch('return_row', { return_id: returnId, task_id: taskId, subject_id: subjectId, reason_id: reason.contentId }),
  );
}

function delivery(
  { returnId, planId, reviewedVersions }: ReturnState,
  kind: 'submit' | 'review',
  { version, at }: { readonly version: number; readonly at: string },
): RowChange {
  const nth = reviewedVersions.filter((each) => each === version).length;
  const act = kind === 'submit' ? submissionAct(returnId, version) : reviewAct(returnId, version, nth);
  const about = { return_id: returnId, plan_id: planId, kind, version };
  return put('delivery', { act, ...about, state: 'pending', acted_at: at, finished_at: null, refused: null });
}

function delivered({ act, refused, at }: ReturnDelivered, { returnId, rows }: ReturnState): readonly RowChange[] {
  const finished = patch('delivery', { act, state: 'finished', finished_at: at, refused });
  const marked = refused.flatMap((refusal) =>
    rows
      .filter(({ taskId }) => taskId === refusal.taskId)
      .map(({ taskId, subjectId }) =>
        patch('return_row', { return_id: returnId, task_id: taskId, subject_id: subjectId, refusal }),
      ),
  );
  return [finished, ...marked];
}
