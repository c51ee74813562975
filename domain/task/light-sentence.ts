import { assertNever } from '../errors.ts';
import { quarterLabel } from '../calendar/quarter.ts';
import { chineseDay } from '../plain-date.ts';
import type { Light, LightAssessment, LightCause } from './task-state.ts';

/** What lights are called; other cities name and colour them otherwise, so the reason is always printed beside it. */
export const lightNames: Readonly<Record<Light, string>> = {
  'on-track': '正常',
  'near-due': '临期',
  behind: '滞后',
  'far-behind': '严重滞后',
  recovered: '已追回',
  'no-plan': '未设节点',
  'awaiting-statistics': '待统计',
  suspended: '已暂停',
};

/** The sentence that explains a light: its inputs, the limit that it passed, and the rule version. */
export function lightSentence({ light, on, cause, rulesVersion }: LightAssessment): string {
  return `${lightNames[light]}：${causeSentence(cause)}（${chineseDay(on, true)}评定，规则第${rulesVersion}版）`;
}

function causeSentence(cause: LightCause): string {
  switch (cause.kind) {
    case 'no-plan':
      return noPlanSentence(cause.missing);
    case 'statistics':
      return `年度统计数据，预计${chineseDay(cause.until, true)}公布，待公布并报送后评定进度`;
    case 'value':
      return valueSentence(cause);
    case 'ceiling':
      return ceilingSentence(cause);
    case 'milestones':
      return milestoneSentence(cause);
    case 'report-overdue':
      return `${quarterLabel(cause.period)}进展情况应于${chineseDay(cause.due, true)}前报送，至今未报`;
    case 'item-overdue':
      return `应于${chineseDay(cause.due, true)}前完成，经审核的报告尚未完成`;
    case 'item-due':
      return `距完成时限${chineseDay(cause.due, true)}还有${cause.workingDays}个工作日，尚未完成`;
    case 'item-due-passed':
      return `完成时限${chineseDay(cause.due, true)}已过，是否完成待报送和审核后确定`;
    case 'suspended':
      return `任务自${chineseDay(cause.since, true)}起暂停，恢复前不计进度、不催报`;
    case 'complete':
      return '已完成目标';
    case 'behind-in-a-row':
      return `连续${cause.periods}个季度滞后（本季落后${cause.points}个百分点），提高一级`;
    case 'decided':
      return decidedSentence(cause);
    default:
      return assertNever(cause);
  }
}

function decidedSentence({ before, findingId, objectionId }: Extract<LightCause, { kind: 'decided' }>): string {
  const occasion = findingId !== null ? '经督查核查' : objectionId !== null ? '经异议复核' : '';
  const change = before === null ? '' : `，原评定为${lightNames[before]}`;
  return `${occasion}决定调整${change}，理由见决定记录，至下次审核通过新的报送内容为止`;
}

function valueSentence({ value, expected, points, limit }: Extract<LightCause, { kind: 'value' }>): string {
  const reached = `累计完成${value}，按计划应达${expected}`;
  if (points <= 0) return `${reached}，不低于计划`;
  return `${reached}，落后${points}个百分点${limit === null ? '，在限度以内' : `，${points > limit ? '超过' : '达到'}${limit}个百分点的限度`}`;
}

function ceilingSentence({ value, ceiling, points }: Extract<LightCause, { kind: 'ceiling' }>): string {
  if (value < ceiling) return `累计${value}，未超过上限${ceiling}`;
  return value === ceiling ? `累计${value}，已达上限${ceiling}` : `累计${value}，超过上限${ceiling}的${points}%`;
}

function noPlanSentence(missing: Extract<LightCause, { kind: 'no-plan' }>['missing']): string {
  if (missing === undefined) return '尚无经审核的阶段计划，未设基数或里程碑';
  return missing === 'baseline' ? '阶段计划未填交办时的基数' : '阶段计划未设里程碑';
}

function milestoneSentence({ missed, done, total }: Extract<LightCause, { kind: 'milestones' }>): string {
  const reached = `共${total}个里程碑，已完成${done}个`;
  return missed.length === 0 ? `${reached}，无逾期` : `${reached}，逾期${missed.length}个：${missed.join('、')}`;
}
