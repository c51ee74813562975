import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BreakdownBody } from '../../api/schemas/breakdown.ts';
import { docxFile, docxParagraph } from '../documents/docx-file.ts';
import { htmlFile } from '../documents/html-file.ts';
import { pdfFile, setPages } from '../documents/pdf-file.ts';
import { paragraphs, plainNotice, tableRows } from '../documents/sample-notice.ts';
import { xlsxFile } from '../documents/xlsx-file.ts';
import { clerk } from '../store/plan/rehearsed-plan.ts';
import { type ApiBed, type Ask, apiBed, bodyOf, origin, signedInAs } from './api-bed.ts';

// The year whose holidays the register of these tests knows.
const ofYear = (text: string) => text.replaceAll('2026', '2022');
const lines = ofYear(plainNotice).trim().split('\n');

const files: readonly { readonly fileName: string; readonly make: () => Promise<Uint8Array> | Uint8Array }[] = [
  { fileName: '要点.txt', make: () => Buffer.from(ofYear(plainNotice)) },
  { fileName: '要点.md', make: () => Buffer.from(lines.join('\n\n')) },
  {
    fileName: '要点.docx',
    make: () => docxFile({ body: paragraphs.map(({ text, level }) => docxParagraph(ofYear(text), level)).join('') }),
  },
  { fileName: '要点.pdf', make: () => pdfFile(setPages(lines, () => [])) },
  { fileName: '要点.html', make: () => Buffer.from(htmlFile(lines.map((line) => `<p>${line}</p>`).join('\n'))) },
];

describe('a file that is imported', () => {
  let bed: ApiBed;
  let ask: Ask;
  beforeAll(async () => {
    bed = await apiBed();
    ask = await signedInAs(bed, clerk);
  });
  afterAll(() => bed.close());

  const imported = async (fileName: string, bytes: Uint8Array) => {
    const planId = randomUUID();
    const headers = { origin, 'content-type': 'application/octet-stream' };
    const query = new URLSearchParams({ planId, fileName, clock: 'real' });
    const answer = await ask(`/api/plans?${query.toString()}`, { method: 'POST', headers, body: Buffer.from(bytes) });
    expect([answer.status, answer.status === 200 ? '' : await answer.text()]).toEqual([200, '']);
    const { rows } = await bed.store.pool.query(
      'SELECT original, original_hash AS "originalHash" FROM notice WHERE plan_id = $1',
      [planId],
    );
    const breakdown = await bodyOf<BreakdownBody>(await ask(`/api/plans/${planId}/breakdown`));
    return { kept: rows[0], breakdown };
  };

  it.each(files)('as $fileName gives the tasks of the text, and is kept as it came', async ({ fileName, make }) => {
    const bytes = await make();
    const { kept, breakdown } = await imported(fileName, bytes);
    expect(breakdown.tasks.map(({ number, title, items }) => [number, title, items.length])).toEqual([
      ['1', '加快新型网络建设', 2],
      ['2', '统筹算力资源布局', 2],
      ['3', '培育数字经济企业', 2],
      ['4', '推动产业园区转型', 1],
    ]);
    for (const { span, title } of breakdown.tasks) expect(breakdown.text.slice(...span)).toContain(title);
    expect(Buffer.compare(kept.original, Buffer.from(bytes))).toBe(0);
    expect(kept.originalHash).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  it('as a workbook gives a task for each row', async () => {
    const bytes = await xlsxFile((workbook) => {
      const sheet = workbook.addWorksheet('分解表');
      sheet.addRow(['云川市2022年数字经济重点任务分解表']);
      for (const row of tableRows) sheet.addRow(row.map(ofYear));
    });
    const { breakdown } = await imported('分解表.xlsx', bytes);
    expect(breakdown.tasks.map(({ number, title }) => [number, title])).toEqual([
      ['1', '建设算力平台'],
      ['2', '培育重点企业'],
      ['3', '举办产业大会'],
    ]);
  });
});
