import type { BreakdownBody } from '../../../../api/schemas/breakdown.ts';
import { type ActDefinition, type SentAct, textOf } from '../../../blocks/act/act-definition.ts';
import { type Choice, type Field, type FormValues, listOf } from '../../../blocks/form/field.ts';
import { roleNames } from '../../../words/names.ts';

type Task = BreakdownBody['tasks'][number];
type TaskSaid = Extract<SentAct, { type: 'reviseTask' }>['task'];

/** Why something in the breakdown is changed by hand. */
export const reasonField: Field = { kind: 'text', name: 'reason', label: '理由', required: true, lines: 2 };

const roles = ['lead', 'support', 'district'] as const;

/** Writing the title, the group and the units of a task by hand. */
export function reviseTaskAct(task: Task, { draftVersion, units, tasks }: BreakdownBody): ActDefinition {
  const choices = units.map(({ unitId, name }) => ({ value: unitId, label: name }));
  const [title, ...parties] = taskFields('', choices);
  return {
    label: '修改任务',
    title: `修改第${task.number}项任务`,
    needs: 'reviseTask',
    fields: [
      ...(title === undefined ? [] : [title]),
      ...(task.group === '' ? [] : [groupField(tasks)]),
      ...parties,
      reasonField,
    ],
    initial: { ...valuesOf(task, ''), group: task.group },
    check: (values) => doubled(values, ''),
    toAct: (values) => ({
      type: 'reviseTask',
      taskNumber: task.number,
      draftVersion,
      task: { ...saidIn(values, ''), ...(task.group === '' ? {} : { group: textOf(values, 'group') }) },
      reason: textOf(values, 'reason'),
    }),
  };
}

/** The group of a task, among those that the breakdown has. */
export function groupField(tasks: readonly Task[]): Field {
  const groups = [...new Set(tasks.map(({ group }) => group))].filter((group) => group !== '');
  const choices = groups.map((each) => ({ value: each, label: each }));
  return { kind: 'choice', name: 'group', label: '任务组', required: true, choices };
}

/** The fields of a task: its title, then its units by what they are on it. */
export function taskFields(prefix: string, choices: readonly Choice[], before = ''): readonly Field[] {
  return [
    { kind: 'text', name: `${prefix}title`, label: `${before}任务名称`, required: true, lines: 2 },
    ...roles.map((role): Field => ({
      kind: 'choices',
      name: `${prefix}${role}`,
      label:
        before +
        (role === 'lead' ? '牵头单位（第一位撰写汇总）' : roleNames[role] + (role === 'support' ? '单位' : '')),
      required: role === 'lead',
      choices,
    })),
  ];
}

/** What the fields of a task hold when their form opens. */
export function valuesOf({ title, parties }: Pick<Task, 'title' | 'parties'>, prefix: string): FormValues {
  const own = roles.map((role) => {
    const ids = parties.filter((party) => party.role === role).map(({ unitId }) => unitId);
    return [`${prefix}${role}`, ids] as const;
  });
  return { [`${prefix}title`]: title, ...Object.fromEntries(own) };
}

/** A task as its fields say it. */
export function saidIn(values: FormValues, prefix: string): TaskSaid {
  const parties = roles.flatMap((role) => listOf(values, `${prefix}${role}`).map((unitId) => ({ unitId, role })));
  return { title: textOf(values, `${prefix}title`), parties };
}

/** The fault of a unit that is listed twice on one task. */
export function doubled(values: FormValues, prefix: string): Readonly<Record<string, string>> {
  const all = saidIn(values, prefix).parties.map(({ unitId }) => unitId);
  return new Set(all).size < all.length ? { [`${prefix}support`]: '同一单位只能列在一处，请删去重复的单位' } : {};
}
