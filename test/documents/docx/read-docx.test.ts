import { describe, expect, it } from 'vitest';
import { documentLimits } from '../../../documents/document-limits.ts';
import { readDocx } from '../../../documents/docx/read-docx.ts';
import { docxCell, docxFile, docxParagraph, docxTable, type DocxParts } from '../docx-file.ts';

const read = (parts: DocxParts) => readDocx(docxFile(parts), documentLimits);
const textOf = async (parts: DocxParts) => (await read(parts)).text.trimEnd().split('\n');

const inList = (text: string, listId: number, level = 0) =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${listId}"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
const styled = (text: string, style: string) =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
const level = (index: number, form: string, pattern: string, more = '') =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${form}"/>${more}<w:lvlText w:val="${pattern}"/></w:lvl>`;

describe('the numbers of a Word file', () => {
  it('start again below each higher one, and write those above them', async () => {
    const levels = level(0, 'decimal', '%1.') + level(1, 'decimal', '%1.%2');
    const body = [0, 1, 1, 0, 1].map((at) => inList('建设', 1, at)).join('');
    expect(await textOf({ body, levels })).toEqual(['1.建设', '1.1 建设', '1.2 建设', '2.建设', '2.1 建设']);
  });

  it('go on in another list of the same definition, unless that list starts them anew', async () => {
    const lists =
      '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>' +
      '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>';
    const body = [1, 1, 2, 3, 3].map((list) => inList('建设', list)).join('');
    expect(await textOf({ body, lists, levels: level(0, 'chineseCounting', '%1、') })).toEqual([
      '一、建设',
      '二、建设',
      '三、建设',
      '一、建设',
      '二、建设',
    ]);
  });

  it('come from the style of a paragraph, and from the style that it is based on', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="mine"/><w:basedOn w:val="a"/></w:style>' +
      '<w:style w:type="paragraph" w:styleId="c"><w:name w:val="below"/><w:basedOn w:val="a"/></w:style>';
    const levels =
      level(0, 'chineseCounting', '第%1章') + level(1, 'chineseCounting', '（%2）', '<w:pStyle w:val="c"/>');
    const body = styled('总则', 'a') + styled('任务', 'b') + styled('基础', 'c');
    expect(await textOf({ body, styles, levels })).toEqual(['第一章 总则', '第二章 任务', '（一）基础']);
  });

  it('count an empty paragraph, and none that has left its list', async () => {
    const left =
      '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr></w:pPr><w:r><w:t>说明</w:t></w:r></w:p>';
    const body = inList('一项', 1) + inList('', 1) + left + inList('三项', 1);
    expect(await textOf({ body, levels: level(0, 'decimal', '%1．') })).toEqual(['1．一项', '说明', '3．三项']);
  });

  it('are not made of bullets', async () => {
    expect(await textOf({ body: inList('要点', 1), levels: level(0, 'bullet', '\uf06c') })).toEqual(['要点']);
  });
});

describe('the tables of a Word file', () => {
  const head = ['序号', '工作任务', '主要内容', '牵头单位'].map((cell) => docxCell(cell));

  it('say a merged unit in each of its rows, a merged title once', async () => {
    const table = docxTable([
      head,
      [
        docxCell('1'),
        docxCell('平台', '<w:vMerge w:val="restart"/>'),
        docxCell('建设'),
        docxCell('市数据局', '<w:vMerge w:val="restart"/>'),
      ],
      [docxCell('2'), docxCell('', '<w:vMerge/>'), docxCell('运行'), docxCell('', '<w:vMerge/>')],
    ]);
    expect((await textOf({ body: table })).slice(1)).toEqual([
      '| 1 | 平台 | 建设 | 市数据局 |',
      '| 2 |  | 运行 | 市数据局 |',
    ]);
  });

  it('keep a row of one wide cell, a number that Word counts, and the lines of a cell', async () => {
    const table = docxTable([
      head,
      [docxCell('一、夯实基础', '<w:gridSpan w:val="4"/>')],
      [
        docxCell(inList('', 1)),
        docxCell('平台'),
        docxCell('建设 | 运行'),
        docxCell(docxParagraph('市数据局') + docxParagraph('市科技局')),
      ],
    ]);
    const lines = await textOf({ body: table, levels: level(0, 'decimal', '%1') });
    expect(lines.slice(1)).toEqual(['| 一、夯实基础 |  |  |  |', '| 1 | 平台 | 建设 ¦ 运行 | 市数据局<br>市科技局 |']);
  });

  it('are lines of text when they only frame it', async () => {
    expect(await textOf({ body: docxTable([[docxCell('云川市文件')], [docxCell('加快建设')]]) })).toEqual([
      '云川市文件',
      '加快建设',
    ]);
  });

  it('have a head of two rows where cells are merged over them', async () => {
    const both = '<w:vMerge w:val="restart"/>';
    const table = docxTable([
      [docxCell('序号', both), docxCell('工作任务', both), docxCell('责任分工', '<w:gridSpan w:val="2"/>')],
      [docxCell('', '<w:vMerge/>'), docxCell('', '<w:vMerge/>'), docxCell('牵头单位'), docxCell('配合单位')],
      ['1', '建设平台', '市数据局', '市科技局'].map((cell) => docxCell(cell)),
    ]);
    expect(await textOf({ body: table })).toEqual([
      '| 序号 | 工作任务 | 牵头单位 | 配合单位 |',
      '| 1 | 建设平台 | 市数据局 | 市科技局 |',
    ]);
  });
});

describe('what a Word file holds beside its text', () => {
  it('is named: changes, hidden text, pictures, notes and contents', async () => {
    const body =
      '<w:p><w:r><w:t>建设</w:t></w:r><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins><w:r><w:t>平台</w:t></w:r></w:ins>' +
      '<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r><w:r><w:drawing><pic:pic/></w:drawing></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>' +
      '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>' +
      `<w:sdtContent>${docxParagraph('一、总体要求 1')}</w:sdtContent></w:sdt>`;
    expect(await read({ body })).toMatchObject({
      text: '建设平台\n',
      remarks: [
        '文件中有未接受的修订，已按接受全部修订读取，请核对。',
        '有1处隐藏文字未读入。',
        '有1幅图片，图片中的文字未读入。',
        '有1处脚注或尾注未读入。',
        '目录未读入。',
      ],
    });
  });

  it('is read where it is text: boxes, content controls, links and line breaks', async () => {
    const body =
      `<w:sdt><w:sdtContent>${docxParagraph('控件')}</w:sdtContent></w:sdt>` +
      `<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>${docxParagraph('文本框')}</w:txbxContent></wps:txbx></w:drawing></mc:Choice>` +
      `<mc:Fallback><w:pict><v:textbox><w:txbxContent>${docxParagraph('文本框')}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>` +
      '<w:r><w:t>第一行</w:t><w:br/><w:t>第二行</w:t></w:r><w:hyperlink><w:r><w:t>链接</w:t></w:r></w:hyperlink></w:p>';
    expect(await read({ body })).toMatchObject({ text: '控件\n文本框\n第一行\n第二行链接\n', remarks: [] });
  });
});
