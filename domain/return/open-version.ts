import { RuleViolation } from '../errors.ts';
import type { PersonActor } from '../actor.ts';
import type { Instant } from '../instant.ts';
import { evolveReturn } from './evolve.ts';
import type { OpenedRow, ReturnEvent, RowKey } from './return-event.ts';
import type { ReturnIdentity } from './return-of.ts';
import type { ReturnRow, ReturnState } from './return-state.ts';
import { isSameRow } from './row-key.ts';
import { returnName, rowName } from './row-name.ts';

/** A return with the rows that can be worked on, and the event that opened what was not open yet. */
export interface OpenReturn {
  readonly state: ReturnState;
  readonly events: readonly ReturnEvent[];
}

/**
 * Opens what of `openRows` is not in work yet: the first version, the next one with rows that came back, or late rows of the
 * running one (tasks open their obligations one by one, so a return may be begun before the last of them is there).
 */
export function openVersion(
  state: ReturnState,
  identity: ReturnIdentity,
  openRows: readonly OpenedRow[],
  { by, at }: { readonly by: PersonActor; readonly at: Instant },
): OpenReturn {
  const rows = openRows.filter((row) => mayOpen(state.rows.find((each) => isSameRow(each, row))));
  if (rows.length === 0) {
    if (state.phase === 'draft') return { state, events: [] };
    throw nothingOpen(state, identity);
  }
  const version = state.phase === 'draft' ? state.version : state.version + 1;
  const { returnId, planId, unitId, period, kind } = identity;
  const opened: ReturnEvent = {
    type: 'returnOpened',
    at,
    by,
    returnId,
    planId,
    unitId,
    period,
    kind,
    version,
    rows,
  };
  return { state: evolveReturn(state, opened), events: [opened] };
}

/** The row of the running version; refuses one that is not open, saying why. */
export function draftRow(state: ReturnState, key: RowKey): ReturnRow {
  const row = state.rows.find((each) => isSameRow(each, key));
  if (row === undefined) throw new RuleViolation('row-unknown', '所填的行不在本单位应报送的范围内，请刷新后再试');
  if (row.state === 'draft') return row;
  throw new RuleViolation('row-not-open', `${rowName(row)}${notOpenReasons[row.state]}`);
}

const notOpenReasons: Readonly<Record<Exclude<ReturnRow['state'], 'draft'>, string>> = {
  submitted: '已报送，审核退回前不能修改',
  accepted: '已审核通过，不能再修改',
  'sent-back': '的退回意见正在送达，请稍后再试',
  refused: '未能送达，正在恢复填报，请稍后再试',
};

function mayOpen(row: ReturnRow | undefined): boolean {
  return row === undefined || row.state === 'sent-back' || row.state === 'refused';
}

function nothingOpen(state: ReturnState, identity: ReturnIdentity): RuleViolation {
  const name = returnName(identity);
  if (state.phase === 'none') return new RuleViolation('nothing-to-report', `本单位目前没有需要填报的${name}`);
  if (state.phase === 'settled') return new RuleViolation('return-settled', `${name}已全部审核通过，不能再修改`);
  const isComing = state.rows.some((row) => row.state === 'sent-back' || row.state === 'refused');
  return isComing
    ? new RuleViolation('delivery-under-way', `${name}的退回意见正在送达各项任务，请稍后再试`)
    : new RuleViolation('return-submitted', `${name}已报送，审核退回前不能修改`);
}
