import { printable } from '../printable.ts';
import { type CaseDocument, casePage, lineWidth, sizes } from './case-document.ts';
import type { CaseBlock } from './case-file.ts';

const padding = 4;
const bottom = casePage.height - casePage.bottom;

/** Prints a table whose head is repeated on every page; a row that no page can hold goes on in the next one. */
export function printTable(document: CaseDocument, { columns, rows }: Extract<CaseBlock, { kind: 'table' }>): void {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => (share / whole) * lineWidth);
  const head = columns.map(({ title }) => title);
  document.fontSize(sizes.cell);
  const draw = { document, widths };
  printHead(draw, head);
  for (const row of rows) {
    let rest: readonly string[] | null = row.map(printable);
    while (rest !== null) rest = printPart(draw, head, rest);
  }
  document.moveDown(0.8);
}

interface Draw {
  readonly document: CaseDocument;
  readonly widths: readonly number[];
}

function printHead(draw: Draw, head: readonly string[]): void {
  const { document } = draw;
  document.font('bold');
  const height = heightOf(draw, head);
  // A head never stands alone at the end of a page.
  if (document.y + height + 40 > bottom) document.addPage();
  printCells(draw, head, height);
  document.font('regular');
}

/** Prints as much of a row as the page holds; what is left over, or null. */
function printPart(draw: Draw, head: readonly string[], cells: readonly string[]): readonly string[] | null {
  const { document } = draw;
  const height = heightOf(draw, cells);
  if (document.y + height <= bottom) {
    printCells(draw, cells, height);
    return null;
  }
  const room = bottom - document.y;
  if (room < 120) {
    document.addPage();
    document.fontSize(sizes.cell);
    printHead(draw, head);
    return cells;
  }
  const parts = cells.map((cell, column) => splitAt(draw, cell, { column, room: room - 2 * padding }));
  printCells(
    draw,
    parts.map(([first]) => first),
    room,
  );
  return parts.map(([, rest]) => rest);
}

function heightOf({ document, widths }: Draw, cells: readonly string[]): number {
  const heights = cells.map((cell, column) => textHeight({ document, widths }, cell, column));
  return Math.max(...heights) + 2 * padding;
}

function textHeight({ document, widths }: Draw, text: string, column: number): number {
  const width = (widths[column] ?? 0) - 2 * padding;
  return text === '' ? 0 : document.heightOfString(text, { width, lineGap: 0 });
}

function splitAt(
  draw: Draw,
  text: string,
  { column, room }: { readonly column: number; readonly room: number },
): readonly [first: string, rest: string] {
  if (textHeight(draw, text, column) <= room) return [text, ''];
  const letters = [...text];
  let [least, most] = [0, letters.length];
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (textHeight(draw, letters.slice(0, middle).join(''), column) <= room) least = middle;
    else most = middle - 1;
  }
  return [letters.slice(0, least).join(''), letters.slice(least).join('')];
}

function printCells({ document, widths }: Draw, cells: readonly string[], height: number): void {
  const top = document.y;
  let left: number = casePage.left;
  for (const [column, cell] of cells.entries()) {
    const width = widths[column] ?? 0;
    document.lineWidth(0.5).strokeColor('#777777').rect(left, top, width, height).stroke();
    document.text(cell, left + padding, top + padding, {
      width: width - 2 * padding,
      lineGap: 0,
      // One more line than fits would start a page of its own.
      height: height - padding,
    });
    left += width;
  }
  document.x = casePage.left;
  document.y = top + height;
}
