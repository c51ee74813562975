import { AlignmentType, BorderStyle, LineRuleType, Paragraph, TextRun } from 'docx';
import { textWidth } from '../text-width.ts';
import { faces, sizes } from './fonts.ts';
import type { LetterMark } from './letter.ts';
import { textBlock, twips } from './page-setup.ts';

const red = 'FF0000';
const noNumber = '　　　　〔　　　　〕　　号';

/** 版头: the issuer in red over a red line, with the number between them; a 函 has its number under a double line, at the right. */
export function markParagraphs({ style, issuer, number }: LetterMark): readonly Paragraph[] {
  const before = { document: twips(35), sheet: 0, letter: 0 }[style];
  const text = style === 'document' ? `${issuer}文件` : issuer;
  const isLetter = style === 'letter';
  const mark = new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: {
      before,
      after: twips({ document: 8, sheet: 5, letter: 2 }[style]),
      line: markSize(text) * 13,
      lineRule: LineRuleType.EXACT,
    },
    keepNext: true,
    ...(isLetter
      ? { border: { bottom: { style: BorderStyle.THICK_THIN_SMALL_GAP, size: 24, color: red, space: 4 } } }
      : {}),
    children: [new TextRun({ text, font: faces.title, size: markSize(text), color: red })],
  });
  const numbered = new Paragraph({
    alignment: isLetter ? AlignmentType.RIGHT : AlignmentType.CENTER,
    spacing: { before: 0, after: 0 },
    keepNext: true,
    ...(isLetter ? {} : { border: { bottom: { style: BorderStyle.SINGLE, size: 18, color: red, space: 8 } } }),
    children: [new TextRun({ text: number ?? noNumber, font: faces.body, size: sizes.三号 })],
  });
  return [mark, numbered];
}

// As large as one line allows, and never as large as that of a higher office.
function markSize(text: string): number {
  const points = (textBlock.widthMm / 25.4) * 72;
  return Math.min(sizes.小初, Math.floor((points / textWidth(text)) * 2) - 1);
}
