import { existsSync, readFileSync } from 'node:fs';
import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** One mail that the catcher has accepted; the full text lies beside the index as `file`. */
export interface CaughtMail {
  /** Counts the accepted mails from 1. */
  readonly number: number;
  /** Wall clock, ISO; a stepped plan's own day stands in the mail. */
  readonly acceptedAt: string;
  readonly from: string;
  /** The envelope's receivers. */
  readonly to: readonly string[];
  /** With its angle brackets, as it came; null where the mail had none. */
  readonly messageId: string | null;
  readonly size: number;
  readonly file: string;
}

/** All mails that were accepted into `folder`, oldest first; a line cut short by a crash is left out. */
export function readCaughtMails(folder: string): readonly CaughtMail[] {
  const index = join(folder, 'index.ndjson');
  if (!existsSync(index)) return [];
  return readFileSync(index, 'utf8')
    .split('\n')
    .flatMap((line) => (line.endsWith('}') ? [JSON.parse(line) as CaughtMail] : []));
}

/** Keeps mails as .eml files with one index line each; a mail is in the index only when its file is complete. */
export function mailFolder(folder: string) {
  const mails = [...readCaughtMails(folder)];
  let lastNumber = mails.at(-1)?.number ?? 0;
  const keep = async (envelope: Pick<CaughtMail, 'from' | 'to'>, text: Buffer): Promise<CaughtMail> => {
    const number = ++lastNumber;
    const file = `${String(number).padStart(6, '0')}.eml`;
    const acceptedAt = new Date().toISOString();
    const mail = { number, acceptedAt, ...envelope, messageId: messageIdOf(text), size: text.length, file };
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, file), text);
    await appendFile(join(folder, 'index.ndjson'), `${JSON.stringify(mail)}\n`);
    mails.push(mail);
    return mail;
  };
  return { mails: (): readonly CaughtMail[] => [...mails], keep };
}

function messageIdOf(text: Buffer): string | null {
  const head = text.toString('latin1').split(/\r?\n\r?\n/, 1)[0] ?? '';
  const unfolded = head.replaceAll(/\r?\n[ \t]+/g, ' ');
  return /^message-id:\s*(\S+)\s*$/im.exec(unfolded)?.[1] ?? null;
}
