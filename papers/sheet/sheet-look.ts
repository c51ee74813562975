import type exceljs from 'exceljs';
import type { TableSheet } from './table-sheet.ts';

type Paper = TableSheet['paper'];

/** Letter sizes in points of what stands in the cells. */
export const bodyPoints: Readonly<Record<Paper, number>> = { A3: 9, A4: 10 };
/** The same of the title. */
export const titlePoints: Readonly<Record<Paper, number>> = { A3: 22, A4: 18 };

/** Typefaces of sheets; programs on machines that lack one take the system's own Chinese face. */
export const fonts = {
  title: (paper: Paper): Partial<exceljs.Font> => ({
    name: '方正小标宋简体',
    size: titlePoints[paper],
    family: 1,
    charset: 134,
  }),
  head: (paper: Paper): Partial<exceljs.Font> => ({ name: '黑体', size: bodyPoints[paper], family: 2, charset: 134 }),
  body: (paper: Paper): Partial<exceljs.Font> => ({ name: '宋体', size: bodyPoints[paper], family: 1, charset: 134 }),
  closing: (paper: Paper): Partial<exceljs.Font> => ({
    name: '宋体',
    size: bodyPoints[paper] + 2,
    family: 1,
    charset: 134,
  }),
} as const;

/** The height of a line in points: enough for the tallest of the faces that stand in for each other. */
export function lineHeight(paper: Paper): number {
  return Math.ceil(bodyPoints[paper] * 1.46 * 2) / 2;
}

// A unit of a column's width is a digit of the default face, eight pixels of a 96th of an inch, and five pixels are padding.
const pixelsPerUnit = 8;
const padding = 5;

/** The width of a column for so many full-width characters, in the unit of spreadsheets. */
export function columnUnits(characters: number, paper: Paper): number {
  const pixels = characters * ((bodyPoints[paper] * 96) / 72) + padding;
  return Math.ceil((pixels / pixelsPerUnit) * 100) / 100;
}

/** Thin lines round a cell, without those inside a row that goes on. */
export function thinBorders({
  isFirst,
  isLast,
}: {
  readonly isFirst: boolean;
  readonly isLast: boolean;
}): Partial<exceljs.Borders> {
  const line = { style: 'thin', color: { argb: 'FF000000' } } as const;
  return { left: line, right: line, ...(isFirst ? { top: line } : {}), ...(isLast ? { bottom: line } : {}) };
}

/**
 * The styles with the Chinese face as the default in place of the library's: column widths count its digits, and a program that lacks
 * the Latin one would take any other and make every column wider.
 */
export function chineseDefault(styles: string): string {
  return styles
    .replaceAll('<name val="Calibri"/>', '<name val="宋体"/><charset val="134"/>')
    .replaceAll('<scheme val="minor"/>', '');
}
