/** Where a mail server is and how to enter it. */
export interface SmtpSettings {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; without it STARTTLS is used where the server offers it. */
  readonly isSecure: boolean;
  /** No mail without TLS. */
  readonly requiresTls: boolean;
  readonly auth: { readonly user: string; readonly pass: string } | null;
}

/**
 * Reads `smtp://user:password@host:port` or `smtps://…`; `?requireTLS=true` insists on STARTTLS. Throws a Chinese message
 * for anything else.
 */
export function smtpSettings(url: string): SmtpSettings {
  const { protocol, hostname, port, username, password, searchParams } = new URL(url);
  if (protocol !== 'smtp:' && protocol !== 'smtps:') {
    throw new Error(`邮件服务器地址应以 smtp:// 或 smtps:// 开头，现为 ${protocol}//`);
  }
  const isSecure = protocol === 'smtps:';
  return {
    host: hostname.replace(/^\[(.*)\]$/, '$1'),
    port: port === '' ? (isSecure ? 465 : 587) : Number(port),
    isSecure,
    requiresTls: searchParams.get('requireTLS') === 'true',
    auth: username === '' ? null : { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
  };
}
