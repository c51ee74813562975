import { elementOf, elementsOf, type MarkupElement } from '../markup.ts';

/** One level of a list: how its number is written, where it begins, and which higher level starts it again. */
export interface NumberingLevel {
  readonly start: number;
  readonly form: string;
  /** With %1 to %9 for the numbers of the levels. */
  readonly pattern: string;
  /** Numbers of higher levels are written in digits here, whatever their own form. */
  readonly isLegal: boolean;
  /** Levels below this one (counted from 1) start it again; 0 never does. */
  readonly restartsAfter: number | null;
  readonly styleId: string | null;
}

/** A list as paragraphs name it; lists of one `counterId` count on together. */
export interface NumberingList {
  readonly counterId: string;
  readonly levels: ReadonlyMap<number, NumberingLevel>;
  /** Levels that this list starts anew when it is used for the first time. */
  readonly starts: ReadonlyMap<number, number>;
}

/** Lists by the id that paragraphs use, from the part that defines them. */
export function numberingLists(root: MarkupElement): ReadonlyMap<string, NumberingList> {
  const definitions = elementOf(root, 'w:numbering');
  if (definitions === undefined) return new Map();
  const abstracts = new Map(
    elementsOf(definitions, 'w:abstractNum').map((one) => [one.attributes['w:abstractNumId'] ?? '', one]),
  );
  const byStyle = new Map(
    [...abstracts.values()].flatMap((one): [string, MarkupElement][] => {
      const style = valueOf(one, 'w:styleLink');
      return style === null ? [] : [[style, one]];
    }),
  );
  return new Map(
    elementsOf(definitions, 'w:num').map((list): [string, NumberingList] => {
      const named = abstracts.get(valueOf(list, 'w:abstractNumId') ?? '');
      // A list may stand for a list style, whose levels another definition holds.
      const abstract = byStyle.get(valueOf(named, 'w:numStyleLink') ?? '') ?? named;
      return [list.attributes['w:numId'] ?? '', listOf(list, abstract)];
    }),
  );
}

function listOf(list: MarkupElement, abstract: MarkupElement | undefined): NumberingList {
  const levels = new Map((abstract === undefined ? [] : elementsOf(abstract, 'w:lvl')).map(levelEntry));
  const starts = new Map<number, number>();
  for (const override of elementsOf(list, 'w:lvlOverride')) {
    const index = Number(override.attributes['w:ilvl'] ?? 0);
    const own = elementOf(override, 'w:lvl');
    if (own !== undefined) levels.set(...levelEntry(own));
    const start = valueOf(override, 'w:startOverride');
    if (start !== null) starts.set(index, Number(start));
  }
  return { counterId: abstract?.attributes['w:abstractNumId'] ?? '', levels, starts };
}

function levelEntry(level: MarkupElement): [number, NumberingLevel] {
  const restart = valueOf(level, 'w:lvlRestart');
  return [
    Number(level.attributes['w:ilvl'] ?? 0),
    {
      start: Number(valueOf(level, 'w:start') ?? 0),
      form: formOf(level),
      pattern: valueOf(level, 'w:lvlText') ?? '',
      isLegal: isOn(elementOf(level, 'w:isLgl')),
      restartsAfter: restart === null ? null : Number(restart),
      styleId: valueOf(level, 'w:pStyle'),
    },
  ];
}

/** Newer forms stand beside an older one for programs that do not know them. */
function formOf(level: MarkupElement): string {
  const choice = elementOf(elementOf(level, 'mc:AlternateContent'), 'mc:Fallback');
  return valueOf(level, 'w:numFmt') ?? valueOf(choice, 'w:numFmt') ?? 'decimal';
}

/** The `w:val` of a child; `null` where either is missing. */
export function valueOf(element: MarkupElement | undefined, child: string): string | null {
  return elementOf(element, child)?.attributes['w:val'] ?? null;
}

/** Whether a switch such as `w:vanish` is there and not turned off. */
export function isOn(element: MarkupElement | undefined): boolean {
  return element !== undefined && !['0', 'false', 'off'].includes(element.attributes['w:val'] ?? '');
}
