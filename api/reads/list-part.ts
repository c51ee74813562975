import type { ListPart } from '../../store/read/list-page.ts';
import type { ListAsked, PageBody } from '../schemas/paging.ts';
import type { Sight } from '../sight.ts';

/** The part of a list that a query asks of the store; words are also looked for in the names of units. */
export function listPart({ page, size, search, order }: ListAsked, { units }: Pick<Sight, 'units'>): ListPart {
  const isCalledSo = ({ name, fullName }: Sight['units'][number]): boolean => says([name, fullName], search ?? '');
  return {
    search:
      search === undefined ? null : { words: search, unitIds: units.filter(isCalledSo).map(({ unitId }) => unitId) },
    descending: order === 'desc',
    offset: (page - 1) * size,
    limit: size,
  };
}

/** By what lines that were computed are found and sorted. */
export interface LineRules<L, S extends string> {
  readonly texts: (line: L) => readonly (string | null)[];
  readonly sorts: Readonly<Record<S, (line: L) => string | number | null>>;
}

// As the tables on screen sort: Chinese by its sound, numbers in texts by their value; days and moments by time.
const chinese = new Intl.Collator('zh-CN', { numeric: true });

/** The page that was asked for of lines that were computed: those that say the words, in order; what has no value comes last. */
export function pageOfLines<L, S extends string>(
  lines: readonly L[],
  { page, size, search, sort, order }: ListAsked<S>,
  { texts, sorts }: LineRules<L, S>,
): PageBody<L> {
  const found = search === undefined ? lines : lines.filter((line) => says(texts(line), search));
  const direction = order === 'desc' ? -1 : 1;
  const sorted = found.toSorted((one, other) => {
    const [a, b] = [sorts[sort](one), sorts[sort](other)];
    if (a === b) return 0;
    if (a === null || b === null) return a === null ? 1 : -1;
    return direction * (typeof a === 'number' && typeof b === 'number' ? a - b : chinese.compare(String(a), String(b)));
  });
  return { total: found.length, page, size, rows: sorted.slice((page - 1) * size, page * size) };
}

function says(texts: readonly (string | null)[], words: string): boolean {
  const wanted = words.toLowerCase();
  return texts.some((text) => text?.toLowerCase().includes(wanted) === true);
}
