import type { OrderPageBody } from '../../../api/schemas/order.ts';
import { urgingChannels } from '../../../domain/task/urging/urging-event.ts';
import { type ActDefinition, textOf } from '../../blocks/act/act-definition.ts';
import type { Choice, Field, FormValues } from '../../blocks/form/field.ts';
import { objectionAct } from '../findings/objection-acts.ts';

/** The ways of reaching a unit by hand, as a field. */
export const channelField: Field = {
  kind: 'choice',
  name: 'channel',
  label: '方式',
  required: true,
  choices: Object.entries(urgingChannels).map(([value, label]) => ({ value, label })),
};

/** The channel that was chosen. */
export function channelOf(values: FormValues): keyof typeof urgingChannels {
  const chosen = textOf(values, 'channel');
  switch (chosen) {
    case 'phone':
    case 'message':
    case 'in-person':
    case 'writing':
      return chosen;
    default:
      throw new Error(`${chosen} is no channel`);
  }
}

const reason: Field = { kind: 'text', name: 'reason', label: '理由', required: true };

/** What can be done to a slip or an order as it stands; the seat's own rights are looked at where they are shown. */
export function orderActs(order: OrderPageBody): readonly ActDefinition[] {
  const { orderId, sentAt, closedAt, underReview, name } = order;
  const mayObject = sentAt !== null && closedAt === null && !underReview;
  return [
    ...(order.kind === 'slip' ? slipActs(order) : supervisionActs(order)),
    ...(mayObject ? [objectionAct({ kind: 'order', orderId }, name)] : []),
  ];
}

function slipActs({ orderId, phase, name, unit, answeredByReader }: OrderPageBody): readonly ActDefinition[] {
  const escalate: ActDefinition = {
    label: '提请督办',
    title: '提请督办',
    needs: 'proposeOrder',
    fields: [{ ...reason, name: 'reasons' }],
    toAct: (values) => ({ type: 'escalateSlip', orderId, reasons: textOf(values, 'reasons') }),
  };
  switch (phase) {
    case 'drafted':
      return [
        {
          label: '确认发出',
          title: `确认发出${name}`,
          needs: 'confirmSlip',
          fields: [],
          toAct: () => ({ type: 'confirmSlip', orderId }),
          undo: `确认发出${name}：${unit.name}`,
        },
        {
          label: '不予发出',
          title: `不予发出${name}`,
          needs: 'confirmSlip',
          fields: [reason],
          toAct: (values) => ({ type: 'dismissSlip', orderId, reason: textOf(values, 'reason') }),
        },
      ];
    case 'sent':
    case 'lapsed':
      return [answer(orderId, '回复'), delivery(orderId), escalate];
    case 'answered':
      return answeredByReader ? [escalate] : [review(orderId, 'reviewSlipAnswer'), escalate];
    case 'returned':
      return [escalate];
    case 'none':
    case 'proposed':
    case 'dismissed':
    case 'escalated':
    case 'closed':
      return [];
  }
}

function supervisionActs(order: OrderPageBody): readonly ActDefinition[] {
  const { orderId, phase, answeredByReader, proposedByReader } = order;
  switch (phase) {
    case 'proposed':
      return proposedByReader ? [] : proposalActs(orderId);
    case 'sent':
    case 'lapsed':
    case 'returned':
      return [answer(orderId, '报送整改情况'), delivery(orderId), step(orderId), close(orderId)];
    case 'answered':
      return [
        ...(answeredByReader || proposedByReader ? [] : [review(orderId, 'reviewOrderAnswer')]),
        step(orderId),
        close(orderId),
      ];
    case 'none':
    case 'drafted':
    case 'dismissed':
    case 'escalated':
    case 'closed':
      return [];
  }
}

/** Deciding on an order that was proposed. */
export function proposalActs(orderId: string): readonly ActDefinition[] {
  return [
    {
      label: '开具督办单',
      title: '开具督办单',
      needs: 'openOrder',
      approver: 'leader',
      fields: [{ kind: 'text', name: 'demand', label: '督办要求', required: true, lines: 4 }],
      toAct: (values) => ({ type: 'openOrder', orderId, demand: textOf(values, 'demand') }),
    },
    {
      label: '不予督办',
      title: '不予督办',
      needs: 'openOrder',
      approver: 'leader',
      fields: [reason],
      toAct: (values) => ({ type: 'refuseProposal', orderId, reason: textOf(values, 'reason') }),
    },
  ];
}

function answer(orderId: string, label: string): ActDefinition {
  return {
    label,
    title: label,
    needs: 'answerOrder',
    approver: 'head',
    fields: [{ kind: 'text', name: 'text', label: '整改情况', required: true, lines: 6 }],
    toAct: (values) => ({ type: 'answerOrder', orderId, text: textOf(values, 'text') }),
  };
}

function delivery(orderId: string): ActDefinition {
  return {
    label: '登记送达',
    title: '登记以其他方式送达',
    needs: 'recordUrging',
    fields: [
      channelField,
      { kind: 'line', name: 'reached', label: '送达何人', required: true },
      { kind: 'day', name: 'on', label: '送达日期', required: true },
    ],
    toAct: (values) => ({
      type: 'recordDelivery',
      orderId,
      channel: channelOf(values),
      reached: textOf(values, 'reached'),
      on: textOf(values, 'on'),
    }),
  };
}

const verdicts: readonly Choice[] = [
  { value: 'accepted', label: '符合要求，予以办结' },
  { value: 'returned', label: '不符合要求，退回' },
];

function review(orderId: string, type: 'reviewSlipAnswer' | 'reviewOrderAnswer'): ActDefinition {
  const isReturned = (values: FormValues): boolean => textOf(values, 'verdict') === 'returned';
  return {
    label: '审核回复',
    title: '审核回复',
    needs: type,
    ...(type === 'reviewOrderAnswer' ? { approver: 'leader' as const } : {}),
    fields: [
      { kind: 'choice', name: 'verdict', label: '审核意见', required: true, choices: verdicts },
      { ...reason, label: '退回理由', when: isReturned },
    ],
    toAct: (values) => ({
      type,
      orderId,
      verdict: isReturned(values) ? 'returned' : 'accepted',
      reason: isReturned(values) ? textOf(values, 'reason') : null,
    }),
  };
}

function step(orderId: string): ActDefinition {
  return {
    label: '登记通报、约谈',
    title: '登记通报、约谈',
    needs: 'recordStep',
    fields: [
      {
        kind: 'choice',
        name: 'step',
        label: '措施',
        required: true,
        choices: [
          { value: 'bulletin', label: '通报' },
          { value: 'interview', label: '约谈' },
        ],
      },
      { kind: 'day', name: 'on', label: '日期', required: true },
      { kind: 'text', name: 'outcome', label: '情况', required: true },
    ],
    toAct: (values) => ({
      type: 'recordStep',
      orderId,
      step: textOf(values, 'step') === 'interview' ? 'interview' : 'bulletin',
      on: textOf(values, 'on'),
      outcome: textOf(values, 'outcome'),
    }),
  };
}

function close(orderId: string): ActDefinition {
  return {
    label: '办结督办单',
    title: '办结督办单',
    needs: 'closeOrder',
    approver: 'leader',
    fields: [
      {
        kind: 'choice',
        name: 'outcome',
        label: '办结方式',
        required: true,
        choices: [
          { value: 'settled', label: '已以其他方式解决' },
          { value: 'withdrawn', label: '撤销' },
        ],
      },
      reason,
    ],
    toAct: (values) => ({
      type: 'closeOrder',
      orderId,
      outcome: textOf(values, 'outcome') === 'withdrawn' ? 'withdrawn' : 'settled',
      reason: textOf(values, 'reason'),
    }),
  };
}
