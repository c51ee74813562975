import { QueryClient, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { problemOf } from './problem.ts';
import { request, withQuery } from './request.ts';

/** What was read from the server; kept until something changed there (`watchChanges`). */
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

/** What a path is asked with. */
export type Query = Readonly<Record<string, string | number | null | undefined>>;

/** Reads a path of the API; null asks nothing yet. While filters of the same path change, the rows of before stay on screen. */
export function useReading<T>(path: string | null, query: Query = {}): UseQueryResult<T> {
  const address = path === null ? '' : withQuery(path, query);
  return useQuery<T, Error, T, readonly string[]>({
    queryKey: [path ?? '', address],
    queryFn: ({ signal }) => request<T>(address, { signal }),
    enabled: path !== null,
    placeholderData: (before, query) => (query?.queryKey[0] === path ? before : undefined),
  });
}

/** What was read of paths that begin so is read anew wherever it is shown. */
export async function readAnew(start = '/api/'): Promise<void> {
  await readings.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith(start) });
}
