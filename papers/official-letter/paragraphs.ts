import {
  AlignmentType,
  type IFontAttributesProperties,
  LineRuleType,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx';
import { printable, printableLines } from '../printable.ts';
import { faces, sizes } from './fonts.ts';
import { characterSpacing, characterWidth, lineHeight, twips } from './page-setup.ts';
import { titleLines } from './title-lines.ts';

const line = { line: lineHeight, lineRule: LineRuleType.EXACT, before: 0, after: 0 };
const twoCharacters = Math.round(2 * characterWidth);

/** A run of size 3 in the given face. */
export function run(text: string, font: IFontAttributesProperties = faces.body): TextRun {
  return new TextRun({ text: printable(text), font, size: sizes.三号, characterSpacing });
}

/** Empty lines before and after a title, and the letters that a line of it holds. */
interface TitleSetting {
  readonly before: number;
  readonly after: number;
  readonly room: number;
  /** Room above and below in place of whole lines, for papers of one page. */
  readonly spacedMm?: number;
}

/** The title 标题: size 2, centred, in lines that break between words; with the empty lines that the standard puts around it. */
export function titleParagraphs(
  title: string,
  { before, after, room, spacedMm = 0 }: TitleSetting,
): readonly Paragraph[] {
  const texts = titleLines(printable(title), room);
  const lines = texts.map(
    (text, index) =>
      new Paragraph({
        alignment: AlignmentType.CENTER,
        keepNext: true,
        spacing: {
          ...line,
          line: Math.round(lineHeight * 1.2),
          before: index === 0 ? twips(spacedMm) : 0,
          after: index === texts.length - 1 ? 120 + twips(spacedMm) : 0,
        },
        children: [new TextRun({ text, font: faces.title, size: sizes.二号 })],
      }),
  );
  return [...emptyLines(before), ...lines, ...emptyLines(after)];
}

/** The lines under the title, smaller than the text. */
export function subtitleParagraphs(text: string): readonly Paragraph[] {
  return printableLines(text).map(
    (each) =>
      new Paragraph({
        alignment: AlignmentType.CENTER,
        keepNext: true,
        spacing: { line: 440, lineRule: LineRuleType.EXACT, after: 40 },
        children: [new TextRun({ text: each, font: faces.level2, size: sizes.四号 })],
      }),
  );
}

/** 主送: flush with the left edge, ending with a full-width colon. */
export function recipientsParagraph(recipients: string): Paragraph {
  return new Paragraph({ spacing: line, children: [run(`${recipients}：`)] });
}

/** A heading of the text; it never stands alone at the foot of a page. */
export function headingParagraph(level: 1 | 2 | 3, text: string): Paragraph {
  const font = { 1: faces.level1, 2: faces.level2, 3: faces.body }[level];
  return bodyParagraph([run(text, font)], { keepNext: true });
}

/** What stands before a text in other letters, and whether its end stays on the page of what follows. */
interface TextSetting {
  readonly lead?: string | undefined;
  readonly keepNext?: boolean;
}

/** The paragraphs of a text, each beginning two characters in. */
export function textParagraphs(text: string, { lead, keepNext = false }: TextSetting = {}): readonly Paragraph[] {
  const [first = '', ...others] = printableLines(text);
  const opening = lead === undefined ? [run(first)] : [run(lead, faces.level2), run(first)];
  const paragraphs = [opening, ...others.map((each) => [run(each)])];
  return paragraphs.map((children) => bodyParagraph(children, { keepNext }));
}

/** A remark under a table, two sizes smaller than the text. */
export function remarkParagraphs(text: string): readonly Paragraph[] {
  return printableLines(text).map(
    (each) =>
      new Paragraph({
        spacing: { before: 60, after: 0 },
        children: [new TextRun({ text: each, font: faces.body, size: sizes.小四 })],
      }),
  );
}

/** `count` empty lines of the text's height. */
export function emptyLines(count: number): readonly Paragraph[] {
  return Array.from({ length: count }, () => new Paragraph({ keepNext: true, spacing: line, children: [run('')] }));
}

function bodyParagraph(children: readonly ParagraphChild[], { keepNext = false } = {}): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.BOTH,
    spacing: line,
    indent: { firstLine: twoCharacters, firstLineChars: 200 },
    keepNext,
    children: [...children],
  });
}

/** What keeps a table off the text above and below it; stays with what follows. */
export function narrowLine(): Paragraph {
  return new Paragraph({ keepNext: true, spacing: { line: 100, lineRule: LineRuleType.EXACT, before: 0, after: 0 } });
}
