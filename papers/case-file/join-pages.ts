import { PDFDocument, type PDFPage, degrees } from 'pdf-lib';
import type { CaseFile } from './case-file.ts';
import { type Opened, openAttachment } from './open-attachment.ts';
import { labelStrip, printLabels } from './print-labels.ts';
import { type Joined, printText } from './print-text.ts';

/** The whole case file: the printed part, the pages of its attachments, and as files within it all that has no pages. */
export async function joinedCaseFile(file: CaseFile): Promise<Uint8Array> {
  const opened: Opened[] = [];
  for (const attachment of file.attachments) opened.push(await openAttachment(attachment));
  const joined = file.attachments.map((attachment, index): Joined => {
    const { pages = null, reason = '' } = opened[index] ?? {};
    return { attachment, pages: pages === null ? null : pages.getPageCount(), reason };
  });
  const whole = await PDFDocument.load(await printText(file, joined), { updateMetadata: false });
  await addPages(whole, opened, await printLabels(file, joined));
  for (const { attachment, pages } of joined) {
    const { bytes, name, mediaType, about } = attachment;
    if (pages === null && bytes !== null) await whole.attach(bytes, name, { mimeType: mediaType, description: about });
  }
  for (const { fileName, bytes, about } of file.records) {
    await whole.attach(bytes, fileName, { mimeType: 'text/plain', description: about });
  }
  return whole.save();
}

async function addPages(whole: PDFDocument, opened: readonly Opened[], labels: Uint8Array): Promise<void> {
  // The first page of the strips is the empty one that every new document begins with.
  const strips = await PDFDocument.load(labels, { updateMetadata: false });
  let next = 1;
  for (const { pages } of opened) {
    if (pages === null) continue;
    for (const page of await whole.copyPages(pages, pages.getPageIndices())) {
      whole.addPage(page);
      await label(page, strips.getPage(next));
      next += 1;
    }
  }
}

/** Lays the strip over the upper edge as a reader sees it, however the page is turned. */
async function label(page: PDFPage, strip: PDFPage): Promise<void> {
  const drawn = await page.doc.embedPage(strip);
  const { x, y, width, height } = page.getCropBox();
  const [side, above] = [24, labelStrip.height + 6];
  const turn = (((page.getRotation().angle % 360) + 360) % 360) as 0 | 90 | 180 | 270;
  const at = {
    0: { x: x + side, y: y + height - above },
    90: { x: x + above, y: y + side },
    180: { x: x + width - side, y: y + above },
    270: { x: x + width - above, y: y + height - side },
  }[turn];
  page.drawPage(drawn, { ...at, rotate: degrees(turn) });
}
