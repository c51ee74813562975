import { type ISectionPropertiesOptions, PageOrientation } from 'docx';
import type { Orientation } from './letter.ts';

/** Twentieths of a point, in which office files measure. */
export function twips(mm: number): number {
  return Math.round((mm * 1440) / 25.4);
}

/** The text block 版心, 156 × 225 mm, with 22 lines of 28 characters of size 3 on an upright page. */
export const textBlock = { widthMm: 156, heightMm: 225, lines: 22, characters: 28 } as const;

/** One of the 22 lines, in twips. */
export const lineHeight = Math.floor(twips(textBlock.heightMm) / textBlock.lines);

/** One of the 28 characters of a line, in twips. */
export const characterWidth = twips(textBlock.widthMm) / textBlock.characters;

/**
 * What makes a letter of size 3 as wide as that, in twips. Lines and characters are given like this and not by a document grid, which
 * programs reckon differently and which pulls smaller letters apart.
 */
export const characterSpacing = Math.floor(characterWidth - 16 * 20);

/** Width of what is printed on a page that lies so. */
export function printedWidth(orientation: Orientation): number {
  return twips(orientation === 'portrait' ? textBlock.widthMm : textBlock.heightMm);
}

const a4 = { widthMm: 210, heightMm: 297 };
const topMm = 37;
const bindingMm = 28;
const belowMm = a4.heightMm - topMm - textBlock.heightMm;
const outerMm = a4.widthMm - bindingMm - textBlock.widthMm;
// The page number stands 7 mm under the text block.
const pageNumberMm = 7;
const footerHeightMm = 6;

/** Page and margins; a page on its side has its top where an upright one is bound. */
export function pageSetup(orientation: Orientation): ISectionPropertiesOptions {
  const isUpright = orientation === 'portrait';
  const [top, right, bottom, left] = isUpright
    ? [topMm, outerMm, belowMm, bindingMm]
    : [bindingMm, topMm, outerMm, belowMm];
  return {
    page: {
      size: {
        width: twips(a4.widthMm),
        height: twips(a4.heightMm),
        orientation: isUpright ? PageOrientation.PORTRAIT : PageOrientation.LANDSCAPE,
      },
      margin: {
        top: twips(top),
        right: twips(right),
        bottom: twips(bottom),
        left: twips(left),
        header: twips(Math.min(top, 20)),
        footer: twips(bottom - pageNumberMm - footerHeightMm),
      },
    },
  };
}
