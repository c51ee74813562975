/** The one table from a refusal's code to its HTTP status; a rule that is not named here refuses with 422. */
const statuses: Readonly<Record<string, number>> = {
  'bad-request': 400,
  'not-signed-in': 401,
  'sign-in-failed': 401,
  'second-factor-failed': 401,
  'not-permitted': 403,
  'seat-not-held': 403,
  'seat-not-chosen': 403,
  'password-expired': 403,
  'foreign-origin': 403,
  'unknown-route': 404,
  'unknown-plan': 404,
  'unknown-task': 404,
  'unknown-unit': 404,
  'unknown-person': 404,
  'unknown-return': 404,
  'unknown-evidence': 404,
  'unknown-order': 404,
  'unknown-objection': 404,
  'unknown-finding': 404,
  'unknown-change': 404,
  'unknown-sheet': 404,
  'wrong-method': 405,
  'other-content': 409,
  'seat-changed': 409,
  'draft-moved': 409,
  'too-large': 413,
  'unknown-kind-of-file': 415,
  'too-many-requests': 429,
  'sign-in-delayed': 429,
  unconfirmed: 503,
};

/** The status with which a refusal of this code is answered. */
export function statusOf(code: string): number {
  return statuses[code] ?? 422;
}

/** The title of a status, as pages show it above the text. */
export function titleOf(status: number): string {
  return titles[status] ?? '不能办理';
}

const titles: Readonly<Record<number, string>> = {
  400: '请求有误',
  401: '请先登录',
  403: '没有权限',
  404: '没有找到',
  405: '方法不对',
  409: '内容已有变动',
  413: '内容过大',
  415: '文件类型不支持',
  429: '操作过于频繁',
  500: '系统出错',
  503: '尚未确认',
};
