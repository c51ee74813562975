import type { TaskPageBody } from '../../../api/schemas/task.ts';
import { findingMethodNames } from '../../../domain/task/finding/finding-names.ts';
import { type ActDefinition, numberOf, textOf } from '../../blocks/act/act-definition.ts';
import type { Choice, Field, FormValues } from '../../blocks/form/field.ts';
import { chosenLight, lightField, objectionAct } from '../findings/objection-acts.ts';

/** Acts of those who check, and objections of the unit: findings, and lights that people decide. */
export function findingActs(
  task: TaskPageBody,
  { unitId, checkers }: { readonly unitId: string; readonly checkers: readonly Choice[] },
): readonly ActDefinition[] {
  if (task.phase === 'unissued' || task.subjects.length === 0) return [];
  const subject: Field = {
    kind: 'choice',
    name: 'subjectId',
    label: '具体事项',
    required: true,
    choices: task.subjects.map(({ subjectId, title, unit }) => ({
      value: subjectId,
      label: `${title}（${unit.name}）`,
    })),
  };
  return [
    openFinding(task.taskId, subject, checkers),
    decideLight(task.taskId, subject),
    ...task.subjects
      .filter(({ unit, light }) => unit.unitId === unitId && isBehind(light?.light ?? null))
      .map(({ subjectId, title }) => ({
        ...objectionAct({ kind: 'light', taskId: task.taskId, subjectId }, `“${title}”的亮灯`),
        label: `对“${title}”的亮灯提出异议`,
      })),
    ...sentBackObjections(task, unitId),
  ];
}

function isBehind(light: string | null): boolean {
  return light === 'behind' || light === 'far-behind';
}

function sentBackObjections({ taskId, obligations }: TaskPageBody, unitId: string): readonly ActDefinition[] {
  return obligations
    .filter(({ unit }) => unit.unitId === unitId)
    .flatMap(({ id, rows }) =>
      rows
        .filter(({ state }) => state === 'sent-back')
        .map(({ subjectId, title }) => ({
          ...objectionAct({ kind: 'row', taskId, obligationId: id, subjectId }, `“${title}”退回修改`),
          label: `对“${title}”退回修改提出异议`,
        })),
    );
}

function openFinding(taskId: string, subject: Field, checkers: readonly Choice[]): ActDefinition {
  return {
    label: '发起核查',
    title: '发起核查',
    needs: 'openFinding',
    fields: [
      subject,
      { kind: 'text', name: 'claim', label: '核查内容（所报情况）', required: true },
      {
        kind: 'choice',
        name: 'method',
        label: '方式',
        required: true,
        choices: Object.entries(findingMethodNames).map(([value, label]) => ({ value, label })),
      },
      { kind: 'choices', name: 'checkers', label: '核查人员（两人）', required: true, choices: checkers },
      { kind: 'number', name: 'reportedValue', label: '所报数据' },
      { kind: 'number', name: 'foundValue', label: '核查数据' },
      { kind: 'text', name: 'evidence', label: '证据', required: true },
    ],
    check: (values) => (checkersOf(values).length === 2 ? {} : { checkers: '核查须由两人进行，请选择两人' }),
    toAct: (values, finding) => ({
      type: 'openFinding',
      taskId,
      finding,
      subjectId: textOf(values, 'subjectId'),
      claim: textOf(values, 'claim'),
      method: methodOf(values),
      checkers: [...checkersOf(values)],
      reportedValue: numberOf(values, 'reportedValue'),
      foundValue: numberOf(values, 'foundValue'),
      evidence: { text: textOf(values, 'evidence'), hashes: [] },
    }),
  };
}

function checkersOf({ checkers }: FormValues): readonly string[] {
  return Array.isArray(checkers) ? checkers.map(String) : [];
}

function methodOf(values: FormValues): keyof typeof findingMethodNames {
  const chosen = textOf(values, 'method');
  return chosen === 'telephone' || chosen === 'on-site' ? chosen : 'documents';
}

function decideLight(taskId: string, subject: Field): ActDefinition {
  return {
    label: '调整亮灯',
    title: '决定调整亮灯',
    needs: 'decideLight',
    fields: [subject, lightField('调整为', true), { kind: 'text', name: 'reason', label: '理由', required: true }],
    toAct: (values) => {
      const light = chosenLight(values);
      if (light === null) throw new Error('no light was chosen');
      return {
        type: 'decideLight',
        taskId,
        subjectId: textOf(values, 'subjectId'),
        light,
        reason: textOf(values, 'reason'),
      };
    },
  };
}
