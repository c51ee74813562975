import { chineseDay } from '../../domain/plain-date.ts';
import { planName, rehearsalMark } from '../words.ts';
import { type CaseDocument, bytesOf, casePage, lineWidth, newCaseDocument, roomFor, sizes } from './case-document.ts';
import type { CaseAttachment, CaseBlock, CaseFile, CaseSection } from './case-file.ts';
import { printBlock } from './print-block.ts';

/** How an attachment went into the file. */
export interface Joined {
  readonly attachment: CaseAttachment;
  /** How many of its pages follow; null where it could not be joined, for the reason given. */
  readonly pages: number | null;
  readonly reason: string;
}

/** The printed part of a case file: the sections, and the list of what follows or goes with it. */
export async function printText(file: CaseFile, joined: readonly Joined[]): Promise<Uint8Array> {
  const { head, taskNumber, taskTitle } = file;
  const document = newCaseDocument(`案卷：第${taskNumber}项　${taskTitle}`, head.day);
  printFront(document, file);
  const sections = [...file.sections, attachmentList(joined), recordList(file)];
  for (const [index, section] of sections.entries()) printSection(document, section, index);
  printMargins(document, file);
  return bytesOf(document);
}

function printFront(document: CaseDocument, { head, taskNumber, taskTitle, sections }: CaseFile): void {
  document
    .font('bold')
    .fontSize(sizes.title)
    .text('工作任务案卷', casePage.left, casePage.top + 20, {
      width: lineWidth,
      align: 'center',
    });
  document.moveDown(0.6).fontSize(sizes.heading);
  document.text(`第${taskNumber}项　${taskTitle}`, { width: lineWidth, align: 'center', lineGap: 4 });
  document.font('regular').moveDown(0.8);
  printBlock(document, {
    kind: 'facts',
    rows: [
      ['工作要点', planName({ planTitle: head.planTitle, documentNumber: head.documentNumber })],
      ['制发单位', head.issuer],
      ['打印日期', chineseDay(head.day, true)],
      ['内容', [...sections.map(({ title }) => title), '附件目录', '随附数据'].map(numbered).join('\n')],
    ],
  });
}

function printSection(document: CaseDocument, { title, blocks }: CaseSection, index: number): void {
  roomFor(document, 90);
  document.moveDown(0.8).font('bold').fontSize(sizes.heading);
  document.text(numbered(title, index), casePage.left, document.y, { width: lineWidth });
  document.font('regular').moveDown(0.4);
  const shown: readonly CaseBlock[] = blocks.length === 0 ? [{ kind: 'text', text: '无。' }] : blocks;
  for (const block of shown) printBlock(document, block);
}

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

function numbered(title: string, index: number): string {
  const ten = index >= 10 ? '十' : '';
  return `${ten}${numerals[index % 10] ?? ''}、${title}`;
}

function attachmentList(joined: readonly Joined[]): CaseSection {
  const rows = joined.map(({ attachment: { name, about, sha256 }, pages, reason }, index) => [
    `附件${index + 1}`,
    `${name}\n${about}`,
    pages === null ? reason : `附后，共${pages}页`,
    sha256,
  ]);
  const columns = [
    { title: '编号', share: 8 },
    { title: '文件及来源', share: 44 },
    { title: '如何附入', share: 20 },
    { title: 'SHA-256', share: 28 },
  ];
  return { title: '附件目录', blocks: rows.length === 0 ? [] : [{ kind: 'table', columns, rows }] };
}

function recordList({ records }: CaseFile): CaseSection {
  const rows = records.map(({ fileName, about }) => [fileName, about]);
  const columns = [
    { title: '文件（在PDF阅读器的“附件”栏中打开、保存）', share: 40 },
    { title: '内容', share: 60 },
  ];
  return { title: '随附数据', blocks: [{ kind: 'table', columns, rows }] };
}

function printMargins(document: CaseDocument, { head, taskNumber }: CaseFile): void {
  const { start, count } = document.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    document.switchToPage(page);
    // Text below the margin would start a new page.
    document.page.margins.bottom = 0;
    const mark = head.isRehearsal ? `　　${rehearsalMark}` : '';
    const line = { width: lineWidth, lineBreak: false };
    document.fontSize(sizes.small).fillColor('#555555');
    document.text(`第${taskNumber}项任务案卷${mark}`, casePage.left, 40, line);
    document.text(`— ${page + 1} / ${count} —`, casePage.left, casePage.height - 44, { ...line, align: 'center' });
  }
}
