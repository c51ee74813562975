import type { TaskPageBody } from '../../../api/schemas/task.ts';
import { isPeriod } from '../../../domain/calendar/quarter.ts';
import { type ActDefinition, textOf } from '../../blocks/act/act-definition.ts';
import type { Field } from '../../blocks/form/field.ts';
import { periodText } from '../../words/names.ts';

/** Acts around what is reported on a task: the summary, differing statements, and its end. */
export function reportActs(task: TaskPageBody, unitId: string): readonly ActDefinition[] {
  const role = task.parties.find(({ unit }) => unit.unitId === unitId)?.role ?? null;
  const periods = [...new Set(task.obligations.map(({ period }) => period))].filter(isPeriod);
  const period: Field = {
    kind: 'choice',
    name: 'period',
    label: '季度',
    required: true,
    choices: periods.map((value) => ({ value, label: periodText(value) })),
  };
  const others = task.parties.filter((party) => party.role === 'lead' && party.unit.unitId !== unitId);
  return [
    ...(task.phase === 'open' ? [endTask(task)] : []),
    ...(role === 'lead' && periods.length > 0 ? [summary(task, period)] : []),
    ...(role === 'support' && periods.length > 0 && others.length > 0 ? [statement(task, period, others)] : []),
  ];
}

function endTask({ taskId, title }: TaskPageBody): ActDefinition {
  return {
    label: '办结任务',
    title: '办结任务',
    needs: 'endTask',
    note: <p>办结后不再要求报送，已有记录全部保留。</p>,
    fields: [],
    toAct: () => ({ type: 'endTask', taskId }),
    undo: `办结任务：${title}`,
  };
}

function summary({ taskId }: TaskPageBody, period: Field): ActDefinition {
  return {
    label: '撰写任务汇总',
    title: '撰写任务汇总',
    needs: 'writeSummary',
    fields: [period, { kind: 'text', name: 'text', label: '汇总', required: true, lines: 6 }],
    toAct: (values) => ({
      type: 'writeSummary',
      taskId,
      period: textOf(values, 'period'),
      text: textOf(values, 'text'),
    }),
  };
}

function statement({ taskId }: TaskPageBody, period: Field, others: TaskPageBody['parties']): ActDefinition {
  return {
    label: '提出不同意见',
    title: '对牵头单位所报内容提出不同意见',
    needs: 'fileStatement',
    fields: [
      {
        kind: 'choice',
        name: 'aboutUnitId',
        label: '关于哪个单位所报内容',
        required: true,
        choices: others.map(({ unit }) => ({ value: unit.unitId, label: unit.name })),
      },
      period,
      { kind: 'text', name: 'text', label: '不同意见', required: true },
    ],
    toAct: (values) => ({
      type: 'fileStatement',
      taskId,
      aboutUnitId: textOf(values, 'aboutUnitId'),
      period: textOf(values, 'period'),
      text: textOf(values, 'text'),
    }),
  };
}
