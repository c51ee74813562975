import { simpleParser } from 'mailparser';
import { describe, expect, it } from 'vitest';
import { composeMail, senderOf } from '../../../activities/mail/compose-mail.ts';
import { instant } from '../../../domain/instant.ts';

const mail = {
  id: '00000000-0000-4000-8000-000000000001',
  messageId: '<00000000-0000-4000-8000-000000000001@duban.example>',
  from: senderOf('督办 <duban@duban.example>'),
  to: 'a@unit.example',
  subject: '【督办】季度进展情况表，9 行，10月12日前，还剩3个工作日（2022年第三季度）',
  text: '一行\n.\n..两点\n',
  html: '<p>一行</p>',
  madeAt: instant('2022-10-09T01:00:00.000Z'),
};

describe('a composed mail', () => {
  it('reads back as it was written', async () => {
    const parsed = await simpleParser(await composeMail(mail));
    expect(parsed).toMatchObject({ subject: mail.subject, messageId: mail.messageId, html: mail.html });
    expect(parsed.text?.trimEnd()).toBe(mail.text.trimEnd());
    expect(parsed.from?.value).toEqual([{ name: '督办', address: 'duban@duban.example' }]);
    expect(parsed.date?.toISOString()).toBe(mail.madeAt);
    expect(parsed.headers.get('auto-submitted')).toBe('auto-generated');
  });

  it('is the same, byte for byte, at every attempt', async () => {
    expect((await composeMail(mail)).equals(await composeMail(mail))).toBe(true);
  });

  it('keeps every line of its head short and in ASCII', async () => {
    const head = (await composeMail(mail)).toString('latin1').split('\r\n\r\n', 1)[0] ?? '';
    for (const line of head.split('\r\n')) expect(line).toMatch(/^[\x20-\x7e\t]{1,78}$/);
  });

  it('cannot be given a header by its subject', async () => {
    const subject = '题目\r\nBcc: all@example.com\r\n\r\nbody';
    const parsed = await simpleParser(await composeMail({ ...mail, subject }));
    expect([...parsed.headers.keys()]).not.toContain('bcc');
    expect(parsed.bcc).toBeUndefined();
  });
});

describe('the sender', () => {
  it.each([
    ['督办 <duban@duban.example>', { name: '督办', address: 'duban@duban.example' }],
    ['"Office, City" <o@duban.example>', { name: 'Office, City', address: 'o@duban.example' }],
    ['duban@duban.example', { name: '', address: 'duban@duban.example' }],
  ])('%s is a name and an address', (text, expected) => {
    expect(senderOf(text)).toEqual(expected);
  });
});
