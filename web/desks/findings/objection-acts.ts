import type { ObjectionLineBody } from '../../../api/schemas/matter.ts';
import { objectionOutcomeNames } from '../../../domain/objection/objection-target.ts';
import { decidableLights } from '../../../domain/task/finding/decidable-light.ts';
import { lightNames } from '../../../domain/task/light-sentence.ts';
import { type ActDefinition, type SentAct, textOf } from '../../blocks/act/act-definition.ts';
import type { Field, FormValues } from '../../blocks/form/field.ts';

type About = Extract<SentAct, { type: 'fileObjection' }>['about'];

/** Objecting to one decision. */
export function objectionAct(about: About, title: string): ActDefinition {
  return {
    label: '提出异议',
    title: `对${title}提出异议`,
    needs: 'fileObjection',
    approver: 'head',
    fields: [{ kind: 'text', name: 'grounds', label: '异议理由', required: true, lines: 5 }],
    toAct: (values) => ({ type: 'fileObjection', about, grounds: textOf(values, 'grounds') }),
  };
}

/** The lights that people may decide on, as a field. */
export function lightField(label: string, required: boolean, when?: (values: FormValues) => boolean): Field {
  return {
    kind: 'choice',
    name: 'light',
    label,
    required,
    choices: decidableLights.map((light) => ({ value: light, label: lightNames[light] })),
    ...(when === undefined ? {} : { when }),
  };
}

/** The light that was chosen; null where none was. */
export function chosenLight(values: FormValues): (typeof decidableLights)[number] | null {
  const wanted = textOf(values, 'light');
  return decidableLights.find((light) => light === wanted) ?? null;
}

/** What can be done about an open objection. */
export function openObjectionActs({ objectionId, kind, concernsReader }: ObjectionLineBody): readonly ActDefinition[] {
  const isUpheld = (values: FormValues): boolean => ['upheld', 'partly'].includes(textOf(values, 'outcome'));
  const answer: ActDefinition = {
    label: '答复异议',
    title: '答复异议',
    needs: 'answerObjection',
    fields: [
      {
        kind: 'choice',
        name: 'outcome',
        label: '答复',
        required: true,
        choices: Object.entries(objectionOutcomeNames).map(([value, label]) => ({ value, label })),
      },
      ...(kind === 'light' ? [lightField('亮灯调整为', true, isUpheld)] : []),
      { kind: 'text', name: 'reason', label: '理由', required: true },
    ],
    toAct: (values) => ({
      type: 'answerObjection',
      objectionId,
      outcome: outcomeOf(values),
      light: isUpheld(values) ? chosenLight(values) : null,
      reason: textOf(values, 'reason'),
    }),
  };
  const withdraw: ActDefinition = {
    label: '撤回异议',
    title: '撤回异议',
    needs: 'fileObjection',
    approver: 'head',
    fields: [{ kind: 'text', name: 'reason', label: '理由', required: true }],
    toAct: (values) => ({ type: 'withdrawObjection', objectionId, reason: textOf(values, 'reason') }),
  };
  return concernsReader ? [withdraw] : [answer, withdraw];
}

function outcomeOf(values: FormValues): keyof typeof objectionOutcomeNames {
  const chosen = textOf(values, 'outcome');
  return chosen === 'upheld' || chosen === 'partly' ? chosen : 'dismissed';
}
