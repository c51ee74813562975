import { assertNever } from '../../domain/errors.ts';
import type { SheetEvent } from '../../domain/sheet/sheet-event.ts';
import type { SheetState } from '../../domain/sheet/sheet-state.ts';
import type { Step } from '../ledger/chain-book.ts';
import { type RowChange, patch, put } from './row-change.ts';

/** The row of a sheet; a new version begins without the marks of the one before. */
export function sheetProjection({ recorded: { event }, after }: Step<SheetState, SheetEvent>): readonly RowChange[] {
  const now = { sheet_id: after.sheetId, phase: after.phase };
  switch (event.type) {
    case 'sheetDrafted': {
      const { planId, key, unitId, approver, actType, version, content, checkCode, by, at } = event;
      const about = { plan_id: planId, key, unit_id: unitId, approver, act_type: actType, version };
      const said = { content_id: content.contentId, check_code: checkCode, drafted_by: by, drafted_at: at };
      const marks = { asked_at: null, decided_at: null, decided_by: null, paper: null, reason_id: null, refusal: null };
      return [put('sheet', { ...now, ...about, ...said, ...marks })];
    }
    case 'sheetAsked':
      return [patch('sheet', { ...now, asked_at: event.at })];
    case 'sheetRefused': {
      const { at, by, reason } = event;
      return [patch('sheet', { ...now, decided_at: at, decided_by: by, reason_id: reason.contentId })];
    }
    case 'sheetApproved': {
      const { at, by, paper = null } = event;
      return [patch('sheet', { ...now, decided_at: at, decided_by: by, paper })];
    }
    case 'sheetCarriedOut':
      return [patch('sheet', { ...now, refusal: event.refusal })];
    case 'sheetWithdrawn':
      return [patch('sheet', now)];
    default:
      return assertNever(event);
  }
}
