import { assertNever } from '../../domain/errors.ts';
import { printable } from '../printable.ts';
import { type CaseDocument, casePage, lineWidth, roomFor, sizes } from './case-document.ts';
import type { CaseBlock } from './case-file.ts';
import { printTable } from './print-table.ts';

/** Prints a part of a section below what is there. */
export function printBlock(document: CaseDocument, block: CaseBlock): void {
  switch (block.kind) {
    case 'heading':
      roomFor(document, 48);
      document.moveDown(0.4).font('bold').fontSize(sizes.subheading);
      document.text(printable(block.text), casePage.left, document.y, { width: lineWidth, lineGap: 1 });
      document.font('regular').moveDown(0.2);
      return;
    case 'text':
      document.fontSize(sizes.text);
      document.text(printable(block.text), casePage.left, document.y, { width: lineWidth, lineGap: 1 });
      document.moveDown(0.3);
      return;
    case 'quote':
      printQuote(document, printable(block.text));
      return;
    case 'facts':
      printFacts(document, block.rows);
      return;
    case 'table':
      printTable(document, block);
      return;
    default:
      assertNever(block);
  }
}

const indent = 16;

function printQuote(document: CaseDocument, text: string): void {
  document.fontSize(sizes.text).fillColor('#333333');
  document.text(text, casePage.left + indent, document.y, { width: lineWidth - 2 * indent, lineGap: 1 });
  document.fillColor('black').moveDown(0.4);
}

const nameWidth = 92;

function printFacts(document: CaseDocument, rows: Extract<CaseBlock, { kind: 'facts' }>['rows']): void {
  document.fontSize(sizes.text);
  const options = { width: lineWidth - nameWidth, lineGap: 1 };
  for (const [name, value] of rows) {
    const text = printable(value);
    const firstLines = Math.min(document.heightOfString(text, options), 60);
    roomFor(document, firstLines);
    const top = document.y;
    document.font('bold').text(name, casePage.left, top, { width: nameWidth - 8, lineGap: 1 });
    document.font('regular').text(text, casePage.left + nameWidth, top, options);
  }
  document.moveDown(0.3);
}
