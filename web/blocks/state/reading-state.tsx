import { Button } from 'antd';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { problemOf } from '../../http/problem.ts';
import { ForbiddenPage, NotFoundPage } from './outcome-pages.tsx';
import { ProblemNotice } from './problem-notice.tsx';

/** Shows what was read, or that it is being read, is missing, is not for this seat, or could not be read. */
export function Reading<T>({
  of,
  children,
}: {
  readonly of: UseQueryResult<T>;
  readonly children: (value: T) => ReactNode;
}) {
  if (of.data !== undefined) return children(of.data);
  if (!of.isError) return <Waiting />;
  const problem = problemOf(of.error);
  if (problem.status === 403) return <ForbiddenPage text={problem.text} />;
  if (problem.status === 404) return <NotFoundPage text={problem.text} />;
  return (
    <ProblemNotice
      problem={{ ...problem, text: readText(problem.status, problem.text) }}
      again={() => void of.refetch()}
    />
  );
}

function readText(status: number, text: string): string {
  return status === 503 ? '服务暂时不可用，请稍后重试。' : text;
}

/** Something is being read; said to screen readers too. */
export function Waiting() {
  return (
    <div className="waiting" role="status">
      正在读取……
    </div>
  );
}

/** A list without rows: what that means, and what one may do about it. */
export function Nothing({
  text,
  action,
}: {
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}) {
  return (
    <div className="nothing">
      <p>{text}</p>
      {action === undefined ? null : <Button onClick={action.run}>{action.label}</Button>}
    </div>
  );
}
