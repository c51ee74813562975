import type { ReturnSheetData } from '../../domain/papers/return-sheet-data.ts';
import { chineseDay } from '../../domain/plain-date.ts';
import { periodTitle, returnNames } from '../words.ts';

/** The title of a return on paper. */
export function returnTitle({ head, unit, kind, period }: ReturnSheetData): string {
  return `${unit}${periodTitle(period, head.planYear)}${kind === 'progress' ? '进展情况表' : returnNames[kind]}`;
}

/** What a signature is tied to: plan, number, version, check code. */
export function returnSubtitle({ head, number, version, checkCode, due }: ReturnSheetData): string {
  const until = due === null ? '' : `　应报时限：${chineseDay(due, true)}`;
  return `${head.planTitle}\n编号：${number}　第${version}版　校验码：${checkCode}${until}`;
}

/** Why a sheet that was printed before a change is worth nothing. */
export const validity =
  '本表仅对上列编号、版次和校验码所对应的内容有效；内容如有改动，校验码随之改变，应当重新打印、签字、盖章。';
