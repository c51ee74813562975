import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { describe, expect, it } from 'vitest';
import { readCaughtMails } from '../../embedded/caught-mail.ts';
import { startMailCatcher } from '../../embedded/mail-catcher.ts';
import { mailCatcher } from '../support/mail-catcher.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const letter = { from: 'duban@duban.invalid', to: ['a@unit.invalid', 'b@unit.invalid'], subject: '提醒', text: '9 行' };

function send(url: string, messageId: string, to: readonly string[] = letter.to) {
  const transport = createTransport({ url, connectionTimeout: 500, greetingTimeout: 500, socketTimeout: 500 });
  return transport.sendMail({ ...letter, to: [...to], messageId });
}

describe('the mail catcher', () => {
  it('keeps each accepted mail as a file and names it in its index', async () => {
    const folder = temporaryFolder();
    const catcher = await startMailCatcher({ folder, port: 0 });
    await send(catcher.url, '<one@duban.invalid>');
    await catcher.close();

    const [mail] = readCaughtMails(folder);
    expect(mail).toMatchObject({ number: 1, from: letter.from, to: letter.to, messageId: '<one@duban.invalid>' });
    expect(readFileSync(join(folder, mail?.file ?? ''), 'utf8')).toContain('Message-ID: <one@duban.invalid>');
  });

  it('goes on counting when it is started again on the same folder', async () => {
    const folder = temporaryFolder();
    for (const messageId of ['<one@duban.invalid>', '<two@duban.invalid>']) {
      const catcher = await startMailCatcher({ folder, port: 0 });
      await send(catcher.url, messageId);
      await catcher.close();
    }
    expect(readCaughtMails(folder).map(({ number, file }) => [number, file])).toEqual([
      [1, '000001.eml'],
      [2, '000002.eml'],
    ]);
  });

  it('answers 550 for a dead mailbox and takes mail for the others', async () => {
    const catcher = await mailCatcher();
    catcher.rejectMailbox('B@unit.invalid', true);
    const sent = await send(catcher.url, '<one@duban.invalid>');
    expect(sent.rejected).toEqual(['b@unit.invalid']);
    expect(catcher.mails().map(({ to }) => to)).toEqual([['a@unit.invalid']]);

    catcher.rejectMailbox('b@unit.invalid', false);
    await send(catcher.url, '<two@duban.invalid>');
    expect(catcher.mails()[1]?.to).toEqual(letter.to);
  });

  it.each([
    { at: 'connect', code: 421 },
    { at: 'recipient', code: 451 },
    { at: 'data', code: 451 },
    { at: 'data', code: 554 },
  ] as const)('answers $code at the step $at, keeps nothing, and then accepts again', async ({ at, code }) => {
    const catcher = await mailCatcher();
    await catcher.behave({ kind: 'answer', at, code });
    await expect(send(catcher.url, '<one@duban.invalid>')).rejects.toMatchObject({ responseCode: code });
    expect(catcher.mails()).toEqual([]);

    await catcher.behave({ kind: 'accept' });
    await send(catcher.url, '<one@duban.invalid>');
    expect(catcher.mails()).toHaveLength(1);
  });

  it('refuses a login when it is told to', async () => {
    const catcher = await mailCatcher();
    const url = catcher.url.replace('//', '//officer:secret@');
    await send(url, '<one@duban.invalid>');
    await catcher.behave({ kind: 'answer', at: 'authenticate', code: 535 });
    await expect(send(url, '<two@duban.invalid>')).rejects.toMatchObject({ code: 'EAUTH', responseCode: 535 });
  });

  it('refuses connections when it is told to, and listens on the same port again afterwards', async () => {
    const catcher = await mailCatcher();
    await catcher.behave({ kind: 'refuse-connections' });
    await expect(send(catcher.url, '<one@duban.invalid>')).rejects.toMatchObject({ code: 'ESOCKET' });
    await catcher.behave({ kind: 'accept' });
    await send(catcher.url, '<one@duban.invalid>');
    expect(catcher.mails()).toHaveLength(1);
  });

  it.each([
    { behaviour: { kind: 'drop', at: 'data', isKept: true }, kept: 1 },
    { behaviour: { kind: 'drop', at: 'data', isKept: false }, kept: 0 },
    { behaviour: { kind: 'hang', at: 'data', isKept: true }, kept: 1 },
    { behaviour: { kind: 'hang', at: 'connect' }, kept: 0 },
  ] as const)('leaves the sender without an answer: $behaviour', async ({ behaviour, kept }) => {
    const catcher = await mailCatcher();
    await catcher.behave(behaviour);
    await expect(send(catcher.url, '<one@duban.invalid>')).rejects.not.toHaveProperty('responseCode');
    expect(catcher.mails()).toHaveLength(kept);
  });
});
