import type { QuarterData, TaskProgressText } from '../../domain/papers/quarter-data.ts';
import { quarterLabel } from '../../domain/calendar/quarter.ts';
import { chineseDay } from '../../domain/plain-date.ts';
import { type Block, bareLetter } from '../official-letter/letter.ts';
import { letterBytes } from '../official-letter/letter-bytes.ts';
import { contactNote, planName, rate } from '../words.ts';
import { problemSentence, problemTable } from './problem-blocks.ts';
import { allLights, groupTable, lightText, reportCounts, unitTable } from './quarter-figures.ts';

/** 季度汇总: overview, figures by group and unit, named problems, and what was reported of each task. */
export async function summaryPaper(data: QuarterData): Promise<Uint8Array> {
  const { head, period, tasks } = data;
  return letterBytes({
    ...bareLetter,
    isRehearsal: head.isRehearsal,
    title: `《${head.planTitle}》\n${quarterLabel(period)}推进情况汇总`,
    blocks: [...overview(data), ...problems(data)],
    closing: { issuer: head.issuer, day: head.day },
    note: contactNote(head.contact),
    annexes: [
      { title: '推进情况统计表', orientation: 'landscape', blocks: [groupTable(data), unitTable(data)] },
      { title: '各项任务进展情况', orientation: 'portrait', blocks: progress(tasks) },
      ...(data.problems.length === 0
        ? []
        : [{ title: '问题事项清单', orientation: 'landscape' as const, blocks: [problemTable(data)] }]),
    ],
  });
}

function overview(data: QuarterData): readonly Block[] {
  const { head, period, due, taskCount, itemCount, groups, units } = data;
  const { owed, submitted, inTime, late, missing, notDue } = reportCounts(units);
  const rows = groups.reduce((sum, group) => sum + group.rows, 0);
  const named = (what: string, names: readonly string[]) =>
    names.length === 0 ? '' : `${what}${names.length}个：${names.join('、')}。`;
  return [
    {
      kind: 'paragraph',
      text: `${planName(head)}共有工作任务${taskCount}项、具体事项${itemCount}项。现将${quarterLabel(period)}推进情况汇总如下（数据截至${chineseDay(head.day, true)}）。`,
    },
    { kind: 'heading', level: 1, text: '一、报送情况' },
    {
      kind: 'paragraph',
      text: `应报送季度进展情况表的单位${owed}个${due === null ? '' : `，时限为${chineseDay(due, true)}`}；已报送${submitted}个，报送率${rate(submitted, owed)}，其中按时报送${inTime}个，按时率${rate(inTime, owed)}。${named('迟报', late)}${named('逾期未报', missing)}${named('尚未到期', notDue)}`,
    },
    { kind: 'heading', level: 1, text: '二、进展情况' },
    {
      kind: 'paragraph',
      text: `按责任单位统计共${rows}个报送事项，${lightText(allLights(groups), rows) || '尚未评定亮灯'}。各任务组、各单位情况见附件1，各项任务进展见附件2。`,
    },
  ];
}

function problems({ problems: all }: QuarterData): readonly Block[] {
  const heading: Block = { kind: 'heading', level: 1, text: '三、存在问题和要求' };
  if (all.length === 0) return [heading, { kind: 'paragraph', text: '本季度没有滞后、严重滞后和未设节点的事项。' }];
  const units = new Set(all.map(({ unit }) => unit)).size;
  return [
    heading,
    {
      kind: 'paragraph',
      text: `需要重点关注的事项${all.length}个，涉及${units}个单位：${all.map(problemSentence).join('、')}。原因、要求和时限见附件3。`,
    },
    { kind: 'paragraph', text: '有关单位应当对照清单逐项整改，整改情况在下一季度进展情况表中逐项说明。' },
  ];
}

function progress(tasks: readonly TaskProgressText[]): readonly Block[] {
  return tasks.flatMap(({ number, title, texts }): readonly Block[] => [
    { kind: 'heading', level: 2, text: `${number}．${title}` },
    ...(texts.length === 0 ? [{ unit: null, text: '本季度未报送进展。' }] : texts).map(({ unit, text }): Block => ({
      kind: 'paragraph',
      text: unit === null ? text : `${unit}：${text}`,
    })),
  ]);
}
