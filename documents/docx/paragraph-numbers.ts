import { elementOf, type MarkupElement } from '../markup.ts';
import { listNumber } from './list-number.ts';
import { type NumberingLevel, type NumberingList, valueOf } from './numbering-levels.ts';
import type { ParagraphStyle } from './paragraph-styles.ts';

/**
 * Counts through the paragraphs of a document in their order and says the number that Word prints before each; '' where it
 * prints none. It has to see every paragraph once, the empty ones too.
 */
export function paragraphNumbers(
  lists: ReadonlyMap<string, NumberingList>,
  styleOf: (styleId: string | null) => ParagraphStyle,
): (paragraph: MarkupElement) => string {
  const counters = new Map<string, (number | undefined)[]>();
  const begun = new Set<string>();
  return (paragraph) => {
    const properties = elementOf(paragraph, 'w:pPr');
    const numbering = elementOf(properties, 'w:numPr');
    const styleId = valueOf(properties, 'w:pStyle');
    const style = styleOf(styleId);
    const listId = valueOf(numbering, 'w:numId') ?? style.listId;
    const list = listId === null || listId === '0' ? undefined : lists.get(listId);
    if (list === undefined || listId === null) return '';
    const own = valueOf(numbering, 'w:ilvl');
    const index = own === null ? (styleLevel(list, styleId) ?? style.level ?? 0) : Number(own);
    const level = list.levels.get(index);
    if (level === undefined) return '';
    const counts = counters.get(list.counterId) ?? [];
    counters.set(list.counterId, counts);
    if (!begun.has(listId)) {
      begun.add(listId);
      for (const [at, start] of list.starts) counts[at] = start - 1;
    }
    count(counts, index, list);
    return printed(counts, level, list);
  };
}

/** A list can tie its levels to styles: heading 2 is then on level 2 without saying so. */
function styleLevel({ levels }: NumberingList, styleId: string | null): number | null {
  if (styleId === null) return null;
  for (const [index, level] of levels) if (level.styleId === styleId) return index;
  return null;
}

function count(counts: (number | undefined)[], index: number, { levels }: NumberingList): void {
  for (let above = 0; above < index; above += 1) counts[above] ??= levels.get(above)?.start ?? 1;
  counts[index] = (counts[index] ?? (levels.get(index)?.start ?? 1) - 1) + 1;
  for (let below = index + 1; below < counts.length; below += 1) {
    const after = levels.get(below)?.restartsAfter ?? null;
    if (after === null || (after > 0 && index < after)) counts[below] = undefined;
  }
}

function printed(counts: readonly (number | undefined)[], level: NumberingLevel, { levels }: NumberingList): string {
  if (level.form === 'bullet' || level.form === 'none') return '';
  const text = level.pattern.replace(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1;
    const form = level.isLegal ? 'decimal' : (levels.get(at)?.form ?? 'decimal');
    const value = counts[at] ?? 1;
    return listNumber(value, form) ?? '';
  });
  // Where the number ends in a sign of its own, what follows it on the page is only layout.
  return text === '' || /[、.．。:：)）\]】〕]$/.test(text) ? text : `${text} `;
}
