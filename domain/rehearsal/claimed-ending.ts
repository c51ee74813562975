import { quarterEnd } from '../calendar/quarter.ts';
import { type PlainDate, addDays, chineseDay, plainDate, yearOf } from '../plain-date.ts';
import { endingFault } from '../task/ending/ending-fault.ts';
import { type NamedEnding, isDone } from '../task/ending/row-ending.ts';
import type { ViewedReturn, ViewedRow } from './rehearsal-view.ts';
import type { ReportedRow } from './scenario.ts';

type Said = { readonly [Key in 'value' | 'complete' | 'problem' | 'next']?: ReportedRow[Key] | undefined };

/** The self-assessment of a row in the last return, made from what its report says where the scenario does not say it. */
export function claimedEnding(row: ViewedRow, said: Said, period: ViewedReturn['period']): NamedEnding {
  const end = period === 'plan' ? row.due : quarterEnd(period);
  const value = said.value ?? null;
  const best = (['exceeded', 'completed'] as const).find(
    (ending) => endingFault({ ending, until: null }, { subject: row, value, on: end }) === null,
  );
  const isReached = row.target === null ? said.complete === true : best !== undefined;
  if (isReached && best !== undefined) return { ending: best, until: null };
  const statisticsOn = row.plan?.statisticsOn ?? null;
  if (row.target !== null && value === null && statisticsOn !== null) {
    return { ending: 'awaiting-statistics', until: statisticsOn };
  }
  const isLater = row.due > addDays(end, 31);
  return isLater ? { ending: 'continuing', until: row.due } : { ending: 'unfinished', until: nextMidYear(end) };
}

/** What a row says in words beside its ending: an unfinished one names its cause and what comes next. */
export function wordsOfEnding(row: ViewedRow, said: Said, { ending, until }: NamedEnding): Said {
  const complete = isDone({ ending, until });
  if (ending !== 'unfinished' || until === null) return { complete };
  return {
    complete,
    problem: said.problem || `受前期手续和要素保障进度影响，“${row.title}”年内未能全部完成。`,
    next: said.next || `倒排工期、按月调度，${chineseDay(until, true)}前完成“${row.title}”剩余工作。`,
  };
}

function nextMidYear(day: PlainDate): PlainDate {
  return plainDate(`${yearOf(day) + 1}-06-30`);
}
