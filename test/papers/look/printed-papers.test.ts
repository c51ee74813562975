import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allPapers } from '../all-papers.ts';
import * as sample from '../sample-data.ts';
import { sentenceNumbers } from '../sample-data.ts';
import { type ConvertedPaper, convertPapers } from './converted-paper.ts';

let folder = '';
let printed: ReadonlyMap<string, ConvertedPaper> = new Map();

const fileOf = ({ name, format }: (typeof allPapers)[number]) => `${name}.${format}`;

function paper(file: string): ConvertedPaper {
  const found = printed.get(file);
  if (found === undefined) throw new Error(`${file} was not printed`);
  return found;
}

beforeAll(async () => {
  const made = await Promise.all(allPapers.map(async (each) => [fileOf(each), await each.make(sample.head)] as const));
  folder = mkdtempSync(join(tmpdir(), 'duban-papers-'));
  printed = convertPapers(folder, new Map(made));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const upright = [210, 297];
const onItsSide = [297, 210];
const withoutBlanks = (text: string) => text.replaceAll(/\s/g, '');

describe.each([
  { file: 'register.xlsx', first: [420, 297], pages: 6 },
  { file: 'breakdown-sheet.xlsx', first: onItsSide, pages: 5 },
  { file: 'return-sheet.xlsx', first: onItsSide, pages: 6 },
  { file: 'breakdown.docx', first: onItsSide, pages: 8 },
  { file: 'return.docx', first: onItsSide, pages: 9 },
  { file: 'consultation.docx', first: upright, pages: 11 },
  { file: 'adoption.docx', first: onItsSide, pages: 4 },
  { file: 'approval.docx', first: upright, pages: 1 },
  { file: 'issue.docx', first: upright, pages: 10 },
  { file: 'summary.docx', first: upright, pages: 21 },
  { file: 'bulletin.docx', first: upright, pages: 10 },
  { file: 'slip.docx', first: upright, pages: 3 },
  { file: 'slip-letter.docx', first: upright, pages: 3 },
  { file: 'order.docx', first: upright, pages: 3 },
  { file: 'year-end.docx', first: upright, pages: 8 },
])('$file as it is printed', ({ file, first, pages }) => {
  it('has its size of page, and about as many pages as its data fills', () => {
    expect(paper(file).pages[0]).toEqual(first);
    expect(Math.abs(paper(file).pages.length - pages), `${paper(file).pages.length} pages`).toBeLessThanOrEqual(1);
  });

  it('bears the mark of a rehearsal on every page', () => {
    for (const text of paper(file).texts) expect(text).toContain('演练数据·非真实情况');
  });

  it('has its signature on a page with text', () => {
    const signed = paper(file).texts.filter((text) => text.includes('（联系人：'));
    for (const text of signed) expect(text).toMatch(/。.*附件：|。.*镇江市/);
  });
});

describe('what a paper says', () => {
  it.each([
    { file: 'register.xlsx', data: sample.register },
    { file: 'return.docx', data: sample.returned },
    { file: 'return-sheet.xlsx', data: sample.returned },
    { file: 'adoption.docx', data: sample.adoption },
    { file: 'summary.docx', data: sample.quarter.tasks },
  ])('is all on the pages of $file, the end of its longest text included', ({ file, data }) => {
    const all = paper(file).texts.join('\n');
    const missing = sentenceNumbers(data).filter((number) => !new RegExp(`${number}(?!\\d)`).test(all));
    expect(missing).toEqual([]);
    expect(sentenceNumbers(data).length).toBeGreaterThan(30);
  });
});

describe('the head of a table', () => {
  it.each([
    { file: 'register.xlsx', head: ['序号', '任务组', '工作任务', '具体事项及目标', '备注'] },
    { file: 'breakdown.docx', head: ['序号', '任务组', '工作任务', '牵头单位'] },
    { file: 'return.docx', head: ['工作任务', '具体事项', '目标值', '进展情况', '存在问题'] },
    { file: 'return-sheet.xlsx', head: ['任务序号', '工作任务', '具体事项', '进展情况'] },
    { file: 'adoption.docx', head: ['提出单位', '意见内容', '采纳情况', '理由'] },
  ])('comes again on the second page of $file', ({ file, head }) => {
    for (const title of head) expect(paper(file).texts[1]).toContain(title);
  });
});

describe('page numbers', () => {
  it('stand on every page of a letter', () => {
    paper('summary.docx').texts.forEach((text, index) => expect(text).toContain(`—${index + 1}—`));
  });

  it('say on a sheet how many there are', () => {
    const { texts } = paper('register.xlsx');
    texts.forEach((text, index) => expect(text).toContain(withoutBlanks(`第 ${index + 1} 页，共 ${texts.length} 页`)));
  });
});
