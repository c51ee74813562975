import { RuleViolation } from '../errors.ts';
import { dayOf } from '../instant.ts';
import { chineseDay } from '../plain-date.ts';
import { endingFault } from './ending/ending-fault.ts';
import { isDone } from './ending/row-ending.ts';
import { isCeiling } from './row-verdict.ts';
import type { TakeRows } from './task-command.ts';
import type { Subject, SubmittedRow, TaskState } from './task-state.ts';

/** Refuses a row that lacks what its kind must say; what the texts and plans are worth is for the office's review to judge. */
export function assertRow(state: TaskState, command: TakeRows, row: SubmittedRow, decisionVersion: number): void {
  const subject = state.subjects.find(({ id }) => id === row.subjectId);
  if (subject === undefined) return;
  const place = `第${state.number}项任务“${subject.title}”`;
  if (command.kind === 'stage-plan' && row.plan === null) {
    throw new RuleViolation('plan-missing', `${place}缺少阶段计划，请填写后重报`);
  }
  if (decisionVersion >= 2 && command.kind === 'progress') assertEnding(state, command, { subject, row, place });
  if ((command.kind !== 'progress' && command.kind !== 'district-figures') || subject.target === null) return;
  if (row.value === null) assertMayLackValue(subject, command, place);
  // What is kept under a ceiling may fall without a word.
  else if (!isCeiling(subject.target))
    assertReasonForFall(previousValue(state, subject, command), { ...row, value: row.value }, place);
}

interface PlacedRow {
  readonly subject: Subject;
  readonly row: SubmittedRow;
  readonly place: string;
}

// The last return is also the self-assessment; before it an ending would be a promise.
function assertEnding({ lastPeriod }: TaskState, command: TakeRows, { subject, row, place }: PlacedRow): void {
  const { ending } = row;
  if (command.period !== lastPeriod) {
    if (ending === undefined) return;
    throw new RuleViolation('ending-not-expected', `${place}不是本年度最后一个季度，请勿填报年终自评`);
  }
  if (ending === undefined) throw new RuleViolation('ending-missing', `${place}未填年终自评，请填写后重报`);
  const on = dayOf(command.submittedAt);
  const fault =
    endingFault(ending, { subject, value: row.value, on }) ??
    (isDone(ending) === row.complete ? null : '是否完成与年终自评不一致，请更正');
  if (fault !== null) throw new RuleViolation('ending-contradicts', `${place}${fault}`);
}

// The figures of a share are all that its row says; a report lacks its number only until the statistics are out.
function assertMayLackValue({ plan }: Subject, { kind, submittedAt }: TakeRows, place: string): void {
  const until = plan?.statisticsOn ?? null;
  if (kind === 'district-figures' || until === null) {
    throw new RuleViolation('value-missing', `${place}未填累计完成值，请填写后重报`);
  }
  if (dayOf(submittedAt) < until) return;
  throw new RuleViolation(
    'value-missing',
    `${place}的统计数据已于${chineseDay(until, true)}公布，请填写累计完成值后重报`,
  );
}

// Only what speaks of an earlier time can be fallen below: a report may come after that of the next quarter.
function previousValue(state: TaskState, subject: Subject, { kind, unitId, period }: TakeRows): number | null {
  if (kind === 'district-figures') {
    const own = state.shareValues.filter((each) => each.unitId === unitId && each.subjectId === subject.id);
    const earlier = own.filter((each) => each.period < period).toSorted((a, b) => (a.period < b.period ? -1 : 1));
    return earlier.at(-1)?.value ?? null;
  }
  const { progress, plan } = subject;
  const reported = progress !== null && progress.period < period ? progress.value : null;
  return reported ?? plan?.baseline ?? null;
}

function assertReasonForFall(
  before: number | null,
  row: SubmittedRow & { readonly value: number },
  place: string,
): void {
  if (before === null || row.value >= before || row.texts.reason !== undefined) return;
  throw new RuleViolation('value-falls', `${place}累计值${row.value}低于上次的${before}，请说明原因`);
}
