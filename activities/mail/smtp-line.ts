import type { NodemailerError } from 'nodemailer/lib/errors.js';
import SmtpConnection from 'nodemailer/lib/smtp-connection';
import { failureOutcome } from './failure-outcome.ts';
import { ClaimLost, gatedContent } from './gated-content.ts';
import type { SendOutcome } from './send-outcome.ts';
import type { SmtpSettings } from './smtp-settings.ts';

/** How long a line waits for the server, in milliseconds. */
export interface SmtpPatience {
  readonly connectionMs: number;
  readonly greetingMs: number;
  /** Of silence. */
  readonly socketMs: number;
  /** For one mail as a whole: a server that trickles its answers is never silent. */
  readonly mailMs: number;
}

/** One mail for the wire. */
export interface WireMail {
  readonly from: string;
  readonly to: string;
  readonly content: Buffer;
  /** Asked when the server is ready for the content; false holds it back. */
  readonly mayGoOut: () => Promise<boolean>;
}

/** One connection to a mail server, opened when it is first needed and again when it was lost; one mail at a time. */
export interface SmtpLine {
  readonly send: (mail: WireMail) => Promise<SendOutcome>;
  readonly close: () => void;
}

// Servers limit the mails of one connection; a new one costs little.
const mailsPerConnection = 500;

/** A line to this server. Nothing is thrown for what the server does: that is in the outcome. */
export function createSmtpLine(settings: SmtpSettings, patience: SmtpPatience): SmtpLine {
  let open: { readonly connection: SmtpConnection; readonly sent: number } | null = null;
  const close = (): void => {
    open?.connection.quit();
    open = null;
  };
  const attempt = async (mail: WireMail): Promise<Attempt> => {
    const gate = gateOf(mail);
    try {
      open ??= { connection: await connect(settings, patience), sent: 0 };
      const { connection, sent } = open;
      const response = await withinMs(patience.mailMs, connection, transmit(connection, mail, gate.mayGoOut));
      open = { connection, sent: sent + 1 };
      if (open.sent >= mailsPerConnection) close();
      return {
        outcome: { state: 'accepted', responseCode: Number(response.slice(0, 3)) || null, response },
        isCut: false,
      };
    } catch (error) {
      // After a refusal too: a new connection costs little, a dialogue out of step could cost a mail.
      open?.connection.close();
      open = null;
      return failedAttempt(error, gate);
    }
  };
  const sendNow = async (mail: WireMail): Promise<SendOutcome> => {
    const wasOpen = open !== null;
    const first = await attempt(mail);
    // The server may have ended an idle connection at this very moment: with a new one it costs nobody a retry.
    return wasOpen && first.isCut ? (await attempt(mail)).outcome : first.outcome;
  };
  let queue: Promise<unknown> = Promise.resolve();
  const send = (mail: WireMail): Promise<SendOutcome> => {
    // Two deliveries of one process may share the line: a dialogue holds one mail at a time.
    const sending = queue.then(() => sendNow(mail));
    queue = sending.catch(() => {});
    return sending;
  };
  return { send, close };
}

interface Attempt {
  readonly outcome: SendOutcome;
  /** The connection ended before the content went out. */
  readonly isCut: boolean;
}

interface Gate {
  readonly mayGoOut: () => Promise<boolean>;
  readonly isContentOut: () => boolean;
  /** What kept the question from being answered; null where nothing did. */
  readonly trouble: () => unknown;
}

function gateOf({ mayGoOut }: WireMail): Gate {
  let isContentOut = false;
  let trouble: unknown = null;
  const ask = async (): Promise<boolean> => {
    try {
      return (isContentOut = await mayGoOut());
    } catch (error) {
      trouble = error;
      throw error;
    }
  };
  return { mayGoOut: ask, isContentOut: () => isContentOut, trouble: () => trouble };
}

function failedAttempt(error: unknown, gate: Gate): Attempt {
  if (gate.trouble() !== null) throw gate.trouble();
  if (error instanceof ClaimLost) return { outcome: { state: 'claim-lost' }, isCut: false };
  if (!isSmtpError(error)) throw error;
  const isCut = !gate.isContentOut() && (error.code === 'ECONNECTION' || error.code === 'ESOCKET');
  return { outcome: failureOutcome(error, gate.isContentOut()), isCut };
}

async function connect(settings: SmtpSettings, patience: SmtpPatience): Promise<SmtpConnection> {
  const connection = new SmtpConnection({
    host: settings.host,
    port: settings.port,
    secure: settings.isSecure,
    requireTLS: settings.requiresTls,
    connectionTimeout: patience.connectionMs,
    greetingTimeout: patience.greetingMs,
    socketTimeout: patience.socketMs,
    // Nothing is waited for once we are done.
    socketCloseTimeout: 1_000,
  });
  await new Promise<void>((resolve, reject) => {
    // Stays for the life of the connection: later errors come through the callbacks too, and an emitter without a listener throws.
    connection.on('error', reject);
    connection.connect((error) => (error ? reject(error) : resolve()));
  });
  await authenticate(connection, settings);
  return connection;
}

async function authenticate(connection: SmtpConnection, { auth }: SmtpSettings): Promise<void> {
  if (auth === null) return;
  if (!connection.allowsAuth) {
    connection.quit();
    throw Object.assign(new Error('邮件服务器不接受登录，而设置中给出了用户名'), { code: 'ENOAUTH' });
  }
  await new Promise<void>((resolve, reject) => {
    connection.once('error', reject);
    connection.login({ ...auth }, (error) => (error ? reject(error) : resolve()));
  });
}

function transmit(connection: SmtpConnection, mail: WireMail, mayGoOut: () => Promise<boolean>): Promise<string> {
  return new Promise((resolve, reject) => {
    const envelope = { from: mail.from, to: [mail.to], size: mail.content.length };
    connection.send(envelope, gatedContent(mail.content, mayGoOut), (error, sent) =>
      error ? reject(error) : resolve(sent.response),
    );
  });
}

async function withinMs<T>(limitMs: number, connection: SmtpConnection, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      connection.close();
      reject(Object.assign(new Error('邮件服务器在时限内没有完成应答'), { code: 'ETIMEDOUT' }));
    }, limitMs);
  });
  try {
    return await Promise.race([work, deadline]);
  } finally {
    clearTimeout(timer);
  }
}

function isSmtpError(error: unknown): error is NodemailerError {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && /^E[A-Z]/.test(error.code);
}
