import type { TableGrid } from '../table-grid.ts';
import type { PageLine } from './page-lines.ts';
import type { PageTable } from './ruled-tables.ts';

/** What a page holds when its furniture is gone. */
export interface PageBody {
  readonly lines: readonly PageLine[];
  readonly tables: readonly PageTable[];
}

/** A run of text over one or more pages, or a table with the parts that stand on later pages. */
export type PageBlock =
  | { readonly kind: 'text'; readonly pages: readonly (readonly PageLine[])[] }
  | { readonly kind: 'table'; readonly grid: TableGrid };

/** Puts the lines and tables of all pages in order, and together what only the end of a page has parted. */
export function pageBlocks(pages: readonly PageBody[]): PageBlock[] {
  const blocks: PageBlock[] = [];
  let text: PageLine[][] = [];
  let parts: PageTable[] = [];
  const close = () => {
    if (text.length > 0) blocks.push({ kind: 'text', pages: text });
    if (parts.length > 0) blocks.push({ kind: 'table', grid: joinedGrid(parts) });
    text = [];
    parts = [];
  };
  const addLines = (lines: readonly PageLine[]) => {
    if (lines.length === 0) return;
    if (parts.length > 0) close();
    const last = text.at(-1);
    if (last !== undefined && last[0]?.page === lines[0]?.page) last.push(...lines);
    else text.push([...lines]);
  };
  for (const { lines, tables } of pages) {
    let from = 0;
    for (const table of tables) {
      const above = lines.slice(from).filter(({ base }) => base < table.top + 1);
      from += above.length;
      addLines(above);
      if (parts.length === 0 || !goesOn(parts, table)) close();
      parts.push(table);
    }
    addLines(lines.slice(from));
  }
  close();
  return blocks;
}

/** The same columns on the next page, with nothing between. */
function goesOn(parts: readonly PageTable[], table: PageTable): boolean {
  const before = parts.at(-1);
  return (
    before !== undefined &&
    before.page + 1 === table.page &&
    before.edges.length === table.edges.length &&
    before.edges.every((edge, index) => Math.abs(edge - (table.edges[index] ?? 0)) < 6)
  );
}

type Row = TableGrid['rows'][number];

/** One grid of all parts: a head that later pages repeat is dropped, a row that the page has cut is made whole. */
function joinedGrid(parts: readonly PageTable[]): TableGrid {
  const first = parts[0]?.grid ?? { rows: [], width: 0 };
  const rows: Row[] = [...first.rows];
  for (const { grid } of parts.slice(1)) {
    const head = repeatedRows(first.rows, grid.rows);
    const [top, ...others] = grid.rows.slice(head);
    const before = rows.at(-1);
    if (top === undefined) continue;
    if (before !== undefined && isCut(before, top)) rows.splice(-1, 1, wholeRow(before, top));
    else rows.push(top);
    rows.push(...others);
  }
  return { rows, width: first.width };
}

function repeatedRows(first: readonly Row[], later: readonly Row[]): number {
  let count = 0;
  while (count < later.length && count < 3 && rowText(first[count]) === rowText(later[count])) count += 1;
  return count;
}

function rowText(row: Row | undefined): string {
  return (row ?? []).map((cell) => (cell?.text ?? '').replace(/\s/g, '')).join('|');
}

/** Without a number of its own, after a text that has not come to its end. */
function isCut(before: Row, top: Row): boolean {
  if ((top[0]?.text ?? '') !== '') return false;
  return top.some((cell, column) => {
    const above = before[column]?.text.trim() ?? '';
    return cell !== null && above.length > 4 && !/[。；;！）)]$/.test(above) && isRunning(above, cell.text);
  });
}

/** Names and times end without a stop; text of some length does not. */
function isRunning(above: string, below: string): boolean {
  return /[、，,]$/.test(above) || /^[、，,。；]/.test(below.trim()) || above.length > 30;
}

function wholeRow(before: Row, top: Row): Row {
  return before.map((cell, column) => {
    const more = top[column] ?? null;
    if (cell === null || more === null) return cell ?? more;
    return { text: `${cell.text}${more.text}`, place: cell.place };
  });
}
