import { dayOf } from '../../domain/instant.ts';
import { chineseDay } from '../../domain/plain-date.ts';
import { sheetBytes } from '../../papers/sheet/sheet-bytes.ts';
import { numberCell, textCell } from '../../papers/sheet/table-sheet.ts';
import type { AppDeps } from '../app-deps.ts';
import type { FileAnswer } from '../schemas/endpoints/endpoint.ts';
import type { TableFile } from '../schemas/table-file.ts';
import { planSight } from '../sight.ts';
import { mediaTypes } from './media-types.ts';

const widest = 40;

/** A table of a screen as a workbook; whatever its texts begin with, no cell is a formula. */
export async function tableWorkbook(deps: AppDeps, { title, planId, columns, rows }: TableFile): Promise<FileAnswer> {
  const sight = planId === null ? null : await planSight(deps, planId);
  const day = sight?.today ?? dayOf(deps.now());
  const bytes = await sheetBytes({
    name: '导出',
    isRehearsal: sight?.plan.clock === 'stepped',
    paper: 'A4',
    title,
    remark: `导出日期：${chineseDay(day, true)}　共${rows.length}条`,
    columns: columns.map((head, place) => ({ head, width: widthOf(head, place, rows), align: 'left' })),
    rows: rows.map((row) =>
      columns.map((_head, place) => {
        const cell = row[place] ?? null;
        return typeof cell === 'number' ? numberCell(cell) : textCell(cell ?? '');
      }),
    ),
    hasFilter: true,
    frozenColumns: 0,
    closing: [],
    footer: title,
  });
  return { fileName: `${title}.xlsx`, mediaType: mediaTypes.xlsx, bytes };
}

function widthOf(head: string, place: number, rows: TableFile['rows']): number {
  const lengths = rows.map((row) => String(row[place] ?? '').length);
  return Math.min(widest, Math.max(4, head.length + 2, ...lengths.slice(0, 500)));
}
