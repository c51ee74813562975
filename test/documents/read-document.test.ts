import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { originAt, placeText } from '../../documents/origin.ts';
import { readDocument, type ReadDocument } from '../../documents/read-document.ts';
import { docxCell, docxFile, docxParagraph, docxTable } from './docx-file.ts';
import { htmlFile } from './html-file.ts';
import { pdfFile, setPages, setTable } from './pdf-file.ts';
import { paragraphs, plainNotice, plainTable, tableRows, tasksIn } from './sample-notice.ts';
import { xlsxFile } from './xlsx-file.ts';

const placeOf = ({ text, origins }: ReadDocument, quote: string) => {
  const place = originAt(origins, text.indexOf(quote));
  return place === null ? null : placeText(place);
};

describe('one notice as a document of each kind', () => {
  it('gives the tasks of the plain text from Word, with the numbers that Word counts', async () => {
    const bytes = docxFile({ body: paragraphs.map(({ text, level }) => docxParagraph(text, level)).join('') });
    const read = await readDocument(bytes, '要点.docx');
    expect(read).toMatchObject({ kind: 'docx', remarks: [], text: plainNotice });
    expect(tasksIn(read.text)).toEqual(tasksIn(plainNotice));
    expect(placeOf(read, '市数据局牵头')).toBe('第8段');
    expect(read.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  it('gives the tasks of the plain text from PDF, over two pages with header, watermark and radicals', async () => {
    const radicals: Readonly<Record<string, string>> = { 工: '⼯', 长: '⻓', 民: '⺠' };
    const furniture = (page: number) => [
      { text: '云川市人民政府公报', x: 200, y: 50, size: 10 },
      { text: '内部资料', x: 200, y: 400, size: 40, tilt: true },
      { text: `— ${page} —`, x: 280, y: 790, size: 12 },
    ];
    const lines = plainNotice.trim().split('\n');
    const read = await readDocument(
      pdfFile(setPages(lines, furniture), (letter) => radicals[letter] ?? letter),
      'a.pdf',
    );
    expect(read).toMatchObject({ kind: 'pdf', text: plainNotice, remarks: ['已略去页眉页脚：云川市人民政府公报。'] });
    expect(tasksIn(read.text)).toEqual(tasksIn(plainNotice));
    expect(placeOf(read, '市数据局牵头')).toBe('第1页第15行');
    expect(placeOf(read, '2026年1月20日')).toBe('第2页第5行');
  });

  it('gives the tasks of the plain text from a web page, without the site around it', async () => {
    const content = plainNotice
      .trim()
      .split('\n')
      .slice(1)
      // As editors leave it: wrapped in the source, and parted by tags in the middle of a word.
      .map((line) =>
        line.length > 12
          ? `<p>&emsp;&emsp;<span>${line.slice(0, 8)}\n   </span>${line.slice(8)}</p>`
          : `<p>${line}</p>`,
      );
    const read = await readDocument(Buffer.from(htmlFile(content.join('\n'))), '要点.html');
    expect(read).toMatchObject({ kind: 'html', text: plainNotice });
    expect(tasksIn(read.text)).toEqual(tasksIn(plainNotice));
    expect(placeOf(read, '市数据局牵头')).toBe('第8段');
  });

  it('leaves a text file as it is, to the last character, and counts its lines', async () => {
    const content = `\uFEFF${plainNotice.replaceAll('\n', '\r\n')}`;
    const read = await readDocument(Buffer.from(content), '要点.txt');
    expect(read.text).toBe(content);
    expect(placeOf(read, '市数据局牵头')).toBe('第8行');
  });
});

describe('one table of tasks as a document of each kind', () => {
  it('gives the tasks of the plain text from Word', async () => {
    const table = docxTable(tableRows.map((row) => row.map((cell) => docxCell(cell))));
    const read = await readDocument(
      docxFile({ body: `${docxParagraph('云川市2026年数字经济重点任务分解表')}${table}` }),
      '分解表.docx',
    );
    expect(read.text).toBe(plainTable);
    expect(placeOf(read, '市科技局、市财政局')).toBe('第1个表格第2行第5列');
  });

  it('gives the tasks of the plain text from a workbook, days included', async () => {
    const bytes = await xlsxFile((workbook) => {
      const sheet = workbook.addWorksheet('分解表');
      sheet.addRow(['云川市2026年数字经济重点任务分解表']);
      sheet.mergeCells('A1:F1');
      for (const row of tableRows) sheet.addRow([...row]);
      sheet.getCell('F3').value = new Date(Date.UTC(2026, 5, 30));
      sheet.getCell('F3').numFmt = 'yyyy"年"m"月"d"日"';
      sheet.mergeCells('D4:D5');
    });
    const read = await readDocument(bytes, '分解表.xlsx');
    expect(read).toMatchObject({ kind: 'xlsx', text: plainTable, remarks: [] });
    expect(placeOf(read, '市科技局、市财政局')).toBe('工作表“分解表”单元格E3');
    expect(read.sheets.map(({ sheet, headRow }) => ({ sheet, headRow }))).toEqual([{ sheet: '分解表', headRow: 2 }]);
    expect(read.sheets[0]?.columns.map(({ column, meaning }) => `${column}=${meaning}`)).toEqual([
      'A=序号',
      'B=工作任务',
      'C=工作内容',
      'D=牵头单位',
      'E=配合单位',
      'F=完成时限',
    ]);
  });

  it('gives the tasks of the plain text from a PDF that draws it on two pages and repeats its head', async () => {
    const widths = [30, 80, 150, 90, 90, 75];
    const [head = [], first = [], second = [], third = []] = tableRows;
    const title = { text: '云川市2026年数字经济重点任务分解表', x: 120, y: 60 };
    const bytes = pdfFile([
      [title, ...setTable([head, first, second], widths, 100)],
      setTable([head, third], widths, 80),
    ]);
    const read = await readDocument(bytes, '分解表.pdf');
    expect(read.text).toBe(plainTable);
    expect(placeOf(read, '举办产业大会')).toBe('第2页第2行');
  });

  it('gives the tasks of the plain text from a web page, beside a paragraph that is longer than the table', async () => {
    const rows = tableRows.map((row) => `<tr>${row.map((cell) => `<td><p>${cell}</p></td>`).join('')}</tr>`);
    const preamble = `<div><p>${'为落实全年目标，现将重点任务分解如下。'.repeat(12)}</p></div>`;
    const page = htmlFile(
      `${preamble}<div><table>${rows.join('')}</table></div>`,
      '云川市2026年数字经济重点任务分解表',
    );
    const read = await readDocument(Buffer.from(page), '分解表.html');
    expect(tasksIn(read.text)).toEqual(tasksIn(plainTable));
    expect(read.text).toContain('为落实全年目标');
  });
});
