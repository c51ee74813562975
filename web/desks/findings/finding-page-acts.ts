import type { FindingLineBody } from '../../../api/schemas/matter.ts';
import { findingOutcomeNames } from '../../../domain/task/finding/finding-names.ts';
import { type ActDefinition, textOf } from '../../blocks/act/act-definition.ts';
import type { FormValues } from '../../blocks/form/field.ts';
import { chosenLight, lightField, objectionAct } from './objection-acts.ts';

/** What can be done about a finding as it stands. */
export function findingLineActs(finding: FindingLineBody): readonly ActDefinition[] {
  const { taskId, findingId, phase, statement, objectionUntil, underReview } = finding;
  if (phase === 'concluded' && objectionUntil !== null && !underReview)
    return [objectionAct({ kind: 'finding', taskId, findingId }, '核查结论')];
  if (phase !== 'open') return [];
  return [...(statement === null ? [stateAct(finding)] : []), concludeAct(finding)];
}

function stateAct({ taskId, findingId }: FindingLineBody): ActDefinition {
  return {
    label: '陈述意见',
    title: '对核查情况陈述意见',
    needs: 'stateOnFinding',
    approver: 'head',
    fields: [{ kind: 'text', name: 'text', label: '意见', required: true, lines: 5 }],
    toAct: (values) => ({ type: 'stateOnFinding', taskId, findingId, text: textOf(values, 'text') }),
  };
}

function concludeAct({ taskId, findingId }: FindingLineBody): ActDefinition {
  return {
    label: '作出结论',
    title: '作出核查结论',
    needs: 'concludeFinding',
    fields: [
      {
        kind: 'choice',
        name: 'outcome',
        label: '结论',
        required: true,
        choices: Object.entries(findingOutcomeNames).map(([value, label]) => ({ value, label })),
      },
      { kind: 'text', name: 'text', label: '说明', required: true, lines: 4 },
      { ...lightField('亮灯调整为', false), help: '不需要调整的不填。' },
    ],
    toAct: (values) => ({
      type: 'concludeFinding',
      taskId,
      findingId,
      outcome: outcomeOf(values),
      text: textOf(values, 'text'),
      light: chosenLight(values),
    }),
  };
}

function outcomeOf(values: FormValues): keyof typeof findingOutcomeNames {
  const chosen = textOf(values, 'outcome');
  return chosen === 'confirmed' || chosen === 'partly' ? chosen : 'unfounded';
}
