import type { TaskPageBody } from '../../../api/schemas/task.ts';
import { decidableLights } from '../../../domain/task/finding/decidable-light.ts';
import { lightNames } from '../../../domain/task/light-sentence.ts';
import { type ActDefinition, textOf } from '../../blocks/act/act-definition.ts';
import type { Field } from '../../blocks/form/field.ts';

/** Acts of those who check: lights that people decide. */
export function findingActs(task: TaskPageBody): readonly ActDefinition[] {
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
  const { taskId } = task;
  return [
    {
      label: '调整亮灯',
      title: '决定调整亮灯',
      needs: 'decideLight',
      fields: [
        subject,
        {
          kind: 'choice',
          name: 'light',
          label: '调整为',
          required: true,
          choices: decidableLights.map((light) => ({ value: light, label: lightNames[light] })),
        },
        { kind: 'text', name: 'reason', label: '理由', required: true },
      ],
      toAct: (values) => {
        const wanted = textOf(values, 'light');
        const light = decidableLights.find((one) => one === wanted);
        if (light === undefined) throw new Error(`${wanted} is no light that people decide`);
        return {
          type: 'decideLight',
          taskId,
          subjectId: textOf(values, 'subjectId'),
          light,
          reason: textOf(values, 'reason'),
        };
      },
    },
  ];
}
