import { elementsOf, elementsWithin, type MarkupElement, type MarkupNode, textWithin } from '../markup.ts';
import { isSilent } from './page-vocabulary.ts';

/** The element that holds the text of a page, and the title that the page gives it; '' where it gives none. */
export interface MainContent {
  readonly main: MarkupElement;
  readonly title: string;
}

/**
 * Goes down from the whole page to the smallest element that holds all of its running text: what is left behind on the way
 * has no sentences. Nothing is known of any site.
 */
export function mainContent(page: MarkupElement): MainContent {
  const weights = weigh(page);
  let main = page;
  for (;;) {
    const children = elementsOf(main).filter((child) => !isSilent(child));
    const heavy = children.filter((child) => (weights.get(child)?.sentences ?? 0) > 0);
    const only = heavy[0];
    if (heavy.length !== 1 || only === undefined || !isContainer(only)) break;
    // Where the rest of this element says much without a full stop, it may be headings or a table: stay.
    const own = weights.get(main)?.plain ?? 0;
    const left = own - (weights.get(only)?.plain ?? 0);
    if (left > 200 && left > own * 0.4) break;
    main = only;
  }
  return { main, title: pageTitle(page) };
}

interface Weight {
  /** Characters outside of links. */
  readonly plain: number;
  readonly linked: number;
  /** Stretches of running text: long enough for a sentence, and with a full stop; a table with rows counts as one. */
  readonly sentences: number;
}

/** Weights of all elements, found in one walk. */
export function weigh(root: MarkupElement): ReadonlyMap<MarkupElement, Weight> {
  const weights = new Map<MarkupElement, Weight>();
  weighElement(root, false, weights);
  return weights;
}

function weighElement(element: MarkupElement, inLink: boolean, weights: Map<MarkupElement, Weight>): Weight {
  const isLink = inLink || element.name === 'a';
  let [plain, linked, sentences] = [0, 0, 0];
  for (const child of element.children) {
    const weight = weighNode(child, isLink, weights);
    plain += weight.plain;
    linked += weight.linked;
    sentences += weight.sentences;
  }
  const isTable = element.name === 'table' && plain >= 40 && plain > linked && hasRows(element);
  const weight = { plain, linked, sentences: sentences + (isTable ? 1 : 0) };
  weights.set(element, weight);
  return weight;
}

/** A table of tasks may hold no full stop at all. */
function hasRows(table: MarkupElement): boolean {
  return elementsWithin(table, 'tr').take(2).toArray().length === 2;
}

const nothing: Weight = { plain: 0, linked: 0, sentences: 0 };

function weighNode(node: MarkupNode, inLink: boolean, weights: Map<MarkupElement, Weight>): Weight {
  if (typeof node !== 'string') return isSilent(node) ? nothing : weighElement(node, inLink, weights);
  const text = node.replace(/\s/g, '');
  if (inLink) return { ...nothing, linked: text.length };
  return { plain: text.length, linked: 0, sentences: text.length >= 20 && /[。；;！]/.test(text) ? 1 : 0 };
}

function isContainer({ name }: MarkupElement): boolean {
  return /^(?:html|body|div|section|article|main|form|center|table|tbody|tr|td|font|span|ul|li|dl|dd|fieldset)$/.test(
    name,
  );
}

/** Sites of the government name the article in a `meta`; others in the first heading, or before the name of the site. */
function pageTitle(page: MarkupElement): string {
  for (const { attributes } of elementsWithin(page, 'meta'))
    if (/^ArticleTitle$/i.test(attributes['name'] ?? '')) return oneLine(attributes['content'] ?? '');
  for (const heading of elementsWithin(page, 'h1')) {
    const text = oneLine(textWithin(heading));
    if (text.length >= 6) return text;
  }
  for (const title of elementsWithin(page, 'title')) {
    const text = oneLine(textWithin(title).split(/[_|]|\s[-–—]\s/)[0] ?? '');
    if (text.length >= 8) return text;
  }
  return '';
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
