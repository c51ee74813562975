import type { QuarterData, QuarterProblem } from '../../domain/papers/quarter-data.ts';
import { type PlainDate, chineseDay } from '../../domain/plain-date.ts';
import { lightNames, lightSentence } from '../../domain/task/light-sentence.ts';
import type { LightCause } from '../../domain/task/task-state.ts';
import type { Block } from '../official-letter/letter.ts';

/** The named problems as a table: whose, why, what the unit says, what is demanded until when. */
export function problemTable({ problems, head }: Pick<QuarterData, 'problems' | 'head'>): Block {
  return {
    kind: 'table',
    columns: [
      { head: '序号', share: 2, align: 'center' },
      { head: '责任单位', share: 4, align: 'left' },
      { head: '任务序号及事项', share: 8, align: 'left' },
      { head: '亮灯及原因', share: 9, align: 'left' },
      { head: '单位反映的问题和下一步举措', share: 9, align: 'left' },
      { head: '要求和时限', share: 6, align: 'left' },
    ],
    rows: problems.map((problem, index) => [
      String(index + 1),
      problem.unit,
      `第${problem.taskNumber}项：${problem.title}`,
      lightSentence(problem.light),
      saidOf(problem),
      demandOf(problem, head.day),
    ]),
  };
}

// What the light itself says is owed; whatever else is behind is to be caught up with.
const owedFirst: Readonly<Partial<Record<LightCause['kind'], string>>> = {
  'no-plan': '立即补报阶段计划，明确基数和里程碑',
  'report-overdue': '立即补报进展情况，书面说明逾期原因',
  'item-overdue': '立即报送完成情况',
  'item-due-passed': '立即报送完成情况',
};

/** What a light by itself demands; the office may put it otherwise. */
export function owedByLight({ cause }: QuarterProblem['light']): string {
  return owedFirst[cause.kind] ?? '逐项制定追赶措施';
}

/** Whether what a light demands is owed at once, and not by the item's own day. */
export function isOwedAtOnce({ cause }: QuarterProblem['light']): boolean {
  return owedFirst[cause.kind] !== undefined;
}

/** What the office demands on the day of print, by what the light says is missing and whether the item's own day is over. */
export function demandOf({ light, due, demanded }: QuarterProblem, day: PlainDate): string {
  if (demanded !== undefined)
    return `${demanded.text.replace(/[，。；]+$/, '')}，${chineseDay(demanded.until, true)}前完成。`;
  const first = `${owedByLight(light)}；`;
  const until = chineseDay(due, true);
  return due < day ? `${first}${until}已到期，书面说明原因和拟完成时间，尽快完成。` : `${first}${until}前完成。`;
}

/** One sentence that names the problem in running text. */
export function problemSentence(problem: QuarterProblem): string {
  return `第${problem.taskNumber}项“${problem.title}”（${problem.unit}，${lightNames[problem.light.light]}）`;
}

function saidOf({ problem, next }: QuarterProblem): string {
  const parts = [problem === '' ? '' : `问题：${problem}`, next === '' ? '' : `举措：${next}`].filter(
    (part) => part !== '',
  );
  return parts.length === 0 ? '未说明' : parts.join('\n');
}
