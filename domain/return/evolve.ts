import { assertNever } from '../errors.ts';
import { personsBehind } from '../paper-approval.ts';
import { isReviewed } from '../task/obligations.ts';
import { actOf } from './return-act.ts';
import type {
  OpenedRow,
  ReturnDelivered,
  ReturnEvent,
  ReturnOpened,
  ReturnReviewed,
  RowKey,
  RowsSaved,
} from './return-event.ts';
import type { ReturnRow, ReturnState } from './return-state.ts';
import { isSameRow } from './row-key.ts';

/** The state after `event`. */
export function evolveReturn(state: ReturnState, event: ReturnEvent): ReturnState {
  const after = changed(state, event);
  return { ...after, phase: phaseOf(after.rows), lastAt: event.at };
}

function changed(state: ReturnState, event: ReturnEvent): ReturnState {
  switch (event.type) {
    case 'returnOpened':
      return opened(state, event);
    case 'rowsSaved':
      return saved(state, event);
    case 'rowsHandedOver':
      return withRows(state, event.rows, (row) => ({ ...row, writerId: event.writerId }));
    case 'headApprovalAsked':
      return { ...state, askedBy: event.by.personId };
    case 'headApprovalRefused':
      return { ...state, askedBy: null };
    case 'returnSubmitted':
      return {
        ...state,
        askedBy: null,
        submittedAt: event.at,
        rows: state.rows.map((row) =>
          row.state === 'draft' ? { ...row, state: 'submitted', makers: event.makers } : row,
        ),
      };
    case 'returnReviewed':
      return reviewed(state, event);
    case 'rowsReopened':
      return withRows(state, event.rows, (row) => ({ ...row, state: 'submitted', notBy: event.notBy }));
    case 'returnDelivered':
      return delivered(state, event);
    default:
      return assertNever(event);
  }
}

function opened(state: ReturnState, event: ReturnOpened): ReturnState {
  const { returnId, planId, unitId, period, kind, version } = event;
  const fresh = (row: OpenedRow, writerId: string | null): ReturnRow => {
    return { ...row, version, state: 'draft', writerId, entry: null, makers: [] };
  };
  const kept = state.rows.map((row) => {
    const again = event.rows.find((each) => isSameRow(each, row));
    return again === undefined ? row : fresh(again, row.writerId);
  });
  const added = event.rows.filter((row) => !state.rows.some((each) => isSameRow(each, row)));
  return {
    ...state,
    returnId,
    planId,
    unitId,
    period,
    kind,
    version,
    askedBy: null,
    rows: [...kept, ...added.map((row) => fresh(row, null))],
  };
}

function saved(state: ReturnState, event: RowsSaved): ReturnState {
  const rows = state.rows.map((row): ReturnRow => {
    const found = event.rows.find(({ taskId, entry }) => isSameRow(row, { taskId, subjectId: entry.subjectId }));
    if (found === undefined) return row;
    const makers = [...new Set([...row.makers, ...personsBehind(event.by)])];
    return { ...row, entry: found.entry, makers };
  });
  return { ...state, rows, askedBy: null };
}

function reviewed(state: ReturnState, event: ReturnReviewed): ReturnState {
  const accepted = withRows(state, event.accept, (row) => ({ ...row, state: 'accepted' }));
  const decided = withRows(accepted, event.sendBack, (row) => ({ ...row, state: 'sent-back' }));
  return { ...decided, reviewedVersions: [...state.reviewedVersions, event.version] };
}

// A refused delivery undoes its act for the rows of that task: a submission comes back to the unit, a review to the office.
function delivered(state: ReturnState, { act, refused }: ReturnDelivered): ReturnState {
  const { version, isReview } = actOf(state.returnId, act);
  const isRefused = (row: ReturnRow) => refused.some(({ taskId }) => taskId === row.taskId);
  const rows = state.rows.map((row): ReturnRow => {
    if (row.version !== version) return row;
    const isDecided = row.state === 'accepted' || row.state === 'sent-back';
    if (isReview) return isRefused(row) && isDecided ? { ...row, state: 'submitted' } : row;
    if (row.state !== 'submitted') return row;
    if (isRefused(row)) return { ...row, state: 'refused' };
    return isReviewed(state.kind) ? row : { ...row, state: 'accepted' };
  });
  return {
    ...state,
    rows,
    deliveredVersion: isReview ? state.deliveredVersion : Math.max(version, state.deliveredVersion),
  };
}

function withRows(state: ReturnState, keys: readonly RowKey[], change: (row: ReturnRow) => ReturnRow): ReturnState {
  return { ...state, rows: state.rows.map((row) => (keys.some((key) => isSameRow(key, row)) ? change(row) : row)) };
}

function phaseOf(rows: readonly ReturnRow[]): ReturnState['phase'] {
  if (rows.length === 0) return 'none';
  if (rows.some(({ state }) => state === 'draft')) return 'draft';
  return rows.every(({ state }) => state === 'accepted') ? 'settled' : 'submitted';
}
