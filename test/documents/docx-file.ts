import { type ZipPart, zipFile } from './zip-file.ts';

const wordSpace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** The levels of the sample notice as Word numbers them: 一、 （一） and 1． running through. */
const sampleLevels = [
  '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:suff w:val="nothing"/><w:lvlText w:val="%1、"/></w:lvl>',
  '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:suff w:val="nothing"/><w:lvlText w:val="（%2）"/></w:lvl>',
  '<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlRestart w:val="0"/><w:lvlText w:val="%3．"/></w:lvl>',
].join('');

/** What a test puts into a Word file beside or in place of its ordinary parts. */
export interface DocxParts {
  readonly body: string;
  readonly levels?: string;
  readonly lists?: string;
  readonly styles?: string;
  readonly relationships?: string;
  readonly contentTypes?: string;
  readonly more?: readonly ZipPart[];
}

/** A Word file with this body, as XML. */
export function docxFile({
  body,
  levels = sampleLevels,
  lists = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
  styles = '',
  relationships = '',
  contentTypes = '',
  more = [],
}: DocxParts): Uint8Array {
  const part = (name: string, root: string, content: string): ZipPart => ({
    name,
    content: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:${root} xmlns:w="${wordSpace}">${content}</w:${root}>`,
  });
  return zipFile([
    {
      name: '[Content_Types].xml',
      content: `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>${contentTypes}</Types>`,
    },
    {
      name: 'word/_rels/document.xml.rels',
      content: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relationships}</Relationships>`,
    },
    part('word/document.xml', 'document', `<w:body>${body}<w:sectPr/></w:body>`),
    part('word/styles.xml', 'styles', styles),
    part('word/numbering.xml', 'numbering', `<w:abstractNum w:abstractNumId="0">${levels}</w:abstractNum>${lists}`),
    ...more,
  ]);
}

/** A paragraph, on a level of the first list where one is given. */
export function docxParagraph(text: string, level?: number): string {
  const numbering =
    level === undefined ? '' : `<w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr></w:pPr>`;
  return `<w:p>${numbering}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

/** A cell of a table; `properties` are those that merge it with others. */
export function docxCell(content: string, properties = ''): string {
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<w:p>') ? content : docxParagraph(content)}</w:tc>`;
}

/** A table of rows of cells. */
export function docxTable(rows: readonly (readonly string[])[]): string {
  return `<w:tbl>${rows.map((cells) => `<w:tr>${cells.join('')}</w:tr>`).join('')}</w:tbl>`;
}
