import { RuleViolation } from '../errors.ts';
import { personsBehind } from '../paper-approval.ts';
import { assertMay } from '../permissions.ts';
import { isReviewed } from '../task/obligations.ts';
import type { ReturnMoment } from './moment.ts';
import type { ReviewReturn } from './return-command.ts';
import type { ReturnEvent } from './return-event.ts';
import type { ReturnRow, ReturnState } from './return-state.ts';
import { returnName } from './row-name.ts';
import { isSameRow } from './row-key.ts';

/** The office's decision on all rows of a version that wait for it: what it does not send back it accepts. */
export function reviewReturn(state: ReturnState, command: ReviewReturn, { at }: ReturnMoment): readonly ReturnEvent[] {
  const { by, version, sendBack, ownUnit, isOfUnit } = command;
  assertMay(by, 'reviewReturn');
  if (!isReviewed(state.kind)) {
    throw new RuleViolation('review-not-needed', `${returnName(state)}报送即接收，无需审核`);
  }
  const rows = waitingRows(state, version);
  if (isOfUnit) {
    throw new RuleViolation('own-unit', '本人在报送单位任职，不能审核本单位的内容，请由办公室其他同志审核');
  }
  if (rows.some(({ makers }) => personsBehind(by).some((personId) => makers.includes(personId)))) {
    throw new RuleViolation('own-work', '本人填写、送审或者审签的内容不能由本人审核，请由办公室其他同志审核');
  }
  if (rows.some(({ notBy = [] }) => personsBehind(by).some((personId) => notBy.includes(personId)))) {
    throw new RuleViolation('first-reviewer', '有的行经异议复核撤销了退回，应由原审核人以外的同志重新审核');
  }
  if (sendBack.some((key, index) => sendBack.findIndex((each) => isSameRow(each, key)) < index)) {
    throw new RuleViolation('row-twice', '同一行重复退回，请刷新后再试');
  }
  if (sendBack.some((key) => !rows.some((row) => isSameRow(row, key)))) {
    throw new RuleViolation('row-unknown', `所退回的行不在第${version}版待审核的范围内，请刷新后再试`);
  }
  const accept = rows
    .filter((row) => !sendBack.some((key) => isSameRow(row, key)))
    .map(({ taskId, subjectId }) => ({ taskId, subjectId }));
  return [{ type: 'returnReviewed', at, by, version, accept, sendBack, ownUnit }];
}

function waitingRows(state: ReturnState, version: number): readonly ReturnRow[] {
  const rows = state.rows.filter((row) => row.version === version && row.state === 'submitted');
  if (rows.length === 0) {
    throw new RuleViolation('nothing-to-review', `${returnName(state)}第${version}版没有待审核的内容，请查看最新版本`);
  }
  if (state.deliveredVersion < version) {
    throw new RuleViolation('delivery-under-way', `${returnName(state)}正在送达各项任务，请稍后再审核`);
  }
  return rows;
}
