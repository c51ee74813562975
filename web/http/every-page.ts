import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { RegisterPageBody } from '../../api/schemas/register.ts';
import { type Query, read, withQuery } from './request.ts';

const pageSize = 200;

/** The whole register of a plan, page after page: people sort, filter and print all of it at once. */
export function useWholeRegister(planId: string, query: Query): UseQueryResult<RegisterPageBody> {
  const path = `/api/plans/${planId}/register` as const;
  return useQuery({
    queryKey: [path, withQuery(path, query)],
    queryFn: async ({ signal }) => {
      const readPage = (page: number) => read<'register'>(path, { query: { ...query, page, size: pageSize }, signal });
      const first = await readPage(1);
      const rows = [...first.rows];
      for (let page = 2; rows.length < first.total; page += 1) {
        const next = await readPage(page);
        if (next.rows.length === 0) break;
        rows.push(...next.rows);
      }
      return { ...first, rows };
    },
  });
}
