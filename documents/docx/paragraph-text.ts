import { elementOf, elementsOf, elementsWithin, type MarkupElement } from '../markup.ts';
import { isOn } from './numbering-levels.ts';

/** What stands in a document and is not in its text, counted for the remarks. */
export interface LeftOut {
  pictures: number;
  notes: number;
  revisions: number;
  hidden: number;
  contents: number;
}

/** A paragraph's text without its number, and the text boxes that are anchored in it. */
export interface ParagraphText {
  readonly text: string;
  readonly boxes: readonly MarkupElement[];
}

/** Reads a paragraph as it stands when all changes are accepted; hidden text, notes and pictures are only counted. */
export function paragraphText(paragraph: MarkupElement, leftOut: LeftOut): ParagraphText {
  const boxes: MarkupElement[] = [];
  return { text: inlineText(paragraph, { leftOut, boxes }), boxes };
}

interface Reading {
  readonly leftOut: LeftOut;
  readonly boxes: MarkupElement[];
}

function inlineText(parent: MarkupElement, reading: Reading): string {
  return elementsOf(parent)
    .map((element) => elementText(element, reading))
    .join('');
}

function elementText(element: MarkupElement, reading: Reading): string {
  const { leftOut } = reading;
  switch (element.name) {
    case 'w:t':
    case 'm:t':
      return element.children.filter((child) => typeof child === 'string').join('');
    case 'w:tab':
    case 'w:ptab':
      return '\t';
    case 'w:br':
    case 'w:cr':
      return element.attributes['w:type'] === undefined || element.attributes['w:type'] === 'textWrapping' ? '\n' : '';
    case 'w:noBreakHyphen':
      return '-';
    case 'w:r':
      return runText(element, reading);
    case 'w:ins':
    case 'w:moveTo':
      leftOut.revisions += 1;
      return inlineText(element, reading);
    case 'w:del':
    case 'w:moveFrom':
      leftOut.revisions += 1;
      return '';
    case 'w:footnoteReference':
    case 'w:endnoteReference':
      leftOut.notes += 1;
      return '';
    case 'w:ruby':
      return inlineText(elementOf(element, 'w:rubyBase') ?? element, reading);
    case 'mc:AlternateContent':
      return inlineText(elementOf(element, 'mc:Choice') ?? elementOf(element, 'mc:Fallback') ?? element, reading);
    case 'w:drawing':
    case 'w:pict':
    case 'w:object':
      takeShape(element, reading);
      return '';
    case 'w:pPr':
    case 'w:rPr':
    case 'w:sdtPr':
    case 'w:instrText':
    case 'w:delText':
    case 'w:rt':
      return '';
    default:
      return inlineText(element, reading);
  }
}

function runText(run: MarkupElement, reading: Reading): string {
  const text = inlineText(run, reading);
  if (!isOn(elementOf(elementOf(run, 'w:rPr'), 'w:vanish'))) return text;
  if (text.trim() !== '') reading.leftOut.hidden += 1;
  return '';
}

function takeShape(shape: MarkupElement, { leftOut, boxes }: Reading): void {
  const found = [...elementsWithin(shape, 'w:txbxContent')];
  boxes.push(...found);
  const pictures = [...elementsWithin(shape, 'pic:pic'), ...elementsWithin(shape, 'v:imagedata')];
  if (found.length === 0 && pictures.length > 0) leftOut.pictures += 1;
}
