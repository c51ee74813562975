import {
  AlignmentType,
  BorderStyle,
  Document,
  type FileChild,
  Footer,
  Header,
  type ISectionOptions,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import { assertNever } from '../../domain/errors.ts';
import { fixedPackage } from '../office-file/fixed-package.ts';
import { rehearsalMark } from '../words.ts';
import { faces, fontTable, sizes } from './fonts.ts';
import type { Annex, Block, OfficialLetter, Orientation } from './letter.ts';
import { annexNote, closingParagraphs, imprintChildren } from './letter-closing.ts';
import { markParagraphs } from './letter-mark.ts';
import { letterForm, letterTable } from './letter-table.ts';
import { titleRoom } from './title-lines.ts';
import { characterWidth, pageSetup, printedWidth } from './page-setup.ts';
import {
  emptyLines,
  headingParagraph,
  recipientsParagraph,
  narrowLine,
  remarkParagraphs,
  run,
  subtitleParagraphs,
  textParagraphs,
  titleParagraphs,
} from './paragraphs.ts';

/** The docx file of an official paper in the layout of GB/T 9704-2012; the same paper always gives the same bytes. */
export async function letterBytes(letter: OfficialLetter): Promise<Uint8Array> {
  const { title, orientation, annexes, isRehearsal, imprint } = letter;
  const document = new Document({
    title: title.replaceAll('\n', ''),
    creator: '督办',
    lastModifiedBy: '督办',
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: { font: faces.body, size: sizes.三号, language: { eastAsia: 'zh-CN' } } } } },
    sections: [
      section(mainChildren(letter), orientation, isRehearsal),
      ...annexes.map((annex, index) =>
        section(
          [
            ...annexChildren(annex, index, annexes.length),
            // 版记 closes the paper as a whole, its annexes included.
            ...(imprint === null || index < annexes.length - 1 ? [] : imprintOn(imprint, annex.orientation)),
          ],
          annex.orientation,
          isRehearsal,
        ),
      ),
    ],
  });
  return fixedPackage(await Packer.toArrayBuffer(document).then((buffer) => new Uint8Array(buffer)), {
    'word/fontTable.xml': fontTable,
  });
}

// A longer paragraph is broken over two pages instead.
const longText = 250;

function mainChildren(letter: OfficialLetter): readonly FileChild[] {
  const { mark, title, subtitle, recipients, blocks, closing, note, imprint, orientation, annexes } = letter;
  const isSheet = mark?.style === 'sheet';
  const isText = recipients !== null || blocks.some(({ kind }) => kind === 'paragraph');
  const width = printedWidth(orientation);
  const after = isText && subtitle === null && !isSheet ? 1 : 0;
  return [
    ...(mark === null ? [] : markParagraphs(mark)),
    ...titleParagraphs(title, {
      before: mark === null || isSheet ? 0 : 1,
      after,
      spacedMm: isSheet ? 3 : 0,
      room: titleRoom[orientation],
    }),
    ...(subtitle === null ? [] : [...subtitleParagraphs(subtitle), ...(isText ? emptyLines(1) : [])]),
    ...(recipients === null ? [] : [recipientsParagraph(recipients)]),
    // A signature never stands on a page without text.
    ...blocks.flatMap((block, index) => blockChildren(block, width, closing !== null && index === blocks.length - 1)),
    ...(closing === null
      ? []
      : annexNote(
          annexes.map((annex) => annex.title),
          isSheet ? 0 : 1,
        )),
    ...(closing === null ? [] : closingParagraphs(closing, { note, gap: isSheet ? 1 : 2 })),
    ...(imprint === null || annexes.length > 0 ? [] : imprintOn(imprint, orientation)),
  ];
}

function imprintOn(imprint: NonNullable<OfficialLetter['imprint']>, orientation: Orientation): readonly FileChild[] {
  return imprintChildren(imprint, printedWidth(orientation));
}

function annexChildren({ title, blocks, orientation }: Annex, index: number, count: number): readonly FileChild[] {
  const width = printedWidth(orientation);
  const mark = new Paragraph({
    keepNext: true,
    children: [run(count === 1 ? '附件' : `附件${index + 1}`, faces.level1)],
  });
  const heading = titleParagraphs(title, { before: 0, after: 0, room: titleRoom[orientation] });
  return [mark, ...heading, ...blocks.flatMap((block) => blockChildren(block, width))];
}

function blockChildren(block: Block, width: number, keepNext = false): readonly FileChild[] {
  switch (block.kind) {
    case 'heading':
      return [headingParagraph(block.level, block.text)];
    case 'paragraph':
      return textParagraphs(block.text, { lead: block.lead, keepNext: keepNext && block.text.length < longText });
    case 'remark':
      return remarkParagraphs(block.text);
    case 'table': {
      const caption = block.caption === undefined ? [] : subtitleParagraphs(block.caption);
      return [...caption, narrowLine(), letterTable(block.columns, block.rows, width), narrowLine()];
    }
    case 'form':
      return [letterForm(block.rows, width)];
    default:
      return assertNever(block);
  }
}

function section(children: readonly FileChild[], orientation: Orientation, isRehearsal: boolean): ISectionOptions {
  const header = () => new Header({ children: [headerParagraph(isRehearsal)] });
  return {
    properties: pageSetup(orientation),
    headers: { default: header(), even: header() },
    footers: { default: pageNumber('right'), even: pageNumber('left') },
    children: [...children],
  };
}

function headerParagraph(isRehearsal: boolean): Paragraph {
  const said = new TextRun({ text: rehearsalMark, font: faces.level1, size: sizes.小四, color: 'C00000' });
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    // Some programs rule off a header by themselves.
    border: { bottom: { style: BorderStyle.NONE, size: 0, color: 'auto' } },
    children: isRehearsal ? [said] : [],
  });
}

/** — 1 —, on the outer side of the page, one character from the edge. */
function pageNumber(side: 'left' | 'right'): Footer {
  const indent = Math.round(characterWidth);
  return new Footer({
    children: [
      new Paragraph({
        alignment: side,
        indent: side === 'right' ? { right: indent } : { left: indent },
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: faces.plain, size: sizes.四号 })],
      }),
    ],
  });
}
