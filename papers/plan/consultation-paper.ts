import type { ConsultationData } from '../../domain/papers/consultation-data.ts';
import { chineseDay } from '../../domain/plain-date.ts';
import { type Annex, type Block, bareLetter } from '../official-letter/letter.ts';
import { letterBytes } from '../official-letter/letter-bytes.ts';
import { pairRow, wideRow } from '../official-letter/letter-grid.ts';
import { contactNote, planName, recipientsText } from '../words.ts';
import { breakdownTable } from './breakdown-table.ts';

/** The letter with which the draft goes to the units 征求意见稿, with the breakdown and a sheet for the answer; `number` is what the office’s own register gave it. */
export async function consultationPaper(data: ConsultationData, number: string | null = null): Promise<Uint8Array> {
  const { head, units, tasks } = data;
  const isForOne = units.length === 1;
  const breakdown: Annex = {
    title: `${isForOne ? `${units[0]}` : ''}任务分解表（征求意见稿）`,
    orientation: 'landscape',
    blocks: [breakdownTable(tasks)],
  };
  return letterBytes({
    ...bareLetter,
    isRehearsal: head.isRehearsal,
    mark: { style: 'letter', issuer: head.issuer, number },
    title: `关于征求《${head.planTitle}》任务分解意见的函`,
    recipients: recipientsText(units),
    blocks: text(data),
    closing: { issuer: head.issuer, day: head.day },
    note: contactNote(head.contact),
    annexes: [breakdown, answerSheet(data)],
  });
}

function text({ head, units, due, draftVersion, tasks }: ConsultationData): readonly Block[] {
  const items = tasks.reduce((sum, task) => sum + task.items.length, 0);
  const you = units.length === 1 ? '你单位' : '各单位';
  const until = due === null ? '自收到本函之日起3个工作日内' : `于${chineseDay(due, true)}前`;
  return [
    {
      kind: 'paragraph',
      text: `为抓好${planName(head)}的落实，我办对照原文逐条形成了任务分解表（征求意见稿，第${draftVersion}版），涉及${you}的工作任务${tasks.length}项、具体事项${items}项。现征求意见，并就有关事项说明如下。`,
    },
    {
      kind: 'paragraph',
      lead: '一、请逐项核对。',
      text: '重点核对牵头单位、责任单位、配合单位是否准确，具体事项及目标值与原文是否一致，约束程度和完成时限是否恰当。原文未写明时限的，按年底推定，表中注明“推定”。',
    },
    {
      kind: 'paragraph',
      lead: '二、请按时反馈。',
      text: `请${you}${until}反馈。无意见的，由联络员在系统中确认或者回复“无意见”；有意见的，填写意见反馈表，逐项写明修改建议和理由，经主要负责人签字并加盖公章后反馈。`,
    },
    {
      kind: 'paragraph',
      lead: '三、请注意时效。',
      text: '逾期未反馈的，记为“逾期未反馈”，不视为同意，也不影响任务分解报审。意见采纳情况将随任务分解一并报领导小组审定。',
    },
  ];
}

function answerSheet({ units, due }: ConsultationData): Annex {
  const table: Block = {
    kind: 'table',
    columns: [
      { head: '任务序号', share: 2, align: 'center' },
      { head: '原表述', share: 6, align: 'left' },
      { head: '修改建议', share: 6, align: 'left' },
      { head: '理由', share: 6, align: 'left' },
    ],
    rows: Array.from({ length: 4 }, () => ['', '\u3000', '', '']).map((row) => row.map((cell) => `${cell}\n\u3000`)),
  };
  return {
    title: '意见反馈表',
    orientation: 'portrait',
    blocks: [
      {
        kind: 'form',
        rows: [
          pairRow(
            ['单位', units.length === 1 ? (units[0] ?? '') : ''],
            ['反馈时限', due === null ? '' : chineseDay(due, true)],
          ),
          wideRow('反馈意见', '□ 无意见　　　□ 有意见（逐项填写下表）'),
        ],
      },
      table,
      {
        kind: 'form',
        rows: [
          pairRow(['填报人', ''], ['联系电话', ''], 14),
          pairRow(['主要负责人\n（签字）', ''], ['日期\n（盖章）', ''], 26),
        ],
      },
    ],
  };
}
