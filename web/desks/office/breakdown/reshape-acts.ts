import type { BreakdownBody } from '../../../../api/schemas/breakdown.ts';
import { type ActDefinition, textOf } from '../../../blocks/act/act-definition.ts';
import { type FormValues, listOf } from '../../../blocks/form/field.ts';
import { cutsOf } from './cuts.ts';
import { doubled, reasonField, saidIn, taskFields, valuesOf } from './task-acts.ts';

type Task = BreakdownBody['tasks'][number];

const shared = 'shared';

/** Dividing a task into two: which units and items each has, and where in the notice the second begins. */
export function splitTaskAct(task: Task, { draftVersion, units, text }: BreakdownBody): ActDefinition {
  const own = units.filter(({ unitId }) => task.parties.some((party) => party.unitId === unitId));
  const choices = own.map(({ unitId, name }) => ({ value: unitId, label: name }));
  const items = task.items.map(({ id, title }) => ({ value: id, label: title }));
  const cuts = cutsOf(text, task.span).map(({ at, words }) => ({ value: String(at), label: `从“${words}”起` }));
  return {
    label: '拆分任务',
    title: `拆分第${task.number}项任务`,
    needs: 'reviseTask',
    note: '原任务保留编号，新任务排在其后。两项任务的单位已按原任务列出，请分别删去不参与的单位。',
    fields: [
      ...taskFields('rest-', choices, '原任务：'),
      ...taskFields('', choices, '新任务：'),
      ...(items.length === 0
        ? []
        : [{ kind: 'choices' as const, name: 'items', label: '归入新任务的具体事项', choices: items }]),
      {
        kind: 'choice',
        name: 'cut',
        label: '新任务的文件原文',
        required: true,
        choices: [{ value: shared, label: '与原任务共用全部原文' }, ...cuts],
      },
      reasonField,
    ],
    initial: { ...valuesOf(task, 'rest-'), ...valuesOf({ ...task, title: '' }, ''), items: [], cut: shared },
    check: (values) => ({ ...leftOut(values, own), ...doubled(values, ''), ...doubled(values, 'rest-') }),
    toAct: (values) => ({
      type: 'splitTask',
      taskNumber: task.number,
      draftVersion,
      rest: saidIn(values, 'rest-'),
      added: saidIn(values, ''),
      itemIds: [...listOf(values, 'items')],
      cutAt: textOf(values, 'cut') === shared ? null : Number(textOf(values, 'cut')),
      reason: textOf(values, 'reason'),
    }),
  };
}

/** Making one task of this and the next. */
export function mergeTasksAct(task: Task, next: Task, { draftVersion }: BreakdownBody): ActDefinition {
  return {
    label: '与下一项合并',
    title: `将第${next.number}项任务并入第${task.number}项`,
    needs: 'reviseTask',
    note: `第${next.number}项“${next.title}”的原文、单位和具体事项全部归入第${task.number}项，第${next.number}项不再单列，其他任务的编号不变。`,
    fields: [{ kind: 'text', name: 'title', label: '合并后的任务名称', required: true, lines: 2 }, reasonField],
    initial: { title: task.title },
    toAct: (values) => ({
      type: 'mergeTasks',
      taskNumber: task.number,
      nextNumber: next.number,
      draftVersion,
      title: textOf(values, 'title'),
      reason: textOf(values, 'reason'),
    }),
  };
}

function leftOut(values: FormValues, own: BreakdownBody['units']): Readonly<Record<string, string>> {
  const kept = [...saidIn(values, '').parties, ...saidIn(values, 'rest-').parties].map(({ unitId }) => unitId);
  const missing = own.filter(({ unitId }) => !kept.includes(unitId)).map(({ name }) => name);
  if (missing.length === 0) return {};
  return { support: `${missing.join('、')}未列入任何一项任务，请至少列入一项；不再参与的，请先修改任务` };
}
