import { mailDayFor } from '../calendar/mail-day.ts';
import { RuleViolation } from '../errors.ts';
import { dayOf } from '../instant.ts';
import {
  approverOf,
  assertMayApprove,
  assertNotVoid,
  assertSigned,
  paperOf,
  personsBehind,
} from '../paper-approval.ts';
import { assertMay } from '../permissions.ts';
import { isReviewed } from '../task/obligations.ts';
import { checkCodeOf } from './check-code.ts';
import { rowGap } from './check-row.ts';
import type { ReturnMoment } from './moment.ts';
import type { AskHeadApproval, RefuseHeadApproval, SubmitReturn } from './return-command.ts';
import type { ReturnEvent } from './return-event.ts';
import type { ReturnRow, ReturnState } from './return-state.ts';
import { returnName, rowName } from './row-name.ts';

/** The officer sends the complete draft up to the head. */
export function askHeadApproval(
  state: ReturnState,
  { by }: AskHeadApproval,
  moment: ReturnMoment,
): readonly ReturnEvent[] {
  assertMay(by, 'askHeadApproval', { unitId: state.unitId });
  if (!isReviewed(state.kind)) {
    throw new RuleViolation('approval-not-needed', `${returnName(state)}由联络员直接报送，无需单位负责人审签`);
  }
  assertComplete(state, moment);
  if (state.askedBy !== null) {
    throw new RuleViolation('approval-asked-twice', `${returnName(state)}已送单位负责人审签，请等待审签`);
  }
  const mailDay = mailDayFor(moment.context.calendar, moment.at);
  return [{ type: 'headApprovalAsked', at: moment.at, by, version: state.version, mailDay }];
}

/** The head gives the draft back inside the unit. */
export function refuseHeadApproval(
  state: ReturnState,
  { by, reason }: RefuseHeadApproval,
  { at, context }: ReturnMoment,
): readonly ReturnEvent[] {
  assertMay(by, 'refuseHeadApproval', { unitId: state.unitId });
  assertAsked(state);
  return [
    {
      type: 'headApprovalRefused',
      at,
      by,
      version: state.version,
      reason,
      mailDay: mailDayFor(context.calendar, at),
    },
  ];
}

/** The approval that is the submission; by the head where the office reviews the kind, otherwise the officer suffices. */
export function submitReturn(state: ReturnState, command: SubmitReturn, moment: ReturnMoment): readonly ReturnEvent[] {
  const { by, version } = command;
  const needsHead = isReviewed(state.kind);
  assertMayApprove(command, needsHead ? 'submitReviewedReturn' : 'submitUnreviewedReturn', { unitId: state.unitId });
  const rows = assertComplete(state, moment);
  if (version !== state.version) {
    throw new RuleViolation('version-moved', `${returnName(state)}已有新的版本，请查看第${state.version}版后再报送`);
  }
  const makers = rows.flatMap((row) => row.makers);
  if (needsHead) {
    makers.push(...sentUpBy(state, command));
    assertNotMade(state, command, makers);
    assertSigned(command, dayOf(moment.at));
    assertNotVoid(command, checkCodeOf(state));
  } else if (command.paper !== undefined) {
    throw new RuleViolation('paper-not-taken', `${returnName(state)}由联络员直接报送，无需登记纸质审签`);
  }
  const everybody = [...makers, ...personsBehind(approverOf(command))];
  const said = { version, makers: [...new Set(everybody)].toSorted(), ...paperOf(command) };
  return [{ type: 'returnSubmitted', at: moment.at, by, ...said }];
}

// Who records a signed print has brought it to the head, whether or not the system was asked as well.
function sentUpBy(state: ReturnState, { by, paper }: SubmitReturn): readonly string[] {
  if (paper === undefined) return [assertAsked(state)];
  return state.askedBy === null ? personsBehind(by) : [state.askedBy, ...personsBehind(by)];
}

function assertNotMade(state: ReturnState, command: SubmitReturn, makers: readonly string[]): void {
  if (!personsBehind(approverOf(command)).some((personId) => makers.includes(personId))) return;
  throw new RuleViolation('own-work', `${returnName(state)}由本人填写或者送审，不能由本人审签，请由单位其他负责人审签`);
}

function assertAsked(state: ReturnState): string {
  if (state.askedBy !== null && state.phase === 'draft') return state.askedBy;
  throw new RuleViolation('approval-not-asked', `${returnName(state)}尚未送审，或者送审后又有修改，请联络员重新送审`);
}

function assertComplete(state: ReturnState, moment: ReturnMoment): readonly ReturnRow[] {
  const rows = state.rows.filter((row) => row.state === 'draft');
  if (state.phase === 'none') {
    throw new RuleViolation('nothing-to-submit', '还没有填写任何内容，请填写后再报送');
  }
  if (rows.length === 0) throw new RuleViolation('return-submitted', `${returnName(state)}已经报送，无需重复报送`);
  const gaps = rows.flatMap((row) => {
    const gap = rowGap(row, state.kind, moment);
    return gap === null ? [] : [`${rowName(row)}${gap}`];
  });
  if (gaps.length === 0) return rows;
  const shown = gaps.slice(0, 3).join('；');
  const more = gaps.length > 3 ? `；等共${gaps.length}行` : '';
  throw new RuleViolation('rows-incomplete', `${returnName(state)}还不完整：${shown}${more}，请补填后报送`);
}
