import { elementOf, elementsOf, type MarkupElement } from '../markup.ts';
import { valueOf } from './numbering-levels.ts';
import type { LeftOut } from './paragraph-text.ts';

/** The paragraphs `w:p` and tables `w:tbl` of a body, a cell or a box, in order, out of whatever wraps them. */
export function* docxBlocks(parent: MarkupElement, leftOut: LeftOut): Generator<MarkupElement> {
  for (const element of elementsOf(parent)) {
    switch (element.name) {
      case 'w:p':
      case 'w:tbl':
        yield element;
        break;
      case 'w:sdt':
        if (isContents(element)) leftOut.contents += 1;
        else yield* docxBlocks(elementOf(element, 'w:sdtContent') ?? element, leftOut);
        break;
      case 'mc:AlternateContent':
        yield* docxBlocks(elementOf(element, 'mc:Choice') ?? elementOf(element, 'mc:Fallback') ?? element, leftOut);
        break;
      case 'w:del':
      case 'w:moveFrom':
        leftOut.revisions += 1;
        break;
      case 'w:ins':
      case 'w:moveTo':
      case 'w:customXml':
      case 'w:smartTag':
        yield* docxBlocks(element, leftOut);
        break;
      default:
        break;
    }
  }
}

/** A table of contents says every heading a second time. */
function isContents(block: MarkupElement): boolean {
  const gallery = valueOf(elementOf(elementOf(block, 'w:sdtPr'), 'w:docPartObj'), 'w:docPartGallery');
  return gallery === 'Table of Contents';
}
