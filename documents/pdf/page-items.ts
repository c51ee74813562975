import { withoutRadicals } from './radicals.ts';

/** A piece of text on a page, in points from the page's upper left corner as it is looked at. */
export interface PageItem {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Of the line that the letters stand on. */
  readonly base: number;
  readonly size: number;
}

/** What the PDF library says of a piece of text. */
interface RawItem {
  readonly str: string;
  readonly width: number;
  /** From the piece to the page, upright. */
  readonly matrix: readonly number[];
}

/** The piece as it lies on the page; `null` for blanks and for what stands askew, such as a watermark. */
export function pageItem({ str, width, matrix }: RawItem): PageItem | null {
  const [across = 0, slant = 0, lean = 0, down = 0, left = 0, base = 0] = matrix;
  const text = withoutRadicals(str);
  const size = Math.hypot(lean, down);
  if (text.trim() === '' || size === 0 || Math.abs(slant) > Math.abs(across) * 0.05) return null;
  return { text, left, right: left + width, base, size };
}
