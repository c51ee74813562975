import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { Answer, EndpointName, PathOf } from './endpoint.ts';
import { type Query, read, withQuery } from './request.ts';

const pageSize = 200;

interface Page {
  readonly total: number;
  readonly rows: readonly unknown[];
}

/** A route that answers a list page by page. */
export type ListName = { [N in EndpointName]: Answer<N> extends Page ? N : never }[EndpointName];

/**
 * A whole list, page after page: people sort, filter, export and print all of it at once. Null asks nothing yet; while only the
 * query of the same path changes, the rows of before stay on screen.
 */
export function useWholeList<N extends ListName>(
  path: PathOf<N> | null,
  query: Query = {},
): UseQueryResult<Answer<N> & Page> {
  return useQuery<Answer<N> & Page, Error, Answer<N> & Page, readonly string[]>({
    queryKey: [path ?? '', 'whole', path === null ? '' : withQuery(path, query)],
    queryFn: async ({ signal }) => {
      if (path === null) throw new Error('nothing is asked yet');
      return everyPage((page) => read<N>(path, { query: { ...query, page, size: pageSize }, signal }));
    },
    enabled: path !== null,
    placeholderData: (before, earlier) => (earlier?.queryKey[0] === path ? before : undefined),
  });
}

/** The first page with the rows of all. */
export async function everyPage<A>(readPage: (page: number) => Promise<A>): Promise<A & Page> {
  const first = pageIn(await readPage(1));
  const rows = [...first.rows];
  for (let page = 2; rows.length < first.total; page += 1) {
    const next = pageIn(await readPage(page));
    if (next.rows.length === 0) break;
    rows.push(...next.rows);
  }
  return { ...first, rows };
}

// The compiler cannot see through the name of a route that its answer is a page.
function pageIn<A>(answer: A): A & Page {
  if (!isPage(answer)) throw new Error('the route does not answer a list');
  return answer;
}

function isPage<A>(answer: A): answer is A & Page {
  return typeof answer === 'object' && answer !== null && 'rows' in answer && Array.isArray(answer.rows);
}
