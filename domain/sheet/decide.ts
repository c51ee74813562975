import { mailDayFor } from '../calendar/mail-day.ts';
import { RuleViolation, assertNever } from '../errors.ts';
import { type Instant, dayOf, later } from '../instant.ts';
import type { DecisionContext } from '../ledger/book.ts';
import {
  approverOf,
  assertMayApprove,
  assertNotVoid,
  assertSigned,
  paperOf,
  personsBehind,
} from '../paper-approval.ts';
import { assertMay } from '../permissions.ts';
import type { ApproveSheet, DraftSheet, NoteSheetOutcome, RefuseSheet, SheetCommand } from './sheet-command.ts';
import type { SheetEvent } from './sheet-event.ts';
import type { SheetPhase, SheetState } from './sheet-state.ts';

/** When a sheet is decided on, and by which calendar. */
interface SheetMoment {
  readonly at: Instant;
  readonly context: Pick<DecisionContext, 'calendar'>;
}

/** The events that the command makes of `state`; none where there is nothing to record. Refusals are `RuleViolation`s. */
export function decideSheet(
  state: SheetState,
  command: SheetCommand,
  { at: received, context }: SheetMoment,
): readonly SheetEvent[] {
  const at = later(received, state.lastAt ?? received);
  const moment = { at, context };
  switch (command.type) {
    case 'draftSheet':
      return draftSheet(state, command, moment);
    case 'askSheetApproval':
      assertMayDraft(state, command);
      assertPhase(state, ['drafted'], '送审');
      return [{ type: 'sheetAsked', at, by: command.by, version: state.version, mailDay: mailDay(moment) }];
    case 'refuseSheet':
      return refuseSheet(state, command, moment);
    case 'approveSheet':
      return approveSheet(state, command, moment);
    case 'withdrawSheet':
      assertMayDraft(state, command);
      assertPhase(state, ['drafted', 'asked', 'refused', 'act-refused'], '撤回');
      return [{ type: 'sheetWithdrawn', at, by: command.by, version: state.version }];
    case 'noteSheetOutcome':
      return noteOutcome(state, command, moment);
    default:
      return assertNever(command);
  }
}

function draftSheet(state: SheetState, command: DraftSheet, { at }: SheetMoment): readonly SheetEvent[] {
  const { by, planId, sheetId, key, unitId, approver, actType, content, checkCode } = command;
  assertMayDraft(command, command);
  assertPhase(state, ['none', 'drafted', 'asked', 'refused', 'act-refused'], '修改');
  if (state.phase !== 'none' && (state.unitId !== unitId || state.approver !== approver)) {
    throw new RuleViolation('sheet-of-others', '该审签单属于其他单位或者由其他人审签，请另行拟写');
  }
  if (state.phase !== 'none' && state.actType !== actType) {
    throw new RuleViolation('sheet-other-act', '该审签单拟写的是另一类事项，请另行拟写');
  }
  const said = { sheetId, planId, key, unitId, approver, actType, version: state.version + 1, content, checkCode };
  return [{ type: 'sheetDrafted', at, by, ...said }];
}

function refuseSheet(state: SheetState, { by, reason }: RefuseSheet, moment: SheetMoment): readonly SheetEvent[] {
  assertMayDecide(state, { by });
  assertPhase(state, ['asked'], '退回');
  const { version } = state;
  return [{ type: 'sheetRefused', at: moment.at, by, version, reason, mailDay: mailDay(moment) }];
}

function approveSheet(state: SheetState, command: ApproveSheet, { at }: SheetMoment): readonly SheetEvent[] {
  const { by, paper, version } = command;
  assertMayDecide(state, command);
  // Who prints a sheet hands it in on paper: it need not be sent up in the system as well.
  assertPhase(state, paper === undefined ? ['asked'] : ['drafted', 'asked'], '审签');
  if (version !== state.version) {
    throw new RuleViolation('version-moved', `审签单已改为第${state.version}版，请查看最新内容后再审签`);
  }
  assertSigned(command, dayOf(at));
  assertNotVoid(command, state.checkCode);
  return [{ type: 'sheetApproved', at, by, version, ...paperOf(command) }];
}

function noteOutcome(
  state: SheetState,
  { version, refusal }: NoteSheetOutcome,
  moment: SheetMoment,
): readonly SheetEvent[] {
  if (state.phase !== 'approved' || version !== state.version) return [];
  return [{ type: 'sheetCarriedOut', at: moment.at, by: 'system', version, refusal, mailDay: mailDay(moment) }];
}

// The office drafts for the leader, a unit's officer for the unit's head.
function assertMayDraft(
  { approver, unitId }: Pick<SheetState, 'approver' | 'unitId'>,
  { by }: Pick<DraftSheet, 'by'>,
): void {
  assertMay(by, 'draftSheet', { unitId });
  if (by.seat === (approver === 'leader' ? 'office' : 'officer')) return;
  throw new RuleViolation(
    'not-permitted',
    approver === 'leader' ? '报市领导的审签单由领导小组办公室拟写' : '报单位负责人的审签单由本单位联络员拟写',
  );
}

function assertMayDecide(state: SheetState, approval: Pick<ApproveSheet, 'by' | 'paper'>): void {
  const approver = approverOf(approval);
  assertMayApprove(approval, 'approveSheet', { unitId: state.unitId });
  if (approver.seat !== state.approver) {
    throw new RuleViolation(
      'not-permitted',
      state.approver === 'leader' ? '该审签单由市领导审签' : '该审签单由本单位负责人审签',
    );
  }
  if (personsBehind(approver).some((personId) => state.makers.includes(personId))) {
    throw new RuleViolation('own-work', '本人拟写或者送审的审签单不能由本人审签，请由其他负责人审签');
  }
}

function assertPhase({ phase }: SheetState, allowed: readonly SheetPhase[], what: string): void {
  if (allowed.includes(phase)) return;
  throw new RuleViolation('sheet-phase', `审签单${phaseNames[phase]}，不能${what}`);
}

const phaseNames: Readonly<Record<SheetPhase, string>> = {
  none: '尚未拟写',
  drafted: '尚未送审',
  asked: '正在审签',
  refused: '已被退回，尚未修改',
  approved: '已经审签，正在办理',
  performed: '已经审签并办理',
  'act-refused': '审签后未能办理，尚未修改',
  withdrawn: '已经撤回',
};

function mailDay({ at, context }: SheetMoment) {
  return mailDayFor(context.calendar, at);
}
