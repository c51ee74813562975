import type { Env } from '../config/env.ts';
import { type MailCatcher, startMailCatcher } from './mail-catcher.ts';
import type { StateDirectory } from './state-directory.ts';

export interface MailPart {
  readonly smtpUrl: string;
  readonly sandboxSmtpUrl: string;
  readonly mailboxDir: string | null;
  readonly door: MailCatcher | null;
}

/** The relay and the sandbox that the environment gives; our own catcher takes the place of each that it does not. */
export async function mailPart(env: Env, state: StateDirectory): Promise<MailPart> {
  const { SMTP_URL: relay, SANDBOX_SMTP_URL: sandbox } = env;
  if (relay !== undefined && sandbox !== undefined) {
    return { smtpUrl: relay, sandboxSmtpUrl: sandbox, mailboxDir: null, door: null };
  }
  const door = await startMailCatcher({ folder: state.mailboxDir, port: state.ports.smtp });
  return { smtpUrl: relay ?? door.url, sandboxSmtpUrl: sandbox ?? door.url, mailboxDir: state.mailboxDir, door };
}
