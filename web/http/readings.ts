import { QueryClient, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { Answer, EndpointName, PathOf } from './endpoint.ts';
import { problemOf } from './problem.ts';
import { type Query, read, withQuery } from './request.ts';

/** What was read from the server; kept until something changed there (`useWatchedChanges`). */
export const readings = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // A refusal stays one; only a server that is away is asked again.
      retry: (count, error) => count < 2 && [0, 502, 503, 504].includes(problemOf(error).status),
    },
    mutations: { retry: false },
  },
});

/** Reads a route; null asks nothing yet. While only the query of the same path changes, the rows of before stay on screen. */
export function useReading<N extends EndpointName>(
  path: PathOf<N> | null,
  query: Query = {},
): UseQueryResult<Answer<N>> {
  const address = path === null ? '' : withQuery(path, query);
  return useQuery<Answer<N>, Error, Answer<N>, readonly string[]>({
    queryKey: [path ?? '', address],
    queryFn: ({ signal }) => {
      if (path === null) throw new Error('nothing is asked yet');
      return read<N>(path, { query, signal });
    },
    enabled: path !== null,
    placeholderData: (before, earlier) => (earlier?.queryKey[0] === path ? before : undefined),
  });
}

/** What was read of paths that begin so is read anew wherever it is shown. */
export async function readAnew(start = '/api/'): Promise<void> {
  await readings.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith(start) });
}
