import { isPeriod, quarterLabel } from '../calendar/quarter.ts';
import type { Letter } from '../ledger/letter.ts';

/**
 * What a letter's facts may say; every one may be missing.
 *
 * - `obligationKind`, `period`: which of a unit's returns it is about;
 * - `unitId`: the unit it is about, where that is not the receiver's own;
 * - `rows`: how many things it counts for, 1 where it says nothing;
 * - `taskId`, `taskNumber`, `taskTitle`: the task it is about;
 * - `outcome`: what was decided (see `letter-text.ts`).
 */
type Facts = Letter['facts'];

/** A fact as text; empty where the letter does not say it. */
export function factText(facts: Facts, name: string): string {
  return String(facts[name] ?? '');
}

/** How many things the letter counts for in its line. */
export function countOf(facts: Facts): number {
  const rows = Number(facts['rows'] ?? 1);
  return Number.isInteger(rows) && rows > 0 ? rows : 1;
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
