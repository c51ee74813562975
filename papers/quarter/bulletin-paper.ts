import { quarterLabel } from '../../domain/calendar/quarter.ts';
import type { QuarterData } from '../../domain/papers/quarter-data.ts';
import { chineseDay } from '../../domain/plain-date.ts';
import { type Block, bareLetter } from '../official-letter/letter.ts';
import { letterBytes } from '../official-letter/letter-bytes.ts';
import { contactNote, planName, rate } from '../words.ts';
import { problemSentence, problemTable } from './problem-blocks.ts';
import { allLights, groupTable, lightText, reportCounts, unitTable } from './quarter-figures.ts';

/** What a bulletin has besides its quarter: its issue 期号, to whom it goes, and who gets a copy. */
export interface BulletinHead {
  readonly issue: number;
  readonly recipients: string;
  readonly copies: string | null;
}

/** 通报: figures, who was in time and who was not, named problems with cause, demand and date. */
export async function bulletinPaper(
  data: QuarterData,
  { issue, recipients, copies }: BulletinHead,
): Promise<Uint8Array> {
  const { head, period } = data;
  return letterBytes({
    ...bareLetter,
    isRehearsal: head.isRehearsal,
    mark: { style: 'sheet', issuer: head.issuer, number: `督办通报〔${head.day.slice(0, 4)}〕第${issue}期` },
    title: `关于《${head.planTitle}》${quarterLabel(period)}推进情况的通报`,
    recipients,
    blocks: [...figures(data), ...findings(data), ...demands(data)],
    closing: { issuer: head.issuer, day: head.day },
    note: contactNote(head.contact),
    imprint: { copies, printedBy: head.issuer, printedOn: head.day },
    annexes: [
      ...(data.problems.length === 0
        ? []
        : [{ title: '问题事项清单', orientation: 'landscape' as const, blocks: [problemTable(data)] }]),
      { title: '推进情况统计表', orientation: 'landscape', blocks: [groupTable(data), unitTable(data)] },
    ],
  });
}

function figures(data: QuarterData): readonly Block[] {
  const { head, period, taskCount, itemCount, units, groups } = data;
  const { owed, submitted, inTime } = reportCounts(units);
  const rows = groups.reduce((sum, group) => sum + group.rows, 0);
  return [
    {
      kind: 'paragraph',
      text: `${planName(head)}印发以来，各单位对照任务分解抓好落实。现将${quarterLabel(period)}推进情况通报如下（数据截至${chineseDay(head.day, true)}）。`,
    },
    { kind: 'heading', level: 1, text: '一、总体情况' },
    {
      kind: 'paragraph',
      text: `工作任务${taskCount}项、具体事项${itemCount}项，按责任单位统计共${rows}个报送事项，${lightText(allLights(groups), rows) || '尚未评定亮灯'}。应报送单位${owed}个，已报送${submitted}个（${rate(submitted, owed)}），其中按时报送${inTime}个（${rate(inTime, owed)}）。`,
    },
  ];
}

function findings({ units, problems }: QuarterData): readonly Block[] {
  const { late, missing } = reportCounts(units);
  const named = (lead: string, names: readonly string[], ending: string): readonly Block[] =>
    names.length === 0 ? [] : [{ kind: 'paragraph', lead, text: `${names.join('、')}${ending}。` }];
  const behind = problems.map(problemSentence);
  const all = [
    ...named('迟报的单位：', late, `，共${late.length}个`),
    ...named('逾期未报的单位：', missing, `，共${missing.length}个`),
    ...named('进展滞后或者未设节点的事项：', behind, `，共${behind.length}个，原因和要求见问题事项清单`),
  ];
  const nothing: Block = { kind: 'paragraph', text: '各单位均按时报送，没有滞后事项。' };
  return [{ kind: 'heading', level: 1, text: '二、存在问题' }, ...(all.length === 0 ? [nothing] : all)];
}

function demands({ problems, units }: QuarterData): readonly Block[] {
  const { missing } = reportCounts(units);
  const items: readonly (readonly [lead: string, text: string])[] = [
    ...(missing.length === 0
      ? []
      : [['立即补报。', `${missing.join('、')}应当立即补报季度进展情况表，并书面说明逾期原因。`] as const]),
    ...(problems.length === 0
      ? []
      : [
          [
            '逐项整改。',
            '清单所列责任单位应当对照原因逐项制定措施，在所列时限前完成，整改情况在下一季度进展情况表中逐项说明。',
          ] as const,
        ]),
    ['按季推进。', '各牵头单位要统筹所牵头任务的进度，及时协调配合单位，确保年度目标按期完成。'],
  ];
  return [
    { kind: 'heading', level: 1, text: '三、有关要求' },
    ...items.map(([lead, text], index): Block => ({
      kind: 'paragraph',
      lead: `（${'一二三'.charAt(index)}）${lead}`,
      text,
    })),
  ];
}
