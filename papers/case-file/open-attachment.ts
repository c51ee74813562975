import { PDFDocument, type PDFPage } from 'pdf-lib';
import type { CaseAttachment } from './case-file.ts';
import { casePage } from './case-document.ts';

/** An attachment as pages that can be joined, or why it cannot. */
export type Opened =
  | { readonly pages: PDFDocument; readonly reason: '' }
  | { readonly pages: null; readonly reason: string };

const margin = 40;

/** Makes pages of an attachment: those of a PDF, or one page with the picture. */
export async function openAttachment({ bytes, mediaType }: CaseAttachment): Promise<Opened> {
  if (bytes === null) return { pages: null, reason: '未附入，按校验值在系统中查阅' };
  try {
    switch (mediaType) {
      case 'application/pdf':
        return { pages: await copiedPages(bytes), reason: '' };
      case 'image/jpeg':
      case 'image/png':
        return { pages: await picturePage(bytes, mediaType), reason: '' };
      default:
        return { pages: null, reason: '不能拼接打印，原件随附' };
    }
  } catch (error) {
    const isEncrypted = error instanceof Error && /encrypt/i.test(error.message);
    return { pages: null, reason: isEncrypted ? '已加密，不能拼接，原件随附' : '不能按页打开，原件随附' };
  }
}

// What looks like a PDF and has no pages, or pages that cannot be taken out, is found out here, where it can still go beside the pages.
async function copiedPages(bytes: Uint8Array): Promise<PDFDocument> {
  const original = await PDFDocument.load(bytes, { updateMetadata: false });
  const copy = await PDFDocument.create({ updateMetadata: false });
  for (const page of await copy.copyPages(original, original.getPageIndices())) copy.addPage(page);
  await copy.flush();
  return copy;
}

async function picturePage(bytes: Uint8Array, mediaType: 'image/jpeg' | 'image/png'): Promise<PDFDocument> {
  const made = await PDFDocument.create({ updateMetadata: false });
  const picture = mediaType === 'image/png' ? await made.embedPng(bytes) : await made.embedJpg(bytes);
  const isWide = picture.width > picture.height;
  const page: PDFPage = made.addPage(isWide ? [casePage.height, casePage.width] : [casePage.width, casePage.height]);
  const { width, height } = picture.scaleToFit(page.getWidth() - 2 * margin, page.getHeight() - 2 * margin);
  page.drawImage(picture, { x: (page.getWidth() - width) / 2, y: (page.getHeight() - height) / 2, width, height });
  await made.flush();
  return made;
}
