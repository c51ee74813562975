import { type Socket, createServer } from 'node:net';
import { once } from 'node:events';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type SmtpLine, createSmtpLine } from '../../../activities/mail/smtp-line.ts';
import { smtpSettings } from '../../../activities/mail/smtp-settings.ts';
import { mailCatcher } from '../../support/mail-catcher.ts';

// A server that says nothing is given up soon, yet one on a busy machine is not.
const patience = { connectionMs: 3_000, greetingMs: 1_500, socketMs: 1_500, mailMs: 4_000 };

function lineTo(url: string): SmtpLine {
  const line = createSmtpLine(smtpSettings(url), patience);
  onTestFinished(() => line.close());
  return line;
}

const content = Buffer.from('Subject: x\r\n\r\nbody\r\n');
const mail = { from: 'duban@duban.example', to: 'a@unit.example', content, mayGoOut: async () => true };

describe('a line to a mail server', () => {
  it('sends one mail after the other', async () => {
    const catcher = await mailCatcher();
    const line = lineTo(catcher.url);
    expect(await line.send(mail)).toMatchObject({ state: 'accepted', responseCode: 250 });
    expect(await line.send({ ...mail, to: 'b@unit.example' })).toMatchObject({ state: 'accepted' });
    expect(catcher.mails().map(({ to }) => to)).toEqual([['a@unit.example'], ['b@unit.example']]);
  });

  it('sends mails that are given to it at once one after the other, over one connection', async () => {
    const catcher = await mailCatcher();
    const line = lineTo(catcher.url);
    await line.send(mail);
    const receivers = ['b', 'c', 'd', 'e', 'f'].map((name) => `${name}@unit.example`);
    const outcomes = await Promise.all(receivers.map((to) => line.send({ ...mail, to })));
    expect(outcomes.map(({ state }) => state)).toEqual(receivers.map(() => 'accepted'));
    expect(catcher.mails().flatMap(({ to }) => to)).toEqual(['a@unit.example', ...receivers]);
  });

  it('holds the mail back when the claim is lost while the server waits for the content', async () => {
    const catcher = await mailCatcher();
    const line = lineTo(catcher.url);
    expect(await line.send({ ...mail, mayGoOut: async () => false })).toEqual({ state: 'claim-lost' });
    expect(await line.send(mail)).toMatchObject({ state: 'accepted' });
    expect(catcher.mails()).toHaveLength(1);
  });

  it('throws what kept the claim from being looked at, and sends nothing', async () => {
    const catcher = await mailCatcher();
    const away = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    await expect(lineTo(catcher.url).send({ ...mail, mayGoOut: () => Promise.reject(away) })).rejects.toBe(away);
    expect(catcher.mails()).toEqual([]);
  });

  it('asks for the claim only when the server has taken sender and receiver', async () => {
    const catcher = await mailCatcher();
    catcher.rejectMailbox('a@unit.example', true);
    let asked = 0;
    const outcome = await lineTo(catcher.url).send({ ...mail, mayGoOut: async () => ++asked > 0 });
    expect(outcome).toMatchObject({ state: 'failed', failureClass: 'mailbox', responseCode: 550 });
    expect(asked).toBe(0);
  });

  it.each([
    [{ kind: 'answer', at: 'recipient', code: 451 }, 'retry', 'mailbox'],
    [{ kind: 'answer', at: 'connect', code: 554 }, 'retry', 'service'],
    [{ kind: 'answer', at: 'connect', code: 421 }, 'retry', 'service'],
    [{ kind: 'answer', at: 'data', code: 554 }, 'failed', 'content'],
    [{ kind: 'answer', at: 'data', code: 452 }, 'retry', 'content'],
    [{ kind: 'refuse-connections' }, 'retry', 'connection'],
    [{ kind: 'hang', at: 'connect' }, 'retry', 'connection'],
    [{ kind: 'hang', at: 'data', isKept: true }, 'ambiguous', 'no-answer'],
    [{ kind: 'drop', at: 'data', isKept: true }, 'ambiguous', 'no-answer'],
    [{ kind: 'drop', at: 'data', isKept: false }, 'ambiguous', 'no-answer'],
  ] as const)('meets %o with %s, class %s, and works again afterwards', async (behaviour, state, failureClass) => {
    const catcher = await mailCatcher();
    const line = lineTo(catcher.url);
    await catcher.behave(behaviour);
    expect(await line.send(mail)).toMatchObject({ state, failureClass });
    await catcher.behave({ kind: 'accept' });
    expect(await line.send({ ...mail, to: 'b@unit.example' })).toMatchObject({ state: 'accepted' });
    expect(catcher.mails().at(-1)?.to).toEqual(['b@unit.example']);
  });

  it('opens a new connection when the server has ended the old one meanwhile', async () => {
    const catcher = await mailCatcher();
    const line = lineTo(catcher.url);
    await line.send(mail);
    await catcher.behave({ kind: 'refuse-connections' });
    await catcher.behave({ kind: 'accept' });
    expect(await line.send(mail)).toMatchObject({ state: 'accepted' });
    expect(catcher.mails()).toHaveLength(2);
  });

  it('logs in where the URL names a user, and says when the server refuses', async () => {
    const catcher = await mailCatcher();
    const url = catcher.url.replace('//', '//user:secret@');
    expect(await lineTo(url).send(mail)).toMatchObject({ state: 'accepted' });
    await catcher.behave({ kind: 'answer', at: 'authenticate', code: 535 });
    expect(await lineTo(url).send(mail)).toMatchObject({
      state: 'retry',
      failureClass: 'authentication',
      responseCode: 535,
    });
    await catcher.behave({ kind: 'answer', at: 'authenticate', code: 454 });
    expect(await lineTo(url).send(mail)).toMatchObject({ state: 'retry', failureClass: 'authentication' });
  });

  it('sends nothing without TLS where TLS is required', async () => {
    const catcher = await mailCatcher();
    const outcome = await lineTo(`${catcher.url}?requireTLS=true`).send(mail);
    expect(outcome).toMatchObject({ state: 'retry', failureClass: 'tls' });
    expect(catcher.mails()).toEqual([]);
  });

  it('takes a server that speaks no TLS for trouble with TLS', async () => {
    const catcher = await mailCatcher();
    const outcome = await lineTo(catcher.url.replace('smtp:', 'smtps:')).send(mail);
    expect(outcome).toMatchObject({ state: 'retry', failureClass: 'tls' });
  });

  it('gives up a server that trickles its answers and is never silent', async () => {
    const port = await tricklingServer();
    expect(await lineTo(`smtp://127.0.0.1:${port}`).send(mail)).toMatchObject({
      state: 'retry',
      failureClass: 'connection',
    });
  });
});

/** Greets and takes EHLO as it should, then answers MAIL FROM with one continuation line after another. */
async function tricklingServer(): Promise<number> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.write('220 ready\r\n');
    socket.on('data', (chunk) => {
      if (chunk.toString().startsWith('EHLO')) return void socket.write('250 hello\r\n');
      const timer = setInterval(() => socket.write('250-wait\r\n'), 20);
      socket.once('close', () => clearInterval(timer));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
