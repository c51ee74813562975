import { isPeriod, quarterLabel } from '../calendar/quarter.ts';
import { assertNever } from '../errors.ts';
import { chineseDay } from '../plain-date.ts';
import { obligationNames } from '../task/find.ts';
import { type ExtendedThing, type TaskChange, changeNames } from '../task/change/task-change.ts';

/** Names of a task's items and of what units owe on it. */
export interface NamesOfChanges {
  readonly unit: (unitId: string) => string;
  readonly item: (taskId: string, subjectId: string) => string;
}

/** What a change of a task asks for, a line each. */
export function changeWords(taskId: string, change: TaskChange, names: NamesOfChanges): readonly string[] {
  return [`变更类型：${changeNames[change.kind]}`, ...detailsOf(taskId, change, names)];
}

function detailsOf(taskId: string, change: TaskChange, names: NamesOfChanges): readonly string[] {
  switch (change.kind) {
    case 'extension':
      return [`延期对象：${thing(taskId, change.of, names)}`, `申请延期至：${chineseDay(change.to, true)}`];
    case 'decline':
      return [`退办单位：${names.unit(change.unitId)}`];
    case 'reassignment':
      return [`由${names.unit(change.unitId)}调整为${names.unit(change.toUnitId)}`];
    case 'target': {
      const { value, unit } = change.target;
      return [`事项：${names.item(taskId, change.subjectId)}`, `目标调整为：${value}${unit}`];
    }
    case 'amendment':
      return [
        ...change.put.map(({ title, due }) => `调整后的事项：${title}，${chineseDay(due, true)}前完成`),
        ...change.remove.map((subjectId) => `取消的事项：${names.item(taskId, subjectId)}`),
        ...change.joins.map(({ unitId }) => `增加的单位：${names.unit(unitId)}`),
      ];
    case 'suspension':
    case 'resumption':
    case 'termination':
      return [];
    default:
      return assertNever(change);
  }
}

function thing(taskId: string, of: ExtendedThing, names: NamesOfChanges): string {
  return of.kind === 'item' ? `具体事项“${names.item(taskId, of.subjectId)}”` : obligationWords(of.obligationId);
}

/** What a unit owes, read from its id: 2022年第三季度进展情况. */
export function obligationWords(obligationId: string): string {
  const [kind = '', , period = ''] = obligationId.split('/');
  const name = Object.entries(obligationNames).find(([each]) => each === kind)?.[1] ?? '本单位的报送任务';
  return isPeriod(period) ? `${quarterLabel(period)}${name}` : name;
}
