import { rehearsalMark } from '../words.ts';
import { bytesOf, newCaseDocument } from './case-document.ts';
import type { CaseFile } from './case-file.ts';
import type { Joined } from './print-text.ts';

/** The strip that stands on top of each joined page, in points. */
export const labelStrip = { width: 420, height: 14 } as const;

/** One strip a joined page, in their order: which attachment it is, and which of its pages. */
export async function printLabels({ head, taskNumber }: CaseFile, joined: readonly Joined[]): Promise<Uint8Array> {
  const document = newCaseDocument(`第${taskNumber}项任务案卷附件`, head.day);
  document.fontSize(8).fillColor('#555555');
  const mark = head.isRehearsal ? `　　${rehearsalMark}` : '';
  for (const [index, { pages }] of joined.entries()) {
    for (let page = 1; page <= (pages ?? 0); page += 1) {
      document.addPage({ size: [labelStrip.width, labelStrip.height], margin: 0 });
      document.text(`第${taskNumber}项任务案卷　附件${index + 1}　第${page}页，共${pages}页${mark}`, 0, 1, {
        width: labelStrip.width,
        lineBreak: false,
      });
    }
  }
  return bytesOf(document);
}
