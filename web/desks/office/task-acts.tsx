import type { TaskPageBody } from '../../../api/schemas/task.ts';
import { isPeriod } from '../../../domain/calendar/quarter.ts';
import { ActButton } from '../../blocks/act/act-button.tsx';
import { type ActDefinition, textOf } from '../../blocks/act/act-definition.ts';
import { useSession } from '../../session/use-session.ts';
import { periodText } from '../../words/names.ts';

/** The acts that the seat may do on a task; a new act of tasks is one more definition here. */
export function TaskActs({ task }: { readonly task: TaskPageBody }) {
  const { data: session } = useSession();
  const unitId = session?.chosen?.unit.unitId ?? '';
  if (task.asOf !== null) return null;
  return (
    <div className="actions">
      {definitions(task, unitId).map((definition) => (
        <ActButton
          key={definition.label}
          planId={task.planId}
          definition={definition}
          draft={`${definition.needs}/${task.taskId}`}
        />
      ))}
    </div>
  );
}

function definitions(task: TaskPageBody, unitId: string): readonly ActDefinition[] {
  const { taskId } = task;
  const role = task.parties.find(({ unit }) => unit.unitId === unitId)?.role ?? null;
  const periods = [...new Set(task.obligations.map(({ period }) => period))].filter(isPeriod);
  const ofPeriods = periods.map((period) => ({ value: period, label: periodText(period) }));
  const leads = task.parties.filter((party) => party.role === 'lead' && party.unit.unitId !== unitId);
  const end: ActDefinition = {
    label: '办结任务',
    title: '办结任务',
    needs: 'endTask',
    note: <p>办结后不再要求报送，已有记录全部保留。</p>,
    fields: [],
    toAct: () => ({ type: 'endTask', taskId }),
    undo: `办结任务：${task.title}`,
  };
  const summary: ActDefinition = {
    label: '撰写任务汇总',
    title: '撰写任务汇总',
    needs: 'writeSummary',
    fields: [
      { kind: 'choice', name: 'period', label: '季度', required: true, choices: ofPeriods },
      { kind: 'text', name: 'text', label: '汇总', required: true, lines: 6 },
    ],
    toAct: (values) => ({
      type: 'writeSummary',
      taskId,
      period: textOf(values, 'period'),
      text: textOf(values, 'text'),
    }),
  };
  const statement: ActDefinition = {
    label: '提出不同意见',
    title: '对牵头单位所报内容提出不同意见',
    needs: 'fileStatement',
    fields: [
      {
        kind: 'choice',
        name: 'aboutUnitId',
        label: '关于哪个单位所报内容',
        required: true,
        choices: leads.map(({ unit }) => ({ value: unit.unitId, label: unit.name })),
      },
      { kind: 'choice', name: 'period', label: '季度', required: true, choices: ofPeriods },
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
  return [
    ...(task.phase === 'open' ? [end] : []),
    ...(role === 'lead' && periods.length > 0 ? [summary] : []),
    ...(role === 'support' && periods.length > 0 && leads.length > 0 ? [statement] : []),
  ];
}
