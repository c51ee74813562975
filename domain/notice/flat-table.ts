import { assignCells } from './cell-assignment.ts';
import { headColumns } from './markdown-table.ts';
import { markAt } from './numbering.ts';
import { type SourceText, trimmedSpan } from './source-text.ts';
import type { Span } from './span.ts';
import type { Table, TableRow } from './table.ts';
import { columnOf } from './table-columns.ts';

/** Reads a table flattened to one row a line, cells separated by blanks, from `lines[first]` on. */
export function flatTable(
  source: SourceText,
  lines: readonly Span[],
  first: number,
): { table: Table; next: number } | null {
  const head = lines[first];
  if (head === undefined || head[1] - head[0] > 160) return null;
  const headCells = piecesOf(source, head).filter(([start, end]) => end > start);
  if (headCells.length < 3 || !headCells.every((cell) => columnOf(source.folded.slice(...cell)) !== null)) return null;
  const columns = headColumns(source, headCells);
  if (columns === null) return null;
  const rows: TableRow[] = [];
  const failed: Span[] = [];
  let next = first + 1;
  for (let line = lines[next]; line !== undefined; line = lines[next]) {
    const mark = markAt(source.folded, line[0], 'line');
    if (mark?.style === 'han' || mark?.style === 'part' || line[1] - line[0] > 6000) break;
    const pieces = piecesOf(source, line);
    const counts = assignCells(
      pieces.map((piece) => source.folded.slice(...piece)),
      columns,
    );
    if (counts !== null && pieces.length > 1) rows.push({ span: line, cells: cellsFrom(pieces, counts) });
    else if (/^\d{1,3} /.test(source.folded.slice(line[0], line[0] + 5))) failed.push(line);
    else break;
    next += 1;
  }
  if (rows.length === 0) return null;
  return { table: { span: [head[0], lines[next - 1]?.[1] ?? head[1]], columns, head: headCells, rows, failed }, next };
}

/** Joins neighbouring pieces to the cells that they are parts of. */
export function cellsFrom(pieces: readonly Span[], counts: readonly number[]): Span[] {
  let taken = 0;
  return counts.map((count) => {
    const own = pieces.slice(taken, taken + count);
    const at = pieces[taken]?.[0] ?? pieces.at(-1)?.[1] ?? 0;
    taken += count;
    const filled = own.filter(([start, end]) => end > start);
    return [filled[0]?.[0] ?? at, filled.at(-1)?.[1] ?? at];
  });
}

/** Cuts a line at blanks; two blanks or a tab have an empty cell between them. */
function piecesOf(source: SourceText, line: Span): Span[] {
  const [start, end] = trimmedSpan(source, line);
  const pieces: Span[] = [];
  let from = start;
  for (let index = start; index <= end; index += 1) {
    if (index < end && source.folded.charCodeAt(index) !== 32) continue;
    const isSpare = index === from && pieces.at(-1)?.[0] === pieces.at(-1)?.[1];
    if (!isSpare) pieces.push([from, index]);
    from = index + 1;
  }
  return pieces;
}
