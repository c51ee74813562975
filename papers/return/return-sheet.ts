import type { ReturnSheetData } from '../../domain/papers/return-sheet-data.ts';
import { chineseDay } from '../../domain/plain-date.ts';
import { sheetBytes } from '../sheet/sheet-bytes.ts';
import { textCell } from '../sheet/table-sheet.ts';
import { returnColumns, returnRows } from './return-columns.ts';
import { returnSubtitle, returnTitle, validity } from './return-texts.ts';

const blank = '　　　　　　　　';

/** The sheet of a return for signature as xlsx, A4 on its side. */
export async function returnSheet(data: ReturnSheetData): Promise<Uint8Array> {
  const { head, kind, checkCode, version } = data;
  return sheetBytes({
    name: '报送表',
    isRehearsal: head.isRehearsal,
    paper: 'A4',
    title: returnTitle(data),
    remark: returnSubtitle(data).replace('\n', '　'),
    columns: returnColumns(kind).map(({ share, ...column }) => ({ ...column, width: share })),
    rows: returnRows(data).map((row) => row.map((text) => textCell(text))),
    hasFilter: false,
    frozenColumns: 0,
    closing: [
      validity,
      `填报人：${blank}　　审核人：${blank}　　主要负责人签字：${blank}　　（盖章）　　日期：　　　　年　　月　　日`,
    ],
    footer: `第${version}版　校验码：${checkCode}　打印日期：${chineseDay(head.day, true)}`,
  });
}
