import { elementOf, elementsOf, type MarkupElement } from '../markup.ts';
import { valueOf } from './numbering-levels.ts';

/** What a paragraph's style says of its numbering, inherited from the styles that it is based on. */
export interface ParagraphStyle {
  readonly name: string;
  readonly listId: string | null;
  readonly level: number | null;
}

/** The lookup of styles by id; an id that is not defined has no numbering. */
export function paragraphStyles(root: MarkupElement | null): (styleId: string | null) => ParagraphStyle {
  const styles = new Map<string, MarkupElement>();
  let ordinary: string | null = null;
  const all = root === null ? undefined : elementOf(root, 'w:styles');
  for (const style of all === undefined ? [] : elementsOf(all, 'w:style')) {
    if (style.attributes['w:type'] !== 'paragraph') continue;
    const id = style.attributes['w:styleId'] ?? '';
    styles.set(id, style);
    if (style.attributes['w:default'] === '1' || style.attributes['w:default'] === 'true') ordinary = id;
  }
  return (styleId) => inherited(styles, styleId ?? ordinary);
}

/** No chain of real styles is longer; one that names itself has no end. */
const longestChain = 20;

function inherited(styles: ReadonlyMap<string, MarkupElement>, styleId: string | null): ParagraphStyle {
  let listId: string | null = null;
  let level: number | null = null;
  let id = styleId;
  for (let step = 0; step < longestChain && id !== null; step += 1) {
    const style: MarkupElement | undefined = styles.get(id);
    const numbering = elementOf(elementOf(style, 'w:pPr'), 'w:numPr');
    listId ??= valueOf(numbering, 'w:numId');
    const own = valueOf(numbering, 'w:ilvl');
    level ??= own === null ? null : Number(own);
    id = valueOf(style, 'w:basedOn');
  }
  return { name: valueOf(styles.get(styleId ?? ''), 'w:name') ?? '', listId, level };
}
