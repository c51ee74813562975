import { assertNever } from '../../domain/errors.ts';
import type {
  ReturnDelivered,
  ReturnEvent,
  ReturnOpened,
  ReturnReviewed,
  RowKey,
} from '../../domain/return/return-event.ts';
import type { ReturnRow, ReturnState } from '../../domain/return/return-state.ts';
import type { Step } from '../ledger/chain-book.ts';
import { type RowChange, patch, put } from './row-change.ts';

type ReturnStep = Step<ReturnState, ReturnEvent>;

/** Rows of a return, and the delivery that an act on the whole of it begins. */
export function returnProjection(step: ReturnStep): readonly RowChange[] {
  return [...rowChanges(step), ...saidByEvent(step)];
}

function saidByEvent({ recorded, after }: ReturnStep): readonly RowChange[] {
  const { event } = recorded;
  const key = { return_id: after.returnId };
  const now = { ...key, phase: after.phase, version: after.version };
  switch (event.type) {
    case 'returnOpened':
      return [opened(event, after)];
    case 'headApprovalAsked':
      return [patch('return', { ...now, head_asked_at: event.at, head_reason_id: null })];
    case 'headApprovalRefused':
      return [patch('return', { ...now, head_asked_at: null, head_reason_id: event.reason.contentId })];
    case 'returnSubmitted': {
      const submitted = patch('return', { ...now, submitted_at: event.at, submitted_by: event.by });
      return [submitted, delivery(after, 'submit', event)];
    }
    case 'returnReviewed': {
      const reviewed = patch('return', { ...now, reviewed_at: event.at, reviewed_by: event.by });
      return [reviewed, ...reasons(event, after), delivery(after, 'review', event)];
    }
    case 'returnDelivered':
      return [patch('return', now), ...delivered(event, after)];
    case 'rowsSaved':
    case 'rowsHandedOver':
      return [patch('return', now)];
    default:
      return assertNever(event);
  }
}

// A later version begins without the marks of the one before; its rows keep the reasons for which they came back.
function opened({ unitId, period, kind, planId }: ReturnOpened, { returnId, version, phase }: ReturnState): RowChange {
  const marks = { head_asked_at: null, head_reason_id: null, submitted_at: null, submitted_by: null };
  const review = { reviewed_at: null, reviewed_by: null };
  const names = { plan_id: planId, unit_id: unitId, period, kind };
  return put('return', { return_id: returnId, ...names, version, phase, ...marks, ...review });
}

function rowChanges({ before, after }: ReturnStep): readonly RowChange[] {
  if (before.rows === after.rows) return [];
  const earlier = new Map(before.rows.map((row) => [nameOf(row), row]));
  return after.rows.flatMap((row, place) => {
    const known = earlier.get(nameOf(row));
    if (known === row) return [];
    const columns = rowColumns(after, row);
    return [
      known === undefined
        ? put('return_row', { ...columns, place, reason_id: null, refusal: null })
        : patch('return_row', columns),
    ];
  });
}

function rowColumns({ returnId, version }: ReturnState, row: ReturnRow) {
  const { taskId, subjectId, taskNumber, obligationId, due, previousValue, textLimit, state, writerId, entry, makers } =
    row;
  const words = { version, task_number: taskNumber, obligation_id: obligationId, due, text_limit: textLimit };
  const saved = { previous_value: previousValue, state, writer_id: writerId, entry, makers };
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

/** The id of an act on a whole return: of a submission, or of the review of one. */
export function actOf(returnId: string, version: number, kind: 'submit' | 'review'): string {
  return kind === 'submit' ? `${returnId}/${version}` : `${returnId}/${version}/review`;
}

function delivery(
  { returnId, planId }: ReturnState,
  kind: 'submit' | 'review',
  { version, at }: { readonly version: number; readonly at: string },
): RowChange {
  const about = { return_id: returnId, plan_id: planId, kind, version };
  return put('delivery', {
    act: actOf(returnId, version, kind),
    ...about,
    state: 'pending',
    acted_at: at,
    finished_at: null,
    refused: null,
  });
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
