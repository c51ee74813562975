import { assertNever } from '../../domain/errors.ts';
import type { QuarterData, QuarterProblem } from '../../domain/papers/quarter-data.ts';
import { type PlainDate, chineseDay } from '../../domain/plain-date.ts';
import { lightNames, lightSentence } from '../../domain/task/light-sentence.ts';
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

/** What the office demands on the day of print, by what the light says is missing and whether the item's own day is over. */
export function demandOf({ light, due }: QuarterProblem, day: PlainDate): string {
  const finish =
    due < day
      ? `${chineseDay(due, true)}已到期，书面说明原因和拟完成时间，尽快完成。`
      : `${chineseDay(due, true)}前完成。`;
  switch (light.cause.kind) {
    case 'no-plan':
      return `立即补报阶段计划，明确基数和里程碑；${finish}`;
    case 'report-overdue':
      return `立即补报进展情况，书面说明逾期原因；${finish}`;
    case 'item-overdue':
    case 'item-due-passed':
      return `立即报送完成情况；${finish}`;
    case 'suspended':
      return '任务已暂停，恢复后按重新确定的时限办理。';
    case 'value':
    case 'ceiling':
    case 'milestones':
    case 'behind-in-a-row':
    case 'item-due':
    case 'statistics':
    case 'complete':
      return `逐项制定追赶措施；${finish}`;
    default:
      return assertNever(light.cause);
  }
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
