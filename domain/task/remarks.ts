import { RuleViolation } from '../errors.ts';
import { type Period, quarterLabel } from '../calendar/quarter.ts';
import { assertMay } from '../permissions.ts';
import { type Instant, dayOf } from '../instant.ts';
import { type PlainDate, chineseDay } from '../plain-date.ts';
import { firstPeriod, isReportedOn, obligationId } from './obligations.ts';
import type { FileStatement, WriteSummary } from './task-command.ts';
import type { TaskEvent } from './task-event.ts';
import type { TaskState } from './task-state.ts';

/** When an act is decided, and when it first reached duban: lateness is judged by the latter, so that no outage of ours makes it. */
export interface Moment {
  readonly at: Instant;
  readonly receivedAt?: Instant;
}

/** A supporting unit differs from what a lead's report says of it 不同意见: a note that holds nobody up, once a report and in time. */
export function fileStatement(
  state: TaskState,
  command: FileStatement,
  { at, receivedAt }: Moment,
): readonly TaskEvent[] {
  const { by, text, aboutUnitId, period } = command;
  assertMay(by, 'fileStatement', { unitId: by.unitId });
  const role = state.parties.find(({ unitId }) => unitId === by.unitId)?.role;
  if (role !== 'support' && role !== 'district') {
    throw new RuleViolation('not-a-supporting-unit', `只有第${state.number}项任务的配合单位可以提出不同意见`);
  }
  if (aboutUnitId === by.unitId) {
    throw new RuleViolation('own-report', '不同意见只能对其他单位的报告提出，本单位的报告请在下次报送时更正');
  }
  const id = obligationId('progress', aboutUnitId, period);
  assertWindowOpen(state, id, { period, on: dayOf(receivedAt ?? at) });
  if (state.statements.includes(`${id} ${by.unitId}`)) {
    throw new RuleViolation('statement-filed', '本单位对这份报告已经提出过不同意见');
  }
  return [{ type: 'statementFiled', at, by, obligationId: id, unitId: by.unitId, text }];
}

function assertWindowOpen(
  { statementsUntil, obligations, settled }: TaskState,
  id: string,
  { period, on }: { readonly period: Period; readonly on: PlainDate },
): void {
  const until = statementsUntil[id];
  if (until !== undefined && on <= until) return;
  const report = `${quarterLabel(period)}的进展情况`;
  const isSubmitted = obligations.some((each) => each.id === id && each.submittedAt !== null);
  if (!isSubmitted && !settled.some((each) => each.id === id)) {
    throw new RuleViolation('nothing-submitted', `该单位还没有报送${report}`);
  }
  const limit = until === undefined ? '' : `应于${chineseDay(until, true)}前提出，`;
  throw new RuleViolation('statement-too-late', `对${report}的不同意见${limit}现已逾期`);
}

/** The first-named lead writes the paragraph 汇总 for the whole task; it may be written again until the task ends. */
export function writeSummary(state: TaskState, command: WriteSummary, at: Instant): readonly TaskEvent[] {
  const { by, period, text } = command;
  assertMay(by, 'writeSummary', { unitId: by.unitId });
  const leads = state.parties.filter(({ role }) => role === 'lead').toSorted((a, b) => a.order - b.order);
  if (leads[0]?.unitId !== by.unitId) {
    throw new RuleViolation('not-the-first-lead', `第${state.number}项任务的汇总由第一牵头单位填写`);
  }
  if (state.openedPeriod === null || period > state.openedPeriod) {
    throw new RuleViolation('period-not-open', `${quarterLabel(period)}尚未开始填报`);
  }
  if (!isReportedIn(state, period)) {
    throw new RuleViolation('period-not-reported', `第${state.number}项任务不报送${quarterLabel(period)}的进展情况`);
  }
  return [{ type: 'summaryWritten', at, by, period, text }];
}

function isReportedIn({ issuedAt, lastPeriod }: TaskState, period: Period): boolean {
  if (issuedAt === null || lastPeriod === null) return false;
  return period >= firstPeriod(issuedAt, lastPeriod) && isReportedOn(period, lastPeriod);
}
