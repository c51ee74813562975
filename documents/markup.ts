import { Parser } from 'htmlparser2';
import { documentRefusal } from './document-refusal.ts';

/** An element of an XML part or of a web page, with its texts and elements in order. */
export interface MarkupElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly MarkupNode[];
}

export type MarkupNode = MarkupElement | string;

interface OpenElement extends MarkupElement {
  readonly children: MarkupNode[];
}

/** No document nests deeper; a hostile one would exhaust the stack of whoever walks through it. */
const mostDepth = 400;

/** The root of an XML part or of a web page. Entities that a document defines itself are never expanded. */
export function parseMarkup(source: string, language: 'xml' | 'html'): MarkupElement {
  const root: OpenElement = { name: '', attributes: {}, children: [] };
  const open: OpenElement[] = [root];
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (open.length > mostDepth)
          throw documentRefusal('document-damaged', '的内容嵌套过深，不是常规文档，请用办公软件打开后另存一份再导入。');
        const element: OpenElement = { name, attributes, children: [] };
        open.at(-1)?.children.push(element);
        open.push(element);
      },
      onclosetag() {
        if (open.length > 1) open.pop();
      },
      ontext(text) {
        const siblings = open.at(-1)?.children;
        const before = siblings?.at(-1);
        // The parser hands out a text in pieces at every entity.
        if (siblings !== undefined && typeof before === 'string') siblings[siblings.length - 1] = before + text;
        else siblings?.push(text);
      },
      onprocessinginstruction(name) {
        if (language === 'xml' && name.toLowerCase() === '!doctype')
          throw documentRefusal(
            'document-damaged',
            '中含有自定义的文档类型，不是常规文档，请用办公软件打开后另存一份再导入。',
          );
      },
    },
    { xmlMode: language === 'xml', decodeEntities: true },
  );
  parser.end(source);
  return root;
}

/** The elements directly below, all of them or those of one name. */
export function elementsOf({ children }: MarkupElement, name?: string): MarkupElement[] {
  return children.filter(
    (child): child is MarkupElement => typeof child !== 'string' && (name === undefined || child.name === name),
  );
}

/** The first element of that name directly below. */
export function elementOf(element: MarkupElement | undefined, name: string): MarkupElement | undefined {
  return element?.children.find((child): child is MarkupElement => typeof child !== 'string' && child.name === name);
}

/** All elements of that name at any depth, in the order of the text. */
export function* elementsWithin(element: MarkupElement, name: string): Generator<MarkupElement> {
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    if (child.name === name) yield child;
    yield* elementsWithin(child, name);
  }
}

/** All text below an element, as it stands in the source. */
export function textWithin(element: MarkupElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textWithin(child))).join('');
}
