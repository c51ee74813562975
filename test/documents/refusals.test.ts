import { describe, expect, it, vi } from 'vitest';
import { documentKind } from '../../documents/document-kind.ts';
import { documentLimits } from '../../documents/document-limits.ts';
import { readByKind } from '../../documents/read-by-kind.ts';
import { readDocument, type ReadDocumentOptions } from '../../documents/read-document.ts';
import { readPlainText } from '../../documents/read-plain-text.ts';
import { RuleViolation } from '../../domain/errors.ts';
import { docxFile, docxParagraph } from './docx-file.ts';
import { assembled, pdfFile } from './pdf-file.ts';
import { xlsxFile } from './xlsx-file.ts';
import { zipFile, type ZipPart } from './zip-file.ts';

type Attempt = () => Promise<unknown>;

/** The code of the refusal, if its text says what is wrong with the file and asks for something to be done. */
async function refusalOf(attempt: Attempt): Promise<string> {
  try {
    await attempt();
  } catch (error) {
    if (!(error instanceof RuleViolation)) throw error;
    return /(?:请|可以导入的有).*。$/s.test(error.message) ? error.code : error.message;
  }
  return 'read';
}

/** As a whole, in the process that reads hostile files. */
const apart = (bytes: Uint8Array, fileName: string, options: ReadDocumentOptions = {}) =>
  refusalOf(() => readDocument(bytes, fileName, options));

/** The reader alone, where what it refuses is the question. */
const here = (bytes: Uint8Array, fileName: string, limits = documentLimits) =>
  refusalOf(async () => {
    const kind = documentKind(bytes, fileName);
    return kind === 'text' ? readPlainText(bytes, limits) : readByKind({ kind, bytes, limits, corrections: [] });
  });

const contentTypes: ZipPart = { name: '[Content_Types].xml', content: '<Types/>' };
const body = docxParagraph('建设平台。');

describe('a document that is no document', () => {
  it.each([
    { name: 'empty.docx', bytes: '', code: 'document-empty' },
    { name: 'word-97.doc', bytes: Buffer.from('d0cf11e0a1b11ae10000', 'hex'), code: 'document-old-format' },
    {
      name: 'encrypted.docx',
      bytes: Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
      code: 'document-encrypted',
    },
    { name: 'rich.rtf', bytes: '{\\rtf1\\ansi }', code: 'document-old-format' },
    { name: 'photo.png', bytes: '\x89PNG\r\n\x1a\n\0\0', code: 'document-scanned' },
    { name: 'program.txt', bytes: 'MZ\0\0\x01\x02', code: 'document-unknown-kind' },
    { name: 'latin.txt', bytes: 'r\xe9sum\xe9 \xe0 la fran\xe7aise', code: 'document-encoding' },
  ])('is refused: $name as $code', async ({ name, bytes, code }) => {
    const content = typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes;
    expect(await apart(content, name)).toBe(code);
  });

  it.each([
    { part: 'OFD.xml', code: 'document-unknown-kind' },
    { part: 'xl/workbook.bin', code: 'document-unknown-kind' },
    { part: 'photos/one.jpg', code: 'document-unknown-kind' },
  ])('is refused as packed file with $part', async ({ part, code }) => {
    expect(await here(zipFile([{ name: part, content: 'x' }]), 'packed.zip')).toBe(code);
  });

  it('is refused beyond the most bytes that a document may have', async () => {
    const limits = { ...documentLimits, mostBytes: 10 };
    expect(await apart(Buffer.from('十个字节放不下'), 'large.txt', { limits })).toBe('document-too-large');
  });
});

describe('a Word file that does more than say a text', () => {
  const relationship = (type: string) =>
    `<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="http://127.0.0.1:1/x" TargetMode="External"/>`;

  it.each([
    { why: 'brings macros', parts: { more: [{ name: 'word/vbaProject.bin', content: 'x' }] }, code: 'document-macros' },
    {
      why: 'says that it has macros',
      parts: {
        contentTypes:
          '<Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>',
      },
      code: 'document-macros',
    },
    {
      why: 'fetches its template',
      parts: { relationships: relationship('attachedTemplate') },
      code: 'document-external',
    },
    { why: 'fetches a picture', parts: { relationships: relationship('image') }, code: 'document-external' },
    { why: 'links to a page', parts: { relationships: relationship('hyperlink') }, code: 'read' },
  ])('is $code when it $why', async ({ parts, code }) => {
    expect(await here(docxFile({ body, ...parts }), 'a.docx')).toBe(code);
  });
});

describe('a packed file that is made to do harm', () => {
  const large = Buffer.alloc(8_000_000, 'a');
  const document = { name: 'word/document.xml', content: large };
  const limits = { ...documentLimits, mostUnpackedBytes: 1_000_000 };

  it.each([
    { why: 'unpacks to too much', parts: [contentTypes, document], code: 'document-bomb' },
    {
      why: 'has too many parts',
      parts: [
        contentTypes,
        { ...document, content: 'x' },
        ...Array.from({ length: 5_000 }, (_, index) => ({ name: `${index}`, content: '' })),
      ],
      code: 'document-bomb',
    },
    {
      why: 'unpacks to more than it says',
      parts: [contentTypes, { ...document, saidSize: 100 }],
      code: 'document-damaged',
    },
    {
      why: 'is encrypted',
      parts: [
        { ...contentTypes, isEncrypted: true },
        { ...document, content: 'x' },
      ],
      code: 'document-encrypted',
    },
    {
      why: 'defines entities',
      parts: [contentTypes, { ...document, content: '<!DOCTYPE a [<!ENTITY b "bb">]><w:document>&b;</w:document>' }],
      code: 'document-damaged',
    },
    {
      why: 'nests without end',
      parts: [contentTypes, { ...document, content: '<w:sdt>'.repeat(50_000) }],
      code: 'document-damaged',
    },
    {
      why: 'has the same part twice',
      parts: [contentTypes, contentTypes, { ...document, content: 'x' }],
      code: 'document-damaged',
    },
  ])('is refused when it $why', async ({ parts, code }) => {
    expect(await here(zipFile(parts), 'a.docx', limits)).toBe(code);
  });

  it('is refused by the process that reads it, which names the file', async () => {
    const bytes = zipFile([contentTypes, document]);
    await expect(readDocument(bytes, 'bomb.docx', { limits })).rejects.toMatchObject({
      code: 'document-bomb',
      message: expect.stringMatching(/^文件“bomb\.docx”解压后超过 1000000 字节/),
    });
  });

  it('is refused when it ends too early', async () => {
    expect(await here(docxFile({ body }).subarray(0, 700), 'a.docx')).toBe('document-damaged');
  });

  it('is refused when a byte of it was changed', async () => {
    const bytes = Buffer.from(docxFile({ body }));
    const at = bytes.indexOf('word/document.xml') + 'word/document.xml'.length + 60;
    bytes[at] = (bytes[at] ?? 0) ^ 0x10;
    expect(await here(bytes, 'a.docx')).toBe('document-damaged');
  });
});

describe('a document that takes too much to read', () => {
  it('is refused when the time is over, and its process is ended', async () => {
    const limits = { ...documentLimits, mostMilliseconds: 1 };
    expect(await apart(docxFile({ body }), 'slow.docx', { limits })).toBe('document-too-slow');
    await vi.waitFor(() => expect(process.getActiveResourcesInfo()).not.toContain('ProcessWrap'));
  });

  it('is refused when the memory is full, and takes nothing else with it', async () => {
    const limits = { ...documentLimits, mostMemoryMiB: 100 };
    expect(await apart(docxFile({ body: body.repeat(200_000) }), 'heavy.docx', { limits })).toBe('document-too-heavy');
  });

  it('is refused when it says too much', async () => {
    const limits = { ...documentLimits, mostCharacters: 20 };
    expect(await here(docxFile({ body: body.repeat(10) }), 'long.docx', limits)).toBe('document-too-large');
  });

  it('is refused when it says nothing', async () => {
    expect(await here(docxFile({ body: '<w:p/>' }), 'blank.docx')).toBe('document-no-text');
  });
});

describe('a workbook that is more than a table', () => {
  it('is refused when a formula says what a cell holds', async () => {
    const bytes = await xlsxFile((workbook) => {
      workbook.addWorksheet('表').addRow([1, { formula: 'A1+1', result: 2 }]);
    });
    expect(await here(bytes, 'a.xlsx')).toBe('document-formula');
  });

  it('is refused when it has more cells than a table of tasks', async () => {
    const bytes = await xlsxFile((workbook) => {
      const sheet = workbook.addWorksheet('表');
      for (let row = 0; row < 30; row += 1) sheet.addRow(['序号', '工作任务', '牵头单位']);
    });
    const limits = { ...documentLimits, mostCells: 80 };
    expect(await here(bytes, 'a.xlsx', limits)).toBe('document-too-large');
  });

  it.each([
    {
      why: 'merges all cells of a sheet',
      part: 'xl/worksheets/sheet1.xml',
      content: '<mergeCell ref="A1:XFD1048576"/>',
    },
    {
      why: 'names all cells of a sheet',
      part: 'xl/workbook.xml',
      content: '<definedName name="a">表!$A$1:$XFD$1048576</definedName>',
    },
  ])('is refused when it $why', async ({ part, content }) => {
    const others = ['xl/workbook.xml', 'xl/worksheets/sheet1.xml'].filter((name) => name !== part);
    const parts = [contentTypes, { name: part, content }, ...others.map((name) => ({ name, content: '<a/>' }))];
    expect(await here(zipFile(parts), 'a.xlsx')).toBe('document-too-large');
  });
});

describe('a PDF file that cannot be read', () => {
  it('is refused when it is no PDF inside', async () => {
    expect(await here(Buffer.from(`%PDF-1.7\n${'x'.repeat(500)}`), 'a.pdf')).toBe('document-damaged');
  });

  it('is refused when it asks for a password', async () => {
    const catalogue = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 0 >>'];
    const lock = `<< /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >>`;
    const bytes = assembled([...catalogue, lock], '/Encrypt 3 0 R /ID [<00> <00>]');
    expect(await here(bytes, 'a.pdf')).toBe('document-encrypted');
  });

  it('is refused when its pages are pictures, a stamped number notwithstanding', async () => {
    const pages = [1, 2].map((page) => [
      { left: 50, top: 50, width: 400, height: 600 },
      { text: `${page}`, x: 280, y: 800 },
    ]);
    expect(await here(pdfFile(pages), 'a.pdf')).toBe('document-scanned');
  });

  it('is refused when it has more pages than a notice', async () => {
    const limits = { ...documentLimits, mostPages: 1 };
    const page = [{ text: '建设平台，培育企业，推动转型。', x: 72, y: 100 }];
    expect(await here(pdfFile([page, page]), 'a.pdf', limits)).toBe('document-too-large');
  });
});

describe('a web page without a text', () => {
  it('is refused when a script would load it', async () => {
    const page =
      '<!DOCTYPE html><html><head><title>要点</title></head><body><div id="app"></div><script>load()</script></body></html>';
    expect(await here(Buffer.from(page), 'a.html')).toBe('document-no-text');
  });
});
