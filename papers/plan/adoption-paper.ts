import type { AdoptionData, AdoptionRow } from '../../domain/papers/consultation-data.ts';
import { type Block, bareLetter } from '../official-letter/letter.ts';
import { letterBytes } from '../official-letter/letter-bytes.ts';

/** What decisions on opinions are called 采纳情况. */
const decisionNames: Readonly<Record<AdoptionRow['decision'], string>> = {
  none: '未处理',
  adopted: '采纳',
  'partly-adopted': '部分采纳',
  refused: '未采纳',
};

/** 意见采纳情况表: who answered, each opinion with what was decided and why; goes to the leader with the breakdown. */
export async function adoptionPaper(data: AdoptionData): Promise<Uint8Array> {
  const { head } = data;
  return letterBytes({
    ...bareLetter,
    isRehearsal: head.isRehearsal,
    orientation: 'landscape',
    title: `《${head.planTitle}》任务分解征求意见采纳情况表`,
    blocks: [{ kind: 'paragraph', text: overview(data) }, opinions(data), ...silence(data)],
    closing: { issuer: head.issuer, day: head.day },
  });
}

function overview({ consulted, withoutOpinion, withOpinions, lapsed, rows }: AdoptionData): string {
  const count = (decision: AdoptionRow['decision']) => rows.filter((row) => row.decision === decision).length;
  const waiting = consulted.length - withoutOpinion.length - withOpinions.length - lapsed.length;
  const parts = [
    `共征求${consulted.length}个单位意见，反馈${withoutOpinion.length + withOpinions.length}个，其中无意见${withoutOpinion.length}个、有意见${withOpinions.length}个`,
    ...(lapsed.length === 0 ? [] : [`逾期未反馈${lapsed.length}个`]),
    ...(waiting === 0 ? [] : [`尚在征求意见期内${waiting}个`]),
  ];
  const decided = `收到意见${rows.length}条，采纳${count('adopted')}条、部分采纳${count('partly-adopted')}条、未采纳${count('refused')}条`;
  const undecided = count('none') === 0 ? '' : `、未处理${count('none')}条`;
  return `${parts.join('，')}。${decided}${undecided}。`;
}

function opinions({ rows }: AdoptionData): Block {
  if (rows.length === 0) return { kind: 'paragraph', text: '各单位均未提出修改意见。' };
  return {
    kind: 'table',
    columns: [
      { head: '序号', share: 2, align: 'center' },
      { head: '提出单位', share: 5, align: 'left' },
      { head: '任务序号', share: 3, align: 'center' },
      { head: '工作任务', share: 8, align: 'left' },
      { head: '意见内容', share: 14, align: 'left' },
      { head: '采纳情况', share: 4, align: 'center' },
      { head: '理由', share: 12, align: 'left' },
    ],
    rows: rows.map(({ unit, taskNumber, taskTitle, opinion, decision, reason }, index) => [
      String(index + 1),
      unit,
      taskNumber,
      taskTitle,
      opinion,
      decisionNames[decision],
      reason,
    ]),
  };
}

function silence({ lapsed }: AdoptionData): readonly Block[] {
  if (lapsed.length === 0) return [];
  return [{ kind: 'remark', text: `逾期未反馈的单位：${lapsed.join('、')}。逾期未反馈不视为同意。` }];
}
