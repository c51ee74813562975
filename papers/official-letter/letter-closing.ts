import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { chineseDay } from '../../domain/plain-date.ts';
import { textWidth } from '../text-width.ts';
import { faces, sizes } from './fonts.ts';
import type { Closing, Imprint } from './letter.ts';
import { characterWidth, lineHeight } from './page-setup.ts';
import { emptyLines, run } from './paragraphs.ts';

const line = { line: lineHeight, lineRule: LineRuleType.EXACT, before: 0, after: 0 };
const noDay = '　　　　年　　月　　日';

/** 附件说明: which annexes there are, `gap` lines under the text; names in lines of their own where there are several. */
export function annexNote(titles: readonly string[], gap: number): readonly Paragraph[] {
  if (titles.length === 0) return [];
  const lines = titles.length === 1 ? titles : titles.map((title, index) => `${index + 1}．${title}`);
  const paragraphs = lines.map(
    (text, index) =>
      new Paragraph({
        spacing: line,
        keepNext: true,
        indent: { left: Math.round(5 * characterWidth), hanging: index === 0 ? Math.round(3 * characterWidth) : 0 },
        children: [run(index === 0 ? `附件：${text}` : text)],
      }),
  );
  return [...emptyLines(gap), ...paragraphs];
}

/** What stands around a signature: the note 附注 below it, and the empty lines above. */
interface ClosingSetting {
  readonly note: string | null;
  readonly gap: number;
}

/** 落款: the day four characters from the right edge, the issuer centred above it, the note 附注 below; all on one page with the line before. */
export function closingParagraphs({ issuer, day }: Closing, { note, gap }: ClosingSetting): readonly Paragraph[] {
  const date = day === null ? noDay : chineseDay(day, true);
  const [issuerWidth, dateWidth] = [textWidth(issuer), textWidth(date)];
  // A long name moves the day to the left, so that both stay centred over each other and on the page.
  const dateIndent = Math.max(4, (issuerWidth - dateWidth) / 2);
  const issuerIndent = Math.max(0, dateIndent + (dateWidth - issuerWidth) / 2);
  const right = (text: string, indent: number, keepNext: boolean) =>
    new Paragraph({
      alignment: AlignmentType.RIGHT,
      keepNext,
      keepLines: true,
      spacing: line,
      indent: { right: Math.round(indent * characterWidth) },
      children: [run(text)],
    });
  return [
    ...emptyLines(gap),
    right(issuer, issuerIndent, true),
    right(date, dateIndent, note !== null),
    ...noteParagraphs(note),
  ];
}

// 附注: two characters in, in round brackets.
function noteParagraphs(note: string | null): readonly Paragraph[] {
  if (note === null) return [];
  const indent = { left: Math.round(2 * characterWidth) };
  return [new Paragraph({ spacing: line, indent, children: [run(`（${note}）`)] })];
}

const thick = { style: BorderStyle.SINGLE, size: 8, color: '000000' };
const thin = { style: BorderStyle.SINGLE, size: 6, color: '000000' };
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };

/** 版记: between lines, a line under the text. */
export function imprintChildren({ copies, printedBy, printedOn }: Imprint, width: number): readonly FileChild[] {
  const [left, right] = [Math.floor(width * 0.62), Math.ceil(width * 0.38)];
  const copied = copies === null ? [] : [imprintCell(`抄送：${copies}。`, { width, span: 2, align: 'left' })];
  const printed = [
    imprintCell(printedBy, { width: left, span: 1, align: 'left' }),
    imprintCell(`${chineseDay(printedOn, true)}印发`, { width: right, span: 1, align: 'right' }),
  ];
  const rows = [copied, printed].filter((cells) => cells.length > 0);
  const table = new Table({
    rows: rows.map((children) => new TableRow({ cantSplit: true, children })),
    width: { size: width, type: WidthType.DXA },
    columnWidths: [left, right],
    layout: TableLayoutType.FIXED,
    borders: { top: thick, bottom: thick, left: none, right: none, insideHorizontal: thin, insideVertical: none },
  });
  return [...emptyLines(1), table];
}

interface ImprintCell {
  readonly width: number;
  readonly span: number;
  readonly align: 'left' | 'right';
}

function imprintCell(text: string, { width, span, align }: ImprintCell): TableCell {
  return new TableCell({
    columnSpan: span,
    width: { size: width, type: WidthType.DXA },
    margins: { left: Math.round(characterWidth / 2), right: Math.round(characterWidth / 2) },
    children: [
      new Paragraph({
        alignment: align,
        spacing: { line: 440, lineRule: LineRuleType.EXACT },
        children: [new TextRun({ text, font: faces.body, size: sizes.四号 })],
      }),
    ],
  });
}
