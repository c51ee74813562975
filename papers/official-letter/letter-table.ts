import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { isOneWithAbove } from '../merged-columns.ts';
import { printableLines } from '../printable.ts';
import { faces, sizes } from './fonts.ts';
import type { FormCell, FormRow, LetterColumn } from './letter-grid.ts';
import { twips } from './page-setup.ts';

const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const borders = { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line };
const margins = { top: 40, bottom: 40, left: 70, right: 70 };
const alignments = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;

/** A table over the whole width; its head comes again on every page, and no row is torn unless it is longer than a page. */
export function letterTable(
  columns: readonly LetterColumn[],
  rows: readonly (readonly string[])[],
  width: number,
): Table {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => Math.floor((width * share) / shares));
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ head: text }, index) =>
      cell(text, { font: faces.level1, align: 'center', width: widths[index] ?? 0 }),
    ),
  });
  const body = rows.map(
    (row, place) =>
      new TableRow({
        cantSplit: !isLong(row),
        children: columns.map(({ align }, index) => {
          const merge = mergeAt({ columns, rows, place, index });
          return cell(merge === 'continue' ? '' : (row[index] ?? ''), {
            font: faces.body,
            align,
            width: widths[index] ?? 0,
            merge,
          });
        }),
      }),
  );
  return table([head, ...body], widths, width);
}

/** A form of captions and fields, such as a paper for a leader's decision. */
export function letterForm(rows: readonly FormRow[], width: number): Table {
  const unit = Math.floor(width / 12);
  const body = rows.map(
    ({ cells, heightMm }) =>
      new TableRow({
        cantSplit: true,
        height: { value: twips(heightMm), rule: 'atLeast' },
        children: cells.map((each) => formCell(each, unit)),
      }),
  );
  return table(
    body,
    Array.from({ length: 12 }, () => unit),
    width,
  );
}

// Beyond this a row may take a page and more, and must be torn rather than cut.
const longText = 400;

function isLong(row: readonly string[]): boolean {
  return row.some((text) => text.length > longText);
}

function table(rows: readonly TableRow[], columnWidths: readonly number[], width: number): Table {
  return new Table({
    rows: [...rows],
    width: { size: width, type: WidthType.DXA },
    columnWidths: [...columnWidths],
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    borders,
    margins,
  });
}

interface CellPlace {
  readonly columns: readonly LetterColumn[];
  readonly rows: readonly (readonly string[])[];
  readonly place: number;
  readonly index: number;
}

function mergeAt(at: CellPlace): 'restart' | 'continue' | null {
  if (isOneAt(at)) return 'continue';
  return isOneAt({ ...at, place: at.place + 1 }) ? 'restart' : null;
}

function isOneAt({ columns, rows, place, index }: CellPlace): boolean {
  const [above, row] = [rows[place - 1], rows[place]];
  return above !== undefined && row !== undefined && isOneWithAbove(columns, index, [above, row]);
}

interface CellLook {
  readonly font: (typeof faces)[keyof typeof faces];
  readonly align: LetterColumn['align'];
  readonly width: number;
  readonly merge?: 'restart' | 'continue' | null;
}

function cell(text: string, { font, align, width, merge = null }: CellLook): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    ...(merge === null ? {} : { verticalMerge: merge }),
    children: cellParagraphs(text, font, align),
  });
}

function formCell({ text, isCaption, columns }: FormCell, unit: number): TableCell {
  return new TableCell({
    columnSpan: columns,
    width: { size: unit * columns, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    children: isCaption
      ? cellParagraphs(text, faces.level1, 'center', sizes.小四)
      : cellParagraphs(text, faces.body, 'left', sizes.小四),
  });
}

function cellParagraphs(
  text: string,
  font: CellLook['font'],
  align: LetterColumn['align'],
  size: number = sizes.五号,
): Paragraph[] {
  const lines = printableLines(text);
  return (lines.length === 0 ? [''] : lines).map(
    (each) =>
      new Paragraph({
        alignment: alignments[align],
        // Fixed, since faces that stand in for each other differ much in height.
        spacing: { line: size * 15, lineRule: LineRuleType.EXACT },
        children: [new TextRun({ text: each, font, size })],
      }),
  );
}
