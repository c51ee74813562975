import { join } from 'node:path';
import PDFDocument from 'pdfkit';
import type { PlainDate } from '../../domain/plain-date.ts';
import { printable } from '../printable.ts';

/** A page as a case file sets it, in points: A4, with room for binding to the left. */
export const casePage = { width: 595.28, height: 841.89, left: 72, right: 50, top: 72, bottom: 64 } as const;

/** How wide a line of text is. */
export const lineWidth: number = casePage.width - casePage.left - casePage.right;

/** The sizes of type, in points. */
export const sizes = { title: 20, heading: 14, subheading: 11.5, text: 10.5, cell: 8.5, small: 8 } as const;

// The faces come with the program, so that a case file can be printed where no Chinese font is installed.
const fonts = join(import.meta.dirname, '..', '..', 'node_modules', '@embedpdf', 'fonts-sc', 'fonts');

/** The document while it is being written. */
export type CaseDocument = InstanceType<typeof PDFDocument>;

/** An empty document with its faces embedded; the same day gives the same bytes. */
export function newCaseDocument(title: string, day: PlainDate): CaseDocument {
  const made = new Date(`${day}T00:00:00+08:00`);
  const document = new PDFDocument({
    size: [casePage.width, casePage.height],
    margins: { left: casePage.left, right: casePage.right, top: casePage.top, bottom: casePage.bottom },
    bufferPages: true,
    lang: 'zh-CN',
    info: { Title: printable(title), CreationDate: made, ModDate: made, Creator: 'duban', Producer: 'duban' },
  });
  document.registerFont('regular', join(fonts, 'NotoSansHans-Regular.otf'));
  document.registerFont('bold', join(fonts, 'NotoSansHans-Bold.otf'));
  return document.font('regular');
}

/** Goes to a new page where less than `height` is left of this one. */
export function roomFor(document: CaseDocument, height: number): void {
  if (document.y + height > casePage.height - casePage.bottom) document.addPage();
}

/** The whole document's bytes, once it has ended. */
export async function bytesOf(document: CaseDocument): Promise<Uint8Array> {
  document.end();
  const parts: Uint8Array[] = [];
  for await (const part of document) parts.push(part as Uint8Array);
  return Buffer.concat(parts);
}
