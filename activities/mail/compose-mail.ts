import MailComposer from 'nodemailer/lib/mail-composer';
import type { Instant } from '../../domain/instant.ts';

/** What is put together into one message. */
export interface MailContent {
  readonly id: string;
  readonly messageId: string;
  readonly from: { readonly name: string; readonly address: string };
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The Date header; on a stepped plan the plan's own instant. */
  readonly madeAt: Instant;
}

/**
 * The message as it goes over the wire. The same mail gives the same bytes at every attempt, Message-ID and part boundary
 * included, so that a server that has seen it can tell.
 */
export async function composeMail({
  id,
  messageId,
  from,
  to,
  subject,
  text,
  html,
  madeAt,
}: MailContent): Promise<Buffer> {
  const composer = new MailComposer({
    messageId,
    from: { ...from },
    to: { name: '', address: to },
    subject,
    text,
    html,
    date: new Date(madeAt),
    // No vacation notes, no bounces by other programs.
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    textEncoding: 'B',
    baseBoundary: id,
    newline: 'win',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

/** `名称 <地址>` or a bare address, as MAIL_FROM is written, in its two parts. */
export function senderOf(mailFrom: string): MailContent['from'] {
  const match = /^(.*)<([^<>]+)>\s*$/.exec(mailFrom);
  const name = (match?.[1] ?? '').trim().replaceAll(/^"|"$/g, '');
  return { name, address: (match?.[2] ?? mailFrom).trim() };
}
