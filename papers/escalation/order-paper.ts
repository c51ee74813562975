import { paperName } from '../../domain/order/paper-form.ts';
import type { OrderData } from '../../domain/papers/slip-data.ts';
import { chineseDay } from '../../domain/plain-date.ts';
import { type Block, bareLetter } from '../official-letter/letter.ts';
import { letterBytes } from '../official-letter/letter-bytes.ts';
import { printableLines } from '../printable.ts';
import { contactNote, planName } from '../words.ts';
import { answerForm, overdueTable } from './escalation-blocks.ts';

/** 督办单, or 督办函 to a vertical unit: the step above the slip, with its reasons, what is demanded and until when. */
export async function orderPaper(data: OrderData): Promise<Uint8Array> {
  const { head, issuer, number, unit, form, issuedOn, rows } = data;
  const isLetter = form === 'letter';
  return letterBytes({
    ...bareLetter,
    isRehearsal: head.isRehearsal,
    mark: { style: isLetter ? 'letter' : 'sheet', issuer, number },
    title: isLetter ? `关于商请落实《${head.planTitle}》有关任务的函` : '督　办　单',
    recipients: unit,
    blocks: [
      ...grounds(data),
      { kind: 'heading', level: 1, text: '二、督办事项' },
      overdueTable(rows),
      { kind: 'heading', level: 1, text: '三、办理要求' },
      ...demands(data),
    ],
    closing: { issuer, day: issuedOn },
    note: contactNote(head.contact),
    annexes: [
      { title: `${paperName('order', form)}整改情况报告`, orientation: 'portrait', blocks: [answerForm(unit, number)] },
    ],
  });
}

function grounds({ head, form, rows, reasons, openedBy }: OrderData): readonly Block[] {
  const you = form === 'letter' ? '贵单位' : '你单位';
  const by = openedBy === null ? '' : `经${openedBy}同意，`;
  const listed = reasons.map((reason, index) => (reasons.length === 1 ? reason : `${index + 1}．${reason}`));
  return [
    { kind: 'heading', level: 1, text: '一、督办缘由' },
    { kind: 'paragraph', text: `${planName(head)}任务分解中，${you}承担的${rows.length}件报送任务未按要求办理。` },
    ...listed.map((text): Block => ({ kind: 'paragraph', text })),
    { kind: 'paragraph', text: form === 'letter' ? `${by}现商请贵单位落实下列事项。` : `${by}现予督办。` },
  ];
}

function demands({ demand, answerDue, form }: OrderData): readonly Block[] {
  const you = form === 'letter' ? '贵单位' : '你单位';
  const ending = form === 'letter' ? '' : '整改情况不符合要求的予以退回，并视情提请通报、约谈。';
  const answer =
    answerDue === null
      ? []
      : [`请${you}于${chineseDay(answerDue, true)}前报送整改情况，由主要负责人签字并加盖公章。${ending}`];
  return [...printableLines(demand), ...answer].map((text): Block => ({ kind: 'paragraph', text }));
}
