import type { ChangeLineBody } from '../../../api/schemas/matter.ts';
import { type ActDefinition, textOf } from '../../blocks/act/act-definition.ts';
import type { Choice, FormValues } from '../../blocks/form/field.ts';

const isGranted = (values: FormValues): boolean => textOf(values, 'outcome') === 'granted';

/** Deciding on a change: by the office where it is the office's, else by a leader, for whom the office drafts a sheet. */
export function decisionAct(line: ChangeLineBody, units: readonly Choice[]): ActDefinition {
  const { taskId, changeId, kind, kindName, decider, words } = line;
  return {
    label: '决定',
    title: `决定${kindName}`,
    ...(decider === 'office'
      ? { needs: 'decideOfficeChange' as const }
      : { needs: 'decideChange' as const, approver: 'leader' as const }),
    note: <p>{words.join('；')}</p>,
    fields: [
      {
        kind: 'choice',
        name: 'outcome',
        label: '决定',
        required: true,
        choices: [
          { value: 'granted', label: '同意' },
          { value: 'refused', label: '不同意' },
        ],
      },
      ...(kind === 'decline'
        ? [
            {
              kind: 'choice' as const,
              name: 'replacementId',
              label: '接办单位',
              help: '该单位负责具体事项的，须确定接办单位。',
              choices: units,
              when: isGranted,
            },
          ]
        : []),
      { kind: 'text', name: 'reason', label: '理由', required: true },
    ],
    toAct: (values) => ({
      type: 'decideChange',
      taskId,
      changeId,
      outcome: isGranted(values) ? 'granted' : 'refused',
      reason: textOf(values, 'reason'),
      replacementId:
        isGranted(values) && textOf(values, 'replacementId') !== '' ? textOf(values, 'replacementId') : null,
    }),
  };
}

/** Taking back what was asked for: the unit by its head's approval, the office what it proposed. */
export function withdrawalAct({ taskId, changeId, kindName, unit }: ChangeLineBody): ActDefinition {
  return {
    label: '撤回申请',
    title: `撤回${kindName}申请`,
    ...(unit === null
      ? { needs: 'proposeChange' as const }
      : { needs: 'requestChange' as const, approver: 'head' as const }),
    fields: [{ kind: 'text', name: 'reason', label: '理由', required: true }],
    toAct: (values) => ({ type: 'withdrawChange', taskId, changeId, reason: textOf(values, 'reason') }),
  };
}
