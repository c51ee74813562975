import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  getDocument,
  type PDFDocumentProxy,
  type PDFPageProxy,
  PasswordException,
  Util,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { DocumentLimits } from '../document-limits.ts';
import { documentRefusal } from '../document-refusal.ts';
import type { ReadText } from '../read-text.ts';
import { textWriter } from '../text-writer.ts';
import { gridHead } from '../table-grid.ts';
import { writeGrid } from '../write-grid.ts';
import { pageBlocks } from './page-blocks.ts';
import { pageItem } from './page-items.ts';
import { type PageLine, pageLines } from './page-lines.ts';
import { pageRules } from './page-rules.ts';
import { type Paragraph, paragraphsOf, seam } from './paragraphs.ts';
import { lineAt, type PageTable, ruledTables } from './ruled-tables.ts';
import { withoutRunningLines } from './running-lines.ts';

/** Reads the text of a PDF file in the order in which people read it; nothing in the file is ever run or fetched. */
export async function readPdf(bytes: Uint8Array, limits: DocumentLimits): Promise<ReadText> {
  const document = await openPdf(bytes);
  if (document.numPages > limits.mostPages)
    throw documentRefusal(
      'document-too-large',
      `有${document.numPages}页，超过上限${limits.mostPages}页；请只保留工作任务所在的页后再导入。`,
    );
  const pages: ReadPage[] = [];
  for (let page = 1; page <= document.numPages; page += 1)
    pages.push(await readPage(await document.getPage(page), page));
  assertText(pages);
  const { lines, dropped } = withoutRunningLines(pages.map((page) => page.lines));
  const writer = textWriter();
  const bodies = pages.map(({ tables }, index) => ({ tables, lines: lines[index] ?? [] }));
  for (const block of pageBlocks(bodies)) {
    if (block.kind === 'table') writeGrid(writer, block.grid, gridHead(block.grid));
    else for (const paragraph of paragraphsOf(block.pages)) writer.line(paragraphPieces(paragraph));
  }
  const empty = pages.flatMap(({ letters }, index) => (letters === 0 ? [index + 1] : []));
  const remarks = [
    ...(dropped.length > 0 ? [`已略去页眉页脚：${dropped.slice(0, 8).join('；')}。`] : []),
    ...(empty.length > 0 ? [`第${empty.join('、')}页没有文字，可能是扫描图片，未能读取。`] : []),
  ];
  return { text: writer.text(), origins: writer.origins(), remarks, sheets: [] };
}

async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  const library = dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json')));
  try {
    return await getDocument({
      data: new Uint8Array(bytes),
      // Older Chinese files name their encodings instead of bringing them.
      cMapUrl: `${join(library, 'cmaps')}/`,
      standardFontDataUrl: `${join(library, 'standard_fonts')}/`,
      disableFontFace: true,
      useSystemFonts: false,
      enableXfa: false,
      verbosity: 0,
    }).promise;
  } catch (error) {
    if (error instanceof PasswordException)
      throw documentRefusal('document-encrypted', '已加密，请解除打开密码后重新导入。');
    const refusal = documentRefusal(
      'document-damaged',
      '已损坏，无法作为 PDF 打开；请重新下载，或者向发来文件的单位重新索取。',
    );
    refusal.cause = error;
    throw refusal;
  }
}

interface ReadPage {
  /** Outside of tables. */
  readonly lines: readonly PageLine[];
  readonly tables: readonly PageTable[];
  readonly letters: number;
}

async function readPage(page: PDFPageProxy, number: number): Promise<ReadPage> {
  const { transform } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent({ disableNormalization: true });
  const placed = items.flatMap((item) => {
    if (!('str' in item)) return [];
    const matrix: number[] = Util.transform(transform, item.transform);
    return pageItem({ str: item.str, width: item.width, matrix }) ?? [];
  });
  const all = pageLines(placed, number);
  const { tables, rest } = ruledTables(placed, await pageRules(page), all);
  page.cleanup();
  const letters = placed.reduce((sum, { text }) => sum + text.trim().length, 0);
  // Lines are counted on the whole page, as people count them.
  const lines = pageLines(rest, number).map((line) => ({ ...line, line: lineAt(all, line.base) }));
  return { lines, tables, letters };
}

function assertText(pages: readonly ReadPage[]): void {
  // A scanned file may carry a stamp or a page number as text.
  if (pages.reduce((sum, { letters }) => sum + letters, 0) >= pages.length * 10) return;
  throw documentRefusal(
    'document-scanned',
    '是扫描件，没有可以读取的文字；请先作文字识别（OCR）另存为带文字的 PDF 或 .docx，或者向发文单位索取电子文本。',
  );
}

function paragraphPieces(paragraph: Paragraph) {
  return paragraph.map(({ text, page, line }, index) => {
    const before = paragraph[index - 1]?.text ?? '';
    return { text: `${seam(before, text)}${text}`, place: { kind: 'page-line', page, line } as const };
  });
}
