import { describe, expect, it } from 'vitest';
import { documentLimits } from '../../../documents/document-limits.ts';
import { withoutRadicals } from '../../../documents/pdf/radicals.ts';
import { readPdf } from '../../../documents/pdf/read-pdf.ts';
import { pdfFile, type PdfRule, type PdfText, setPages, setTable } from '../pdf-file.ts';

const read = (pages: readonly (readonly (PdfText | PdfRule)[])[]) => readPdf(pdfFile(pages), documentLimits);
const sentence = '推进城区和产业园区第五代移动通信网络深度覆盖，完善算力基础设施布局';

describe('the paragraphs of a PDF file', () => {
  it('go on from page to page, and end where a line is short or the next begins with blanks', async () => {
    const long = sentence.repeat(30);
    const { text } = await read(setPages([long, `${sentence.slice(0, 20)}。`, sentence]));
    expect(text).toBe(`${long}\n${sentence.slice(0, 20)}。\n${sentence}\n`);
  });

  it('end before a number, also where the line before it happens to be full', async () => {
    const full = `${sentence.repeat(2).slice(0, 53)}。`;
    const pages = setPages([full]).map((page) => [...page, { text: '2．培育企业。', x: 72, y: 200 }]);
    expect((await read(pages)).text).toBe(`${full}\n2．培育企业。\n`);
  });
});

describe('the furniture of pages', () => {
  const pagesWith = (furniture: (page: number) => readonly PdfText[]) =>
    read(setPages([sentence.repeat(60)], furniture));

  it.each([
    { name: 'bare numbers', of: (page: number) => `${page}` },
    { name: 'numbers between dashes', of: (page: number) => `— ${page} —` },
    { name: 'numbers of all', of: (page: number) => `第${page}页 共4页` },
  ])('is left out: $name', async ({ of }) => {
    const { text } = await pagesWith((page) => [{ text: of(page), x: 280, y: 790, size: 12 }]);
    expect(text).toBe(`${sentence.repeat(60)}\n`);
  });

  it('is left out and named: a line that counts on with the pages', async () => {
    const { text, remarks } = await pagesWith((page) => [
      { text: `云川市人民政府公报（${page}）`, x: 72, y: 50, size: 10 },
      { text: `${page}`, x: 280, y: 790, size: 12 },
    ]);
    expect(text).toBe(`${sentence.repeat(60)}\n`);
    expect(remarks).toEqual(['已略去页眉页脚：云川市人民政府公报（1）。']);
  });

  it('is not a figure that happens to stand at the foot of one page', async () => {
    const page = [
      { text: '全年新增规模以上企业家数如下所列：', x: 72, y: 100 },
      { text: '20', x: 72, y: 128 },
    ];
    expect((await read([page])).text).toContain('20');
  });
});

describe('a page that says nothing', () => {
  it('is named among pages that do', async () => {
    const { remarks } = await read([[{ text: sentence, x: 72, y: 100 }], []]);
    expect(remarks).toEqual(['第2页没有文字，可能是扫描图片，未能读取。']);
  });
});

describe('a table that is drawn', () => {
  const widths = [40, 120, 200, 100];
  const head = ['序号', '工作任务', '主要内容', '牵头单位'];

  it('is made whole where a page has cut a row', async () => {
    const { text } = await read([
      setTable(
        [head, ['1', '建设平台', '建成市级算力调度平台，为全市企业提供统一、普惠、便捷的算力调度', '市数据局']],
        widths,
        600,
      ),
      [
        ...setTable(
          [
            ['', '', '服务，接入企业30家。', ''],
            ['2', '培育企业', '新增企业20家。', '市商务局'],
          ],
          widths,
          60,
        ),
        { text: '附注说明文字。', x: 72, y: 300 },
      ],
    ]);
    expect(text.split('\n').slice(1)).toEqual([
      '| 1 | 建设平台 | 建成市级算力调度平台，为全市企业提供统一、普惠、便捷的算力调度服务，接入企业30家。 | 市数据局 |',
      '| 2 | 培育企业 | 新增企业20家。 | 市商务局 |',
      '附注说明文字。',
      '',
    ]);
  });

  it('has merged cells where lines between them are missing', async () => {
    const rule = (left: number, top: number, width: number, height: number) => ({ left, top, width, height });
    const { text } = await read([
      [
        ...setTable([head, ['1', '建设平台', '建成一处。', '市数据局']], widths, 100),
        // A second row whose unit is that of the row above.
        ...[40, 80, 200, 400, 500].map((left) => rule(left, 140, 0.5, 20)),
        rule(40, 160, 460, 0.5),
        { text: '2', x: 44, y: 153, size: 10 },
        { text: '运行平台', x: 84, y: 153, size: 10 },
        { text: '接入十家。', x: 204, y: 153, size: 10 },
      ],
    ]);
    expect(text).toContain('| 2 | 运行平台 | 接入十家。 |');
  });

  it('is no table when it is a line under words or a frame round the page', async () => {
    const frame = [
      { left: 40, top: 40, width: 500, height: 0.5 },
      { left: 40, top: 800, width: 500, height: 0.5 },
      { left: 40, top: 40, width: 0.5, height: 760 },
      { left: 540, top: 40, width: 0.5, height: 760 },
      { left: 72, top: 104, width: 200, height: 0.5 },
    ];
    expect((await read([[...frame, { text: sentence.slice(0, 26), x: 72, y: 100 }]])).text).toBe(
      `${sentence.slice(0, 26)}\n`,
    );
  });
});

describe('radicals in place of characters', () => {
  it('are the characters that they look like, and nothing else is changed', () => {
    expect(withoutRadicals('⼯业⻓效⺠生⾼⻋（一）①％')).toBe('工业长效民生高车（一）①％');
  });

  it('all have an equivalent, but for the one that Unicode gives none', () => {
    const assigned = [...Array(0x156).keys()]
      .map((index) => String.fromCharCode(0x2e80 + index))
      .filter((letter) => /\p{Assigned}/u.test(letter));
    expect(assigned).toHaveLength(329);
    expect(assigned.filter((letter) => withoutRadicals(letter) === letter)).toEqual(['\u2e80']);
  });
});
