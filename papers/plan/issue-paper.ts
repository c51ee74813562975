import type { IssueData } from '../../domain/papers/issue-data.ts';
import { chineseDay } from '../../domain/plain-date.ts';
import { type Block, bareLetter } from '../official-letter/letter.ts';
import { letterBytes } from '../official-letter/letter-bytes.ts';
import { contactNote, planName, recipientsText } from '../words.ts';
import { breakdownTable } from './breakdown-table.ts';

/** 交办通知: hands the tasks over, with every date by which something is owed; `number` is what the office’s own register gave it. */
export async function issuePaper(data: IssueData, number: string | null = null): Promise<Uint8Array> {
  const { head, units, issuedOn, tasks } = data;
  return letterBytes({
    ...bareLetter,
    isRehearsal: head.isRehearsal,
    mark: { style: 'document', issuer: head.issuer, number },
    title: `关于做好《${head.planTitle}》任务落实工作的通知`,
    recipients: recipientsText(units),
    blocks: text(data),
    closing: { issuer: head.issuer, day: issuedOn },
    note: contactNote(head.contact),
    annexes: [
      {
        title: `${units.length === 1 ? `${units[0]}` : ''}任务分解表`,
        orientation: 'landscape',
        blocks: [breakdownTable(tasks)],
      },
    ],
  });
}

function text({ head, units, receiptDue, stagePlanDue, firstReturn, tasks }: IssueData): readonly Block[] {
  const you = units.length === 1 ? '你单位' : '各单位';
  const items = tasks.reduce((sum, task) => sum + task.items.length, 0);
  const plans =
    stagePlanDue === null
      ? []
      : [
          paragraph(
            '（二）报送阶段计划。',
            `牵头单位、责任单位逐项填报基数和里程碑，经主要负责人审签，于${chineseDay(stagePlanDue, true)}前报送。未报送的，该事项亮灯为“未设节点”。`,
          ),
        ];
  const returns =
    firstReturn === null
      ? []
      : [
          paragraph(
            `（${plans.length === 0 ? '二' : '三'}）按季报送进展。`,
            `首次报送${firstReturn.label}进展情况，时限为${chineseDay(firstReturn.due, true)}；此后每季度结束后报送。每单位每季度一张表，一次审签、一次报送。`,
          ),
        ];
  return [
    {
      kind: 'paragraph',
      text: `${planName(head)}任务分解已经领导小组审定。现将${you}承担的工作任务${tasks.length}项、具体事项${items}项予以交办（见附件），请认真组织实施。`,
    },
    { kind: 'heading', level: 1, text: '一、办理要求' },
    paragraph(
      '（一）及时签收。',
      `请于${chineseDay(receiptDue, true)}前签收，一并报送责任领导、责任处室和联络员（A、B岗）。对任务有异议的，在签收时逐项写明理由提出退办；未获同意前，任务照常推进。`,
    ),
    ...plans,
    ...returns,
    { kind: 'heading', level: 1, text: '二、督办方式' },
    {
      kind: 'paragraph',
      text: '到期前自动提醒；逾期未报的，依次采取催办、发催办单、督办单等方式督促落实。确需延期的，应当在到期前提出申请，写明理由和拟完成时间；到期后提出的，仍按逾期处理。',
    },
  ];
}

function paragraph(lead: string, text: string): Block {
  return { kind: 'paragraph', lead, text };
}
