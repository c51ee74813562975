import { elementsOf, elementsWithin, type MarkupElement, type MarkupNode } from '../markup.ts';
import { weigh } from './main-content.ts';
import { isBlock, isSilent } from './page-vocabulary.ts';

/** A part of a page as it is read: a line, or a table with its rows. */
export type PagePart =
  | { readonly kind: 'line'; readonly text: string }
  | { readonly kind: 'table'; readonly element: MarkupElement };

/** The lines and tables of an element in order; lists of links, which lead elsewhere, are left out. */
export function pageParts(main: MarkupElement): PagePart[] {
  const parts: PagePart[] = [];
  const weights = weigh(main);
  let open = [''];
  const close = () => {
    for (const raw of open) {
      const text = collapsed(raw).trim();
      if (text !== '') parts.push({ kind: 'line', text });
    }
    open = [''];
  };
  const walk = (node: MarkupNode) => {
    if (typeof node === 'string') {
      open.push(`${open.pop() ?? ''}${node}`);
      return;
    }
    const weight = weights.get(node);
    if (isSilent(node) || (weight !== undefined && isLinkList(node, weight))) return;
    if (node.name === 'br') open.push('');
    else if (node.name === 'table' && !isLayout(node)) {
      close();
      parts.push({ kind: 'table', element: node });
    } else {
      if (isBlock(node)) close();
      for (const child of node.children) walk(child);
      if (isBlock(node)) close();
    }
  };
  walk(main);
  close();
  return parts;
}

/** The text of a cell, its paragraphs on lines of their own. */
export function cellLines(cell: MarkupElement): string {
  return pageParts({ ...cell, name: 'div' })
    .map((part) => (part.kind === 'line' ? part.text : ''))
    .filter((line) => line !== '')
    .join('\n');
}

function isLinkList(element: MarkupElement, { plain, linked }: { plain: number; linked: number }): boolean {
  if (!isBlock(element) || linked <= plain * 1.5) return false;
  return [...elementsWithin(element, 'a')].length >= 3;
}

/** A table that holds another one only places it on the page. */
function isLayout(table: MarkupElement): boolean {
  return elementsOf(table).length > 0 && [...elementsWithin(table, 'table')].length > 0;
}

/** The source is wrapped anywhere; between Chinese characters that is nothing, elsewhere a blank. */
function collapsed(text: string): string {
  return text
    .replace(
      /([\u2e80-\u9fff\uff00-\uffef\u3000-\u303f])[ \t]*[\r\n][\s]*(?=[\u2e80-\u9fff\uff00-\uffef\u3000-\u303f])/g,
      '$1',
    )
    .replace(/[ \t\r\n\f]+/g, ' ');
}
