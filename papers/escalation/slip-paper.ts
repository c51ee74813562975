import type { EarlierUrging, SlipData } from '../../domain/papers/slip-data.ts';
import { chineseDay } from '../../domain/plain-date.ts';
import { type Block, bareLetter } from '../official-letter/letter.ts';
import { letterBytes } from '../official-letter/letter-bytes.ts';
import { contactNote, planName } from '../words.ts';
import { answerForm, escalationMark, overdueTable } from './escalation-blocks.ts';

/** 催办单, or 催办函 to a vertical unit: one per unit, with all its overdue rows. */
export async function slipPaper(data: SlipData): Promise<Uint8Array> {
  const { head, number, unit, issuedOn, rows } = data;
  const isLetter = unit.kind === 'vertical';
  return letterBytes({
    ...bareLetter,
    isRehearsal: head.isRehearsal,
    mark: escalationMark(unit, head.issuer, number),
    title: isLetter ? `关于商请报送${data.matter}的函` : '催　办　单',
    recipients: unit.name,
    blocks: [...opening(data), overdueTable(rows), ...demand(data)],
    closing: { issuer: head.issuer, day: issuedOn },
    note: contactNote(head.contact),
    annexes: [
      { title: isLetter ? '办理情况回复函' : '催办单回复', orientation: 'portrait', blocks: [answerForm(number)] },
    ],
  });
}

function opening({ head, unit, matter, rows, urgings }: SlipData): readonly Block[] {
  const you = unit.kind === 'vertical' ? '贵单位' : '你单位';
  const tasks = new Set(rows.map(({ taskNumber }) => taskNumber)).size;
  const text = `根据${planName(head)}和任务分解，${you}应按时报送${matter}。截至目前，尚有${tasks}项工作任务的${rows.length}个事项逾期未报（见下表）。`;
  const earlier =
    urgings.length === 0
      ? []
      : [{ kind: 'paragraph' as const, text: `此前，我办已${urgings.map(urgingText).join('；')}。` }];
  return [{ kind: 'paragraph', text }, ...earlier];
}

function urgingText({ on, channel, result }: EarlierUrging): string {
  return `于${chineseDay(on)}${channel}${result === '' ? '' : `（${result}）`}`;
}

function demand({ unit, requirement, answerDue }: SlipData): readonly Block[] {
  const isLetter = unit.kind === 'vertical';
  const until =
    answerDue === null ? '' : `请${isLetter ? '贵单位' : '你单位'}于${chineseDay(answerDue, true)}前书面回复办理情况。`;
  const next = isLetter ? '感谢支持！' : '逾期不回复或者回复不符合要求的，将按规定提请督办。';
  return [{ kind: 'paragraph', text: `${requirement}${until}${next}` }];
}
