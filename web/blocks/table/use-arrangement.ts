import { useView } from '../../start/address.ts';
import type { Arrangement } from './arrange-rows.ts';

/** How the table is arranged, read from and written to the address; `name` keeps two tables on one page apart. */
export function useArrangement(name = ''): {
  readonly arrangement: Arrangement;
  readonly page: number;
  readonly arrange: (changes: Readonly<Record<string, string | null>>) => void;
  readonly turn: (page: number) => void;
} {
  const { view, setView } = useView();
  const own = (key: string): string => (name === '' ? key : `${name}.${key}`);
  const start = own('f.');
  const filters = Object.fromEntries(
    Object.entries(view).flatMap(([key, value]) => (key.startsWith(start) ? [[key.slice(start.length), value]] : [])),
  );
  const named = (changes: Readonly<Record<string, string | null>>) =>
    Object.fromEntries(Object.entries(changes).map(([key, value]) => [own(key), value]));
  return {
    arrangement: { search: view[own('q')] ?? '', sort: view[own('sort')] ?? '', filters },
    page: Math.max(1, Number(view[own('page')] ?? '1') || 1),
    // Another arrangement begins on its first page.
    arrange: (changes) => setView(named({ page: null, ...changes })),
    turn: (page) => setView(named({ page: page === 1 ? null : String(page) })),
  };
}
