import { randomUUID } from 'node:crypto';
import type { Instant } from '../../domain/instant.ts';
import { composeMail, senderOf } from './compose-mail.ts';
import { createSmtpLine } from './smtp-line.ts';
import { smtpSettings } from './smtp-settings.ts';

/** Where a test mail goes out, and from whom. */
export interface MailTestPlan {
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  readonly now: () => Instant;
}

// A person waits for the answer.
const patience = { connectionMs: 5_000, greetingMs: 5_000, socketMs: 10_000, mailMs: 15_000 };

/** Sends one mail to see whether the relay takes it; the answer is what the server said, or why it said nothing. */
export function mailTest({ smtpUrl, mailFrom, now }: MailTestPlan) {
  return async (to: string): Promise<{ readonly accepted: boolean; readonly answer: string }> => {
    if (smtpUrl === null) return { accepted: false, answer: '没有设置邮件服务器，请设置 SMTP_URL。' };
    const line = createSmtpLine(smtpSettings(smtpUrl), patience);
    const id = randomUUID();
    const from = senderOf(mailFrom);
    const text = '这是督办系统的邮件通道测试，收到即表示通道正常，无需回复。';
    const mail = { id, messageId: `<${id}@duban.invalid>`, from, to, subject: '督办系统邮件通道测试', text };
    try {
      const content = await composeMail({ ...mail, html: `<p>${text}</p>`, madeAt: now() });
      const sent = await line.send({ from: from.address, to, content, mayGoOut: async () => true });
      if (sent.state === 'claim-lost') return { accepted: false, answer: '没有发出。' };
      return { accepted: sent.state === 'accepted', answer: sent.response };
    } finally {
      line.close();
    }
  };
}
