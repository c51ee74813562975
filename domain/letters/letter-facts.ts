import { isPeriod, quarterLabel } from '../calendar/quarter.ts';
import type { Letter } from '../ledger/letter.ts';

/**
 * What a letter's facts may say; every one may be missing.
 *
 * - `obligationKind`, `period`: which of a unit's returns it is about;
 * - `unitId`: the unit it is about, where that is not the receiver's own;
 * - `rows`, `units`, `opinions`, `tasks`: how many of these it is about;
 * - `taskId`, `taskNumber`, `taskTitle`: the task it is about;
 * - `approved`: 1 or 0, what was decided;
 * - `change`: the kind of change 变更 that is asked for or was decided;
 * - `orderId`, `orderKind`, `form`, `number`: the slip or order it is about, `orderStep` and `outcome` what came of it.
 */
type Facts = Letter['facts'];

/** A fact as text; empty where the letter does not say it. */
export function factText(facts: Facts, name: string): string {
  return String(facts[name] ?? '');
}

/** The fact that letters are counted by; `letters` counts the letters themselves. */
export type CountedBy = 'rows' | 'units' | 'opinions' | 'tasks' | 'letters';

/** How many the letter counts for; null where it does not say. */
export function countOf(facts: Facts, by: CountedBy): number | null {
  if (by === 'letters') return 1;
  const count = Number(facts[by] ?? (by === 'rows' ? 1 : Number.NaN));
  return Number.isInteger(count) && count > 0 ? count : null;
}

/** What is reported under this kind of obligation, as users call it. */
export function returnName(facts: Facts): string {
  return returnNames[factText(facts, 'obligationKind')] ?? '报送任务';
}

/** 「2022年第三季度」; empty for a stage plan and for letters without a period. */
export function periodName(facts: Facts): string {
  const period = factText(facts, 'period');
  return isPeriod(period) ? quarterLabel(period) : '';
}

const returnNames: Readonly<Record<string, string>> = {
  'stage-plan': '阶段计划',
  contribution: '配合情况',
  progress: '季度进展情况表',
  'district-figures': '板块分解指标数据',
};
