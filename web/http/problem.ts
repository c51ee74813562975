/** What went wrong with a request, in words for the person who made it. */
export interface Problem {
  /** 0 where no answer came at all. */
  readonly status: number;
  readonly code: string;
  readonly text: string;
  /** The field of the form that the refusal is about. */
  readonly field: string | null;
  /** Number under which the server's log has it, for 500s. */
  readonly reference: string | null;
}

/** Thrown by everything that asks the server. */
export class RequestFailure extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.text);
    this.name = 'RequestFailure';
    this.problem = problem;
  }
}

/** The problem of any error; one that is no answer of the server is a mistake of the page and says so. */
export function problemOf(error: unknown): Problem {
  if (error instanceof RequestFailure) return error.problem;
  const text = '页面出现错误，请刷新后重试；已填写的内容保留在本机。';
  return { status: -1, code: 'page-error', text, field: null, reference: null };
}

/** Whether it is unknown if the act was recorded: sending the same again is safe, and is the thing to do. */
export function isUnconfirmed({ status }: Problem): boolean {
  return status === 0 || status === 502 || status === 503 || status === 504;
}

/** No answer: the line, the server or a browser that went offline. */
export const noAnswer: Problem = {
  status: 0,
  code: 'no-answer',
  text: '未能连接服务器，请检查网络。已填写的内容保留在本机。',
  field: null,
  reference: null,
};

/** The problem that an answer tells, whatever it looks like: a proxy in between may answer in its own way. */
export function problemFrom(status: number, body: unknown): Problem {
  const told = typeof body === 'object' && body !== null ? body : {};
  const text = (name: string): string | null => {
    const value: unknown = Reflect.get(told, name);
    return typeof value === 'string' && value !== '' ? value : null;
  };
  return {
    status,
    code: text('code') ?? `status-${status}`,
    text: text('detail') ?? text('title') ?? statusText(status),
    field: firstField(Reflect.get(told, 'fields')),
    // Only a failure of the server's own is to be looked for in its log.
    reference: status >= 500 && status !== 503 ? text('requestId') : null,
  };
}

// The place within the request, `act.reason`; forms name their fields as the act's schema does.
function firstField(fields: unknown): string | null {
  const first: unknown = Array.isArray(fields) ? fields[0] : null;
  if (typeof first !== 'object' || first === null) return null;
  const path: unknown = Reflect.get(first, 'path');
  return typeof path === 'string' ? (path.split('.').at(-1) ?? null) : null;
}

function statusText(status: number): string {
  switch (status) {
    case 401:
      return '登录已失效，请重新登录。';
    case 403:
      return '当前岗位不能办理此事项。';
    case 404:
      return '没有找到所要的内容。';
    case 413:
      return '提交的内容过大。';
    case 429:
      return '操作过于频繁，请稍后再试。';
    case 503:
      return '尚未确认，可以再次提交，不会重复记录。';
    default:
      return `服务器未能办理（${status}），请稍后再试。`;
  }
}
