import type { Socket } from 'node:net';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import { type CaughtMail, mailFolder } from './caught-mail.ts';
import { type MailBehaviour, smtpAnswer } from './mail-behaviour.ts';

/** An SMTP server on the loopback address that keeps what it accepts and delivers nothing. */
export interface MailCatcher {
  readonly url: string;
  readonly port: number;
  /** Everything accepted so far, earlier starts on the same folder included. */
  readonly mails: () => readonly CaughtMail[];
  /** From now on, for open connections too. */
  readonly behave: (behaviour: MailBehaviour) => Promise<void>;
  /** From now on answers 550 for this address, or takes mail for it again. */
  readonly rejectMailbox: (address: string, isRejected: boolean) => void;
  readonly close: () => Promise<void>;
}

/** Starts the catcher on `port` (0: any free one) with its mails under `folder`. */
export async function startMailCatcher({
  folder,
  port,
}: {
  readonly folder: string;
  readonly port: number;
}): Promise<MailCatcher> {
  let behaviour: MailBehaviour = { kind: 'accept' };
  const rejected = new Set<string>();
  const { mails, keep } = mailFolder(folder);
  const sockets = new Map<number, Socket>();
  const take = async (text: Buffer, session: SMTPServerSession): Promise<DataAnswer> => {
    const fault = faultAtData(behaviour);
    if (fault?.kind === 'answer') return { error: smtpAnswer(fault.code) };
    const mail = fault?.isKept === false ? null : await keep(envelopeOf(session), text);
    if (fault === null) return { error: null, text: `kept as ${mail?.number}` };
    if (fault.kind === 'drop') sockets.get(session.remotePort)?.destroy();
    return 'none';
  };
  const server = new SMTPServer({
    ...steps(() => behaviour, rejected),
    disabledCommands: ['STARTTLS'],
    authOptional: true,
    allowInsecureAuth: true,
    disableReverseLookup: true,
    onData(stream, session, callback) {
      void collect(stream)
        .then((text) => take(text, session))
        .then((answer) => answer !== 'none' && callback(answer.error, answer.text), callback);
    },
  });
  // A client that breaks off is its own affair; the catcher goes on.
  server.on('error', () => {});
  server.server.on('connection', (socket: Socket) => {
    const key = socket.remotePort ?? 0;
    sockets.set(key, socket);
    socket.once('close', () => sockets.delete(key));
  });
  const door = doorOf(server, sockets);
  const boundPort = await door.open(port);
  const behave = async (next: MailBehaviour): Promise<void> => {
    behaviour = next;
    await (next.kind === 'refuse-connections' ? door.shut() : door.open(boundPort));
  };
  const rejectMailbox = (address: string, isRejected: boolean): void => {
    if (isRejected) rejected.add(address.toLowerCase());
    else rejected.delete(address.toLowerCase());
  };
  return { url: `smtp://127.0.0.1:${boundPort}`, port: boundPort, mails, behave, rejectMailbox, close: door.shut };
}

type DataAnswer = 'none' | { readonly error: Error | null; readonly text?: string };

function faultAtData(behaviour: MailBehaviour) {
  const isFault =
    (behaviour.kind === 'answer' || behaviour.kind === 'hang' || behaviour.kind === 'drop') && behaviour.at === 'data';
  return isFault ? behaviour : null;
}

type Answer = (error?: Error | null) => void;

function steps(behaviour: () => MailBehaviour, rejected: ReadonlySet<string>) {
  const failing = (at: 'connect' | 'authenticate' | 'recipient'): Error | null => {
    const now = behaviour();
    return now.kind === 'answer' && now.at === at ? smtpAnswer(now.code) : null;
  };
  return {
    onConnect(_session: SMTPServerSession, callback: Answer) {
      const now = behaviour();
      if (now.kind !== 'hang' || now.at !== 'connect') callback(failing('connect'));
    },
    onAuth(
      _auth: unknown,
      _session: SMTPServerSession,
      callback: (error: Error | null, response?: { user: string }) => void,
    ) {
      callback(failing('authenticate'), { user: 'anybody' });
    },
    onRcptTo({ address }: { address: string }, _session: SMTPServerSession, callback: Answer) {
      callback(rejected.has(address.toLowerCase()) ? smtpAnswer(550) : failing('recipient'));
    },
  };
}

async function collect(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function envelopeOf({ envelope }: SMTPServerSession): Pick<CaughtMail, 'from' | 'to'> {
  const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
  return { from, to: envelope.rcptTo.map(({ address }) => address) };
}

/** The listening socket alone: it can be shut and opened again on the same port while the catcher lives. */
function doorOf(server: SMTPServer, sockets: ReadonlyMap<number, Socket>) {
  const open = (port: number): Promise<number> =>
    new Promise((resolve, reject) => {
      if (server.server.listening) return resolve(port);
      server.server.once('error', reject);
      server.server.listen({ port, host: '127.0.0.1' }, () => {
        server.server.off('error', reject);
        const address = server.server.address();
        resolve(typeof address === 'object' && address !== null ? address.port : port);
      });
    });
  const shut = (): Promise<void> =>
    new Promise((resolve) => {
      for (const socket of sockets.values()) socket.destroy();
      if (server.server.listening) server.server.close(() => resolve());
      else resolve();
    });
  return { open, shut };
}
