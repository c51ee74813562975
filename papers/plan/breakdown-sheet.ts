import type { BreakdownData } from '../../domain/papers/breakdown-data.ts';
import { chineseDay } from '../../domain/plain-date.ts';
import { sheetBytes } from '../sheet/sheet-bytes.ts';
import { textCell } from '../sheet/table-sheet.ts';
import { breakdownRemark, breakdownTitle } from './breakdown-paper.ts';
import { breakdownColumns, breakdownRows } from './breakdown-table.ts';

/** The breakdown 任务分解表 as xlsx, A4 on its side. */
export async function breakdownSheet(data: BreakdownData): Promise<Uint8Array> {
  const { head, tasks } = data;
  return sheetBytes({
    name: '任务分解表',
    isRehearsal: head.isRehearsal,
    paper: 'A4',
    title: breakdownTitle(data),
    remark: breakdownRemark(data),
    columns: breakdownColumns.map(({ share, ...column }) => ({ ...column, width: share + 0.5 })),
    rows: breakdownRows(tasks).map((row) => row.map((text) => textCell(text))),
    hasFilter: true,
    frozenColumns: 3,
    closing: [],
    footer: `打印日期：${chineseDay(head.day, true)}`,
  });
}
