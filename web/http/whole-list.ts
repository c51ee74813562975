import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { Answer, EndpointName, PathOf } from './endpoint.ts';
import { type Page, everyPage } from './every-page.ts';
import { type Query, read, withQuery } from './request.ts';

const pageSize = 200;

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
