import type { FilledInRow } from '../../documents/filled-in-row.ts';
import { type PlainDate, chineseDay, isPlainDate } from '../../domain/plain-date.ts';
import { endingNames, rowEndings } from '../../domain/task/ending/row-ending.ts';
import type { ReturnDifferenceBody, RowEntryBody } from '../schemas/return.ts';

type Claim = NonNullable<RowEntryBody['ending']>;
type Problem = ReturnDifferenceBody['problems'][number];

/** How a self-assessment 年终自评 is written in a sheet's two columns. */
export const endingHeadings = {
  ending: `年终自评（${rowEndings.map((each) => endingNames[each]).join('、')}）`,
  until: '预计完成（数据公布）日期',
} as const;

/** The name of the ending as a cell has it. */
export function endingCell(claim: Claim | undefined): string {
  return claim === undefined ? '' : endingNames[claim.ending];
}

/** The day that the ending names as a cell has it. */
export function untilCell(claim: Claim | undefined): string {
  const until = claim?.until ?? null;
  return until !== null && isPlainDate(until) ? chineseDay(until, true) : '';
}

/** Reads the two cells of a row; undefined where none was given, and what cannot be read is said with its place. */
export function endingFrom(cells: FilledInRow['cells'], problems: Problem[]): Claim | undefined {
  const [named, day] = [cells['ending'], cells['until']];
  if (named === undefined || named.text === '') return undefined;
  const ending = rowEndings.find((each) => endingNames[each] === named.text);
  if (ending === undefined) {
    problems.push({ place: named.address, message: `“${named.text}”不是年终自评的类别，请从表头所列类别中选填一种` });
    return undefined;
  }
  return { ending, until: day === undefined ? null : dayFrom(day, problems) };
}

function dayFrom({ text, address }: FilledInRow['cells'][string], problems: Problem[]): PlainDate | null {
  if (text === '') return null;
  const [, year = '', month = '', date = ''] = /^(\d{4})[年./-](\d{1,2})[月./-](\d{1,2})日?$/.exec(text) ?? [];
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  if (isPlainDate(day)) return day;
  problems.push({ place: address, message: `“${text}”不是日期，请写成2023年6月30日的样式` });
  return null;
}
