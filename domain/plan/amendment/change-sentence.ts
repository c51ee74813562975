import { assertNever } from '../../errors.ts';
import { chineseDay } from '../../plain-date.ts';
import type { Commitment, PartyRole, Target } from '../../task/issued-subject.ts';
import type { NoticeChange } from './notice-change.ts';

const commitments: Readonly<Record<Commitment, string>> = {
  binding: '刚性',
  striving: '力争',
  'in-principle': '原则上',
};
const roles: Readonly<Record<PartyRole, string>> = { lead: '牵头单位', support: '配合单位', district: '板块' };
const comparators: Readonly<Record<Target['comparator'], string>> = {
  '=': '',
  '>=': '不低于',
  '>': '超过',
  '<=': '不超过',
  '<': '低于',
};

/** One difference of a notice in a sentence, with the words of the text that it is about. */
export function changeSentence(change: NoticeChange, unitName: (unitId: string) => string): string {
  const where = change.taskNumber === null ? '任务以外' : `第${change.taskNumber}项`;
  return `${where}：${said(change, unitName)}`;
}

function said(change: NoticeChange, unitName: (unitId: string) => string): string {
  const unit = (unitId: string | null) => (unitId === null ? '未明确' : unitName(unitId));
  switch (change.kind) {
    case 'task-added':
      return `新增任务“${change.task.title}”`;
    case 'task-removed':
      return `取消任务“${change.task.title}”`;
    case 'task-moved':
      return `移至第${change.number}项${change.group === '' ? '' : `（${change.group}）`}，内容未变的部分照旧`;
    case 'title':
      return `任务名称由“${change.from}”改为“${change.to}”`;
    case 'party-joined':
      return `增列${roles[change.party.role]}${unit(change.party.unitId)}`;
    case 'party-left':
      return `不再列${roles[change.party.role]}${unit(change.party.unitId)}`;
    case 'party-role':
      return `${unit(change.party.unitId)}由${roles[change.party.role]}改为${roles[change.role]}`;
    case 'unknown-unit':
      return `增列“${change.name}”，单位名录中没有该单位`;
    case 'item-added':
      return `新增事项“${change.item.quote}”`;
    case 'item-removed':
      return `取消事项“${change.item.quote}”`;
    case 'target':
      return `“${change.item.quote}”的目标由${target(change.from)}改为${target(change.to)}`;
    case 'due':
      return `“${change.item.quote}”的时限由${chineseDay(change.from, true)}改为${chineseDay(change.to, true)}`;
    case 'commitment':
      return `“${change.item.quote}”的约束程度由${commitments[change.from]}改为${commitments[change.to]}`;
    case 'accountable':
      return `“${change.item.quote}”的责任单位由${unit(change.from)}改为${unit(change.to)}`;
    case 'wording':
      return wording(change.before?.quote ?? '', change.after?.quote ?? '');
    default:
      return assertNever(change);
  }
}

function target({ comparator, value, unit }: Target): string {
  return `${comparators[comparator]}${value}${unit}`;
}

const longestQuote = 60;

function wording(before: string, after: string): string {
  const short = (words: string) => (words.length > longestQuote ? `${words.slice(0, longestQuote)}……` : words);
  if (before === '') return `文字增加“${short(after)}”`;
  return after === '' ? `文字删去“${short(before)}”` : `文字“${short(before)}”改为“${short(after)}”`;
}
