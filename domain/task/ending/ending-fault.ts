import type { PlainDate } from '../../plain-date.ts';
import { isMet } from '../row-verdict.ts';
import type { IssuedSubject, Target } from '../issued-subject.ts';
import { type NamedEnding, endingNames } from './row-ending.ts';

/** The row whose ending is looked at, with the value that it ends with. */
export interface EndedRow {
  readonly subject: Pick<IssuedSubject, 'kind' | 'target'>;
  readonly value: number | null;
  /** The day of the look: a named day lies after it. */
  readonly on: PlainDate;
}

/** What contradicts the ending of a row, as the end of a sentence that begins with the row; null where nothing does. */
export function endingFault(claim: NamedEnding, row: EndedRow): string | null {
  const { ending, until } = claim;
  if (until !== null && until <= row.on) return `填报“${endingNames[ending]}”的日期应在${row.on}以后，请更正`;
  switch (ending) {
    case 'exceeded':
    case 'completed':
      return until === null ? doneFault(ending, row) : `填报“${endingNames[ending]}”无需填写日期，请删去`;
    case 'awaiting-statistics':
      if (row.subject.target === null) return '没有数量目标，不能填报“待统计数据”';
      return until === null ? '填报“待统计数据”应写明数据公布日期' : null;
    case 'continuing':
    case 'unfinished':
      return until === null ? `填报“${endingNames[ending]}”应写明预计完成日期` : null;
    case 'carried-over':
      return null;
  }
}

function doneFault(ending: 'exceeded' | 'completed', { subject: { target }, value }: EndedRow): string | null {
  if (target === null) return ending === 'completed' ? null : '没有数量目标，不能填报“超额完成”';
  if (value === null) return `未填累计完成值，不能填报“${endingNames[ending]}”`;
  if (!isMet(target, value)) return `累计完成${value}${target.unit}，未达到目标，不能填报“${endingNames[ending]}”`;
  if (ending === 'exceeded' && !isBeyond(target, value)) {
    return `累计完成${value}${target.unit}，没有超过目标，应填报“完成”`;
  }
  return null;
}

function isBeyond({ comparator, value: target }: Target, value: number): boolean {
  return comparator === '<=' || comparator === '<' ? value < target : value > target;
}
