import { PDFDict, PDFDocument, PDFName } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { plainDate } from '../../domain/plain-date.ts';
import { readDocument } from '../../documents/read-document.ts';
import type { CaseAttachment, CaseFile } from '../../papers/case-file/case-file.ts';
import { printCaseFile } from '../../papers/case-file/print-case-file.ts';

const head = {
  isRehearsal: true,
  planTitle: '2022年数字经济发展工作要点',
  planYear: 2022,
  documentNumber: '镇数字发〔2022〕4号',
  issuer: '市数字经济工作领导小组办公室',
  day: plainDate('2022-10-14'),
  contact: null,
};

// One white point.
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4//8/AAX+Av4N70a4AAAAAElFTkSuQmCC',
  'base64',
);

async function twoPages(): Promise<Uint8Array> {
  const made = await PDFDocument.create();
  made.addPage([595, 842]);
  made.addPage([842, 595]);
  return made.save();
}

const attachment = (name: string, mediaType: string, bytes: Uint8Array | null): CaseAttachment => ({
  name,
  about: '佐证材料，喆垚于2022年10月10日上传',
  mediaType,
  sha256: 'ab'.repeat(32),
  bytes,
});

const caseFile = (attachments: readonly CaseAttachment[]): CaseFile => ({
  head,
  taskNumber: '3',
  taskTitle: '加快新型基础设施建设',
  sections: [
    { title: '条款与责任', blocks: [{ kind: 'quote', text: '新建5G基站1400个以上。' }] },
    { title: '核查与异议', blocks: [] },
    {
      title: '经过',
      blocks: [
        {
          kind: 'table',
          columns: [
            { title: '时间', share: 1 },
            { title: '内容', share: 3 },
          ],
          rows: [['2022年10月10日', `${'推动企业智能化改造和数字化转型。'.repeat(300)}到此为止。`]],
        },
      ],
    },
  ],
  attachments,
  records: [{ fileName: 'task.jsonl', about: '各条原文', bytes: Buffer.from('{}\n') }],
});

async function textOf(bytes: Uint8Array): Promise<string> {
  return (await readDocument(bytes, 'case.pdf')).text;
}

function filesIn(pdf: PDFDocument): readonly string[] {
  const names = pdf.catalog.lookup(PDFName.of('Names'), PDFDict).lookup(PDFName.of('EmbeddedFiles'), PDFDict);
  return (
    names
      .toString()
      .match(/<FEFF[0-9A-F]+>/g)
      ?.map((hex) => hexText(hex)) ?? []
  );
}

function hexText(hex: string): string {
  return Buffer.from(hex.slice(5, -1), 'hex').swap16().toString('utf16le');
}

describe('the case file of a task', () => {
  it('joins PDF pages and pictures behind the printed part, and takes along as files what has no pages', async () => {
    const bytes = await printCaseFile(
      caseFile([
        attachment('实施方案.pdf', 'application/pdf', await twoPages()),
        attachment('现场.png', 'image/png', picture),
        attachment('损坏.pdf', 'application/pdf', Buffer.from('%PDF-1.7 nothing else')),
        attachment('台账.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', Buffer.from('PK')),
        attachment('过大.pdf', 'application/pdf', null),
      ]),
    );
    const alone = await PDFDocument.load(await printCaseFile(caseFile([])));
    const whole = await PDFDocument.load(bytes);
    expect(whole.getPageCount() - alone.getPageCount()).toBe(3);
    expect(filesIn(whole)).toEqual(['损坏.pdf', '台账.xlsx', 'task.jsonl']);
    const text = await textOf(bytes);
    for (const said of ['附后，共2页', '附后，共1页', '不能按页打开', '不能拼接打印', '未附入', '喆垚'])
      expect(text).toContain(said);
  });

  it('prints every word of a text that no page can hold, and says where there is nothing', async () => {
    const text = (await textOf(await printCaseFile(caseFile([])))).replaceAll(/\s|[|｜]/g, '');
    expect(text.match(/推动企业智能化改造和数字化转型/g)?.length).toBeGreaterThan(280);
    expect(text).toContain('到此为止');
    expect(text).toContain('二、核查与异议无。');
    expect(text).toContain('演练数据·非真实情况');
  });

  it('is the same bytes for the same data', async () => {
    const [first, second] = [await printCaseFile(caseFile([])), await printCaseFile(caseFile([]))];
    expect(Buffer.compare(first, second)).toBe(0);
  });
});
