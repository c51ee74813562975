import type { DocumentLimits } from '../document-limits.ts';
import { documentRefusal } from '../document-refusal.ts';
import { elementOf, type MarkupElement, parseMarkup } from '../markup.ts';
import { assertHarmless } from '../office-package.ts';
import type { ReadText } from '../read-text.ts';
import { gridHead } from '../table-grid.ts';
import { textWriter } from '../text-writer.ts';
import { writeGrid } from '../write-grid.ts';
import { partText, type ZipParts, zipParts } from '../zip-parts.ts';
import { docxBlocks } from './docx-blocks.ts';
import { docxGrid } from './docx-grid.ts';
import { leftOutRemarks } from './left-out-remarks.ts';
import { numberingLists, valueOf } from './numbering-levels.ts';
import { paragraphNumbers } from './paragraph-numbers.ts';
import { paragraphStyles } from './paragraph-styles.ts';
import { type LeftOut, paragraphText } from './paragraph-text.ts';

/** Reads a Word document: its paragraphs with the numbers that Word counts, and its tables. */
export async function readDocx(bytes: Uint8Array, limits: DocumentLimits): Promise<ReadText> {
  const parts = await zipParts(bytes, limits);
  await assertHarmless(parts);
  const document = elementOf(parseMarkup(await partText(parts, 'word/document.xml'), 'xml'), 'w:document');
  const body = elementOf(document, 'w:body');
  if (body === undefined)
    throw documentRefusal('document-damaged', '中没有正文，请用 Word 或 WPS 打开后另存一份再导入。');
  return readBody(body, await docxNumbers(parts));
}

interface DocxNumbers {
  readonly numberOf: (paragraph: MarkupElement) => string;
  readonly isContents: (paragraph: MarkupElement) => boolean;
}

async function docxNumbers(parts: ZipParts): Promise<DocxNumbers> {
  const optional = async (name: string) =>
    parts.names.includes(name) ? parseMarkup(await partText(parts, name), 'xml') : null;
  const styleOf = paragraphStyles(await optional('word/styles.xml'));
  const numbering = await optional('word/numbering.xml');
  return {
    numberOf: paragraphNumbers(numbering === null ? new Map() : numberingLists(numbering), styleOf),
    isContents: (paragraph) => /^toc ?\d/i.test(styleOf(valueOf(elementOf(paragraph, 'w:pPr'), 'w:pStyle')).name),
  };
}

function readBody(body: MarkupElement, { numberOf, isContents }: DocxNumbers): ReadText {
  const writer = textWriter();
  const leftOut: LeftOut = { pictures: 0, notes: 0, revisions: 0, hidden: 0, contents: 0 };
  let paragraphs = 0;
  let tables = 0;
  /** The lines of a paragraph, its number before the first; those of its boxes stand before it. */
  const linesOf = (paragraph: MarkupElement, isInCell: boolean): string[] => {
    const number = numberOf(paragraph);
    if (isContents(paragraph)) {
      leftOut.contents += 1;
      return [];
    }
    const { text, boxes } = paragraphText(paragraph, leftOut);
    const boxed = boxes.flatMap((box) => blockLines(box));
    // The cell of a row's number often holds nothing but the number that Word counts.
    const isBlank = text.trim() === '' && (number === '' || !isInCell);
    return isBlank ? boxed : [...boxed, ...`${number}${text}`.split('\n')];
  };
  const blockLines = (parent: MarkupElement): string[] =>
    [...docxBlocks(parent, leftOut)].flatMap((block) =>
      block.name === 'w:p' ? linesOf(block, true) : nestedLines(block, (cell) => blockLines(cell)),
    );
  for (const block of docxBlocks(body, leftOut)) {
    if (block.name === 'w:tbl') {
      tables += 1;
      const grid = docxGrid(block, tables, (cell) => blockLines(cell).join('\n'));
      writeGrid(writer, grid, gridHead(grid));
      continue;
    }
    const lines = linesOf(block, false);
    if (lines.length > 0) paragraphs += 1;
    const place = { kind: 'paragraph', paragraph: paragraphs } as const;
    for (const text of lines) writer.line([{ text, place }]);
  }
  return { text: writer.text(), origins: writer.origins(), remarks: leftOutRemarks(leftOut), sheets: [] };
}

/** A table inside a cell gives one line for each of its rows. */
function nestedLines(table: MarkupElement, linesIn: (cell: MarkupElement) => string[]): string[] {
  const { rows } = docxGrid(table, 0, (cell) => linesIn(cell).join(' '));
  return rows.map((row) =>
    row
      .filter((cell, column) => cell !== null && cell !== row[column - 1])
      .map((cell) => cell?.text ?? '')
      .join(' '),
  );
}
