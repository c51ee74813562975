import { type WorkingCalendar, isWorkingDay } from '../../calendar/working-calendar.ts';
import { RuleViolation, assertNever } from '../../errors.ts';
import { type PlainDate, chineseDay } from '../../plain-date.ts';
import type { Rules } from '../../rules.ts';
import { obligationNames, rowsOwed } from '../find.ts';
import type { Subject, TaskState } from '../task-state.ts';
import { assertAmendment } from './amendment.ts';
import { assertMayLeave } from './move-unit.ts';
import { dayInForce } from './pending.ts';
import { type Extension, type TaskChange, type TargetChange, changeNames } from './task-change.ts';

/** Who asks, and on which day the request reached duban. */
export interface Asking {
  /** Null where the office proposes. */
  readonly unitId: string | null;
  readonly on: PlainDate;
  readonly rules: Pick<Rules, 'version'>;
  readonly calendar: WorkingCalendar;
}

/** Refuses a change that cannot be granted however it is decided: of a thing that is not there, not theirs, or too late. */
export function assertAskable(state: TaskState, change: TaskChange, asking: Asking): void {
  assertRunning(state, change);
  switch (change.kind) {
    case 'extension':
      return assertExtension(state, change, asking);
    case 'decline':
      assertOwn(state, change.unitId, asking, '退办');
      return assertMayLeave(state, change.unitId);
    case 'reassignment':
      return assertMayLeave(state, change.unitId, change.toUnitId);
    case 'target':
      return assertTarget(state, change, asking);
    case 'amendment':
      return assertAmendment(state, change);
    case 'suspension':
    case 'resumption':
    case 'termination':
      return assertLead(state, asking, changeNames[change.kind]);
    default:
      assertNever(change);
  }
}

/** While a task stands still only its resumption or termination can be decided. */
export function assertRunning({ number, changes }: TaskState, { kind }: TaskChange): void {
  if (kind === 'resumption') {
    if (changes.suspended !== null) return;
    throw new RuleViolation('task-not-suspended', `第${number}项任务没有暂停，不需要恢复`);
  }
  if (changes.suspended === null || kind === 'termination') return;
  const since = chineseDay(changes.suspended.on, true);
  throw new RuleViolation(
    'task-suspended',
    `第${number}项任务自${since}起暂停，不能办理${changeNames[kind]}，请先恢复任务`,
  );
}

function assertExtension(state: TaskState, change: Extension, asking: Asking): void {
  const { name, unitId, due } = extended(state, change);
  assertOwn(state, unitId, asking, '延期');
  if (asking.on > due) {
    throw new RuleViolation(
      'extension-too-late',
      `${name}的时限为${chineseDay(due, true)}，现已逾期。按时限规则（第${asking.rules.version}版），延期应在到期前提出，逾期后不再受理，仍按原时限计算`,
    );
  }
  if (change.of.kind === 'obligation' && !isWorkingDay(asking.calendar, change.to)) {
    throw new RuleViolation(
      'not-a-working-day',
      `${chineseDay(change.to, true)}不是工作日，报送时限应定在工作日，请改选日期`,
    );
  }
  if (change.to <= due) {
    throw new RuleViolation(
      'extension-not-later',
      `${name}的时限为${chineseDay(due, true)}，申请延至的日期应晚于该日，请核对`,
    );
  }
}

interface Extended {
  readonly name: string;
  readonly unitId: string;
  readonly due: PlainDate;
}

function extended(state: TaskState, { of }: Extension): Extended {
  if (of.kind === 'item') {
    const subject = subjectOf(state, of.subjectId);
    return { name: `第${state.number}项任务“${subject.title}”`, unitId: subject.unitId, due: subject.due };
  }
  const obligation = state.obligations.find(({ id }) => id === of.obligationId);
  if (obligation === undefined) {
    throw new RuleViolation('obligation-not-owed', `第${state.number}项任务没有该项报送任务，或者已经办结，不需要延期`);
  }
  const name = `第${state.number}项任务的${obligationNames[obligation.kind]}`;
  if (rowsOwed(obligation).length === 0) {
    throw new RuleViolation('obligation-submitted', `${name}已经报送，不需要延期`);
  }
  return { name, unitId: obligation.unitId, due: dayInForce(obligation) };
}

function assertTarget(state: TaskState, { subjectId, target }: TargetChange, asking: Asking): void {
  const subject = subjectOf(state, subjectId);
  if (asking.unitId !== null) assertOwn(state, subject.unitId, asking, '目标调整');
  const place = `第${state.number}项任务“${subject.title}”`;
  if (subject.target === null) {
    throw new RuleViolation(
      'item-without-target',
      `${place}没有数量目标，需要改变内容的，由领导小组办公室提出事项调整`,
    );
  }
  const before = subject.target;
  const isSame =
    before.value === target.value && before.unit === target.unit && before.comparator === target.comparator;
  if (isSame) throw new RuleViolation('target-same', `${place}的目标与原目标相同，请填写调整后的目标`);
}

function assertLead({ number, parties }: TaskState, { unitId }: Asking, name: string): void {
  if (unitId === null || parties.some((party) => party.role === 'lead' && party.unitId === unitId)) return;
  throw new RuleViolation('not-a-lead', `第${number}项任务的${name}由牵头单位或者领导小组办公室提出`);
}

function assertOwn({ number }: TaskState, owner: string, { unitId }: Asking, name: string): void {
  if (owner === unitId) return;
  throw new RuleViolation('not-own-part', `第${number}项任务的该项工作不由本单位承担，不能提出${name}，请核对`);
}

/** The subject of this id; refuses one that the task has not. */
export function subjectOf({ number, subjects }: TaskState, id: string): Subject {
  const subject = subjects.find((each) => each.id === id);
  if (subject !== undefined) return subject;
  throw new RuleViolation('unknown-item', `第${number}项任务没有该具体事项，请核对编号`);
}
