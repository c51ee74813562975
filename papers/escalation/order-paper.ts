import type { OrderData } from '../../domain/papers/slip-data.ts';
import { chineseDay } from '../../domain/plain-date.ts';
import { type Block, bareLetter } from '../official-letter/letter.ts';
import { letterBytes } from '../official-letter/letter-bytes.ts';
import { contactNote, planName } from '../words.ts';
import { answerForm, escalationMark, overdueTable } from './escalation-blocks.ts';

/** 督办单, or a 函 to a vertical unit: the step above the slip, with its reasons, what is demanded and until when. */
export async function orderPaper(data: OrderData): Promise<Uint8Array> {
  const { head, issuer, number, unit, issuedOn, level, answerDue } = data;
  const isLetter = unit.kind === 'vertical';
  return letterBytes({
    ...bareLetter,
    isRehearsal: head.isRehearsal,
    mark: escalationMark(unit, issuer, number),
    title: isLetter ? `关于商请落实${data.matter}的函` : '督　办　单',
    subtitle: isLetter || level === '' ? null : `（${level}）`,
    recipients: unit.name,
    blocks: [
      ...grounds(data),
      { kind: 'heading', level: 1, text: '二、督办事项' },
      overdueTable(data.rows),
      ...demands(data),
      ...(answerDue === null
        ? []
        : [
            {
              kind: 'paragraph' as const,
              text: `请于${chineseDay(answerDue, true)}前报送整改情况，由主要负责人签字并加盖公章。整改情况经审核不符合要求的，予以退回并视情提请通报、约谈。`,
            },
          ]),
    ],
    closing: { issuer, day: issuedOn },
    note: contactNote(head.contact),
    annexes: [{ title: '整改情况报告单', orientation: 'portrait', blocks: [answerForm(number)] }],
  });
}

function grounds({ head, unit, matter, reasons, slip, openedBy }: OrderData): readonly Block[] {
  const you = unit.kind === 'vertical' ? '贵单位' : '你单位';
  const before =
    slip === null
      ? ''
      : `${head.issuer}已于${chineseDay(slip.issuedOn, true)}发出${slip.number}催办单，要求于${chineseDay(slip.answerDue, true)}前回复。`;
  const by = openedBy === null ? '' : `经${openedBy}同意，`;
  return [
    { kind: 'heading', level: 1, text: '一、督办缘由' },
    { kind: 'paragraph', text: `${planName(head)}任务分解中${you}承担的${matter}未按要求办理。${before}` },
    ...reasons.map((reason, index): Block => ({ kind: 'paragraph', text: `${index + 1}．${reason}` })),
    { kind: 'paragraph', text: `${by}现予${unit.kind === 'vertical' ? '商请' : ''}督办。` },
  ];
}

function demands({ demands: all }: OrderData): readonly Block[] {
  if (all.length === 0) return [];
  return [
    { kind: 'heading', level: 1, text: '三、办理要求' },
    ...all.map((text, index): Block => ({ kind: 'paragraph', text: `${index + 1}．${text}` })),
  ];
}
