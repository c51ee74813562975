import type { UrgingBoardBody } from '../../../api/schemas/order.ts';
import { type ActDefinition, type SentAct, textOf } from '../../blocks/act/act-definition.ts';
import type { FormValues } from '../../blocks/form/field.ts';
import { channelField, channelOf } from './order-acts.ts';

type Overdue = UrgingBoardBody['overdue'][number];
type Urge = Extract<SentAct, { type: 'urge' }>;

/** The reports of a unit by task, as an urging names them. */
export function urgedReports({ rows }: Overdue): Urge['obligations'] {
  return [...Map.groupBy(rows, ({ taskId }) => taskId)].map(([taskId, ofTask]) => ({
    taskId,
    obligationIds: ofTask.map(({ obligationId }) => obligationId),
  }));
}

/** Urging one unit by hand about everything that it let pass: how, whom, what was promised and by when. */
export function urgeAct(overdue: Overdue): ActDefinition {
  const { unit, rows } = overdue;
  const isPromised = (values: FormValues): boolean => values['promised'] === true;
  return {
    label: '登记催办',
    title: `登记对${unit.name}的催办`,
    needs: 'recordUrging',
    note: <p>本次催办涉及{rows.length}份逾期未报的报送任务。</p>,
    fields: [
      channelField,
      { kind: 'line', name: 'reached', label: '催办何人', required: true },
      { kind: 'yes', name: 'promised', label: '对方作出承诺' },
      { kind: 'text', name: 'promise', label: '承诺内容', required: true, when: isPromised },
      { kind: 'day', name: 'by', label: '承诺完成日期', required: true, when: isPromised },
      {
        kind: 'yes',
        name: 'delivers',
        label: '已当面（或电话）告知系统提醒的内容',
        help: '邮件无法送达时，勾选后视为已经送达。',
      },
    ],
    toAct: (values) => ({
      type: 'urge',
      unitId: unit.unitId,
      obligations: urgedReports(overdue),
      channel: channelOf(values),
      reached: textOf(values, 'reached'),
      promise: isPromised(values) ? { text: textOf(values, 'promise'), by: textOf(values, 'by') } : null,
      delivers: values['delivers'] === true,
    }),
  };
}
