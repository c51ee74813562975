import type { Session } from '../session/session.ts';

/** What a password must be like, as the server will judge it. */
export function passwordRule({ passwordProfile }: Pick<Session, 'passwordProfile'>): string {
  return passwordProfile === 'modern'
    ? '至少12个字符，不得使用常见密码；不要求定期更换。'
    : '至少8个字符，须包含大写字母、小写字母、数字、符号中的三类，每90天更换一次。';
}
