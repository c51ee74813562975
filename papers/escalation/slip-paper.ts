import { paperName } from '../../domain/order/paper-form.ts';
import type { EarlierUrging, SlipData } from '../../domain/papers/slip-data.ts';
import { chineseDay } from '../../domain/plain-date.ts';
import { type Block, bareLetter } from '../official-letter/letter.ts';
import { letterBytes } from '../official-letter/letter-bytes.ts';
import { contactNote, planName } from '../words.ts';
import { answerForm, overdueTable } from './escalation-blocks.ts';

/** 催办单, or 催办函 to a vertical unit: one per unit, with all its overdue reports. */
export async function slipPaper(data: SlipData): Promise<Uint8Array> {
  const { head, number, unit, form, issuedOn, rows } = data;
  const isLetter = form === 'letter';
  return letterBytes({
    ...bareLetter,
    isRehearsal: head.isRehearsal,
    mark: { style: isLetter ? 'letter' : 'sheet', issuer: head.issuer, number },
    title: isLetter ? `关于商请报送《${head.planTitle}》有关任务落实情况的函` : '催　办　单',
    recipients: unit,
    blocks: [...opening(data), overdueTable(rows), ...demand(data)],
    closing: { issuer: head.issuer, day: issuedOn },
    note: contactNote(head.contact),
    annexes: [{ title: `${paperName('slip', form)}回复`, orientation: 'portrait', blocks: [answerForm(unit, number)] }],
  });
}

function opening({ head, form, rows, urgings }: SlipData): readonly Block[] {
  const you = form === 'letter' ? '贵单位' : '你单位';
  const tasks = new Set(rows.map(({ taskNumber }) => taskNumber)).size;
  const text = `根据${planName(head)}和任务分解，${you}承担的${tasks}项工作任务尚有${rows.length}件报送任务逾期未报（见下表）。`;
  const earlier = urgings.length === 0 ? '' : `此前，我办已${urgings.map(urgingText).join('，')}。`;
  return [{ kind: 'paragraph', text: `${text}${earlier}` }];
}

function urgingText({ days, how, result }: EarlierUrging): string {
  return `于${days.map((day) => chineseDay(day)).join('、')}${how}${result === '' ? '' : `（${result}）`}`;
}

function demand({ form, answerDue }: SlipData): readonly Block[] {
  const until = answerDue === null ? '' : `于${chineseDay(answerDue, true)}前`;
  const text =
    form === 'letter'
      ? `请贵单位${until}补报，并函告有关情况。感谢支持。`
      : `请你单位立即补报，并${until}书面回复办理情况，说明逾期原因和整改措施。逾期不回复或者回复不符合要求的，按规定提请督办。`;
  return [{ kind: 'paragraph', text }];
}
