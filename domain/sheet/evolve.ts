import { assertNever } from '../errors.ts';
import { personsBehind } from '../paper-approval.ts';
import type { SheetDrafted, SheetEvent } from './sheet-event.ts';
import type { SheetState } from './sheet-state.ts';

/** The state after `event`. */
export function evolveSheet(state: SheetState, event: SheetEvent): SheetState {
  return { ...changed(state, event), lastAt: event.at };
}

function changed(state: SheetState, event: SheetEvent): SheetState {
  switch (event.type) {
    case 'sheetDrafted':
      return drafted(state, event);
    case 'sheetAsked':
      return { ...state, phase: 'asked', makers: withMakers(state, personsBehind(event.by)) };
    case 'sheetRefused':
      return { ...state, phase: 'refused' };
    case 'sheetApproved':
      return { ...state, phase: 'approved' };
    case 'sheetWithdrawn':
      return { ...state, phase: 'withdrawn' };
    case 'sheetCarriedOut':
      return { ...state, phase: event.refusal === null ? 'performed' : 'act-refused' };
    default:
      return assertNever(event);
  }
}

function drafted(state: SheetState, event: SheetDrafted): SheetState {
  const { sheetId, planId, key, unitId, approver, actType, version, content, checkCode, by } = event;
  const said = { sheetId, planId, key, unitId, approver, actType, version, content, checkCode };
  return { ...state, ...said, phase: 'drafted', drafter: by, makers: withMakers(state, personsBehind(by)) };
}

function withMakers({ makers }: SheetState, added: readonly string[]): readonly string[] {
  return [...new Set([...makers, ...added])];
}
