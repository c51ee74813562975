import { onTestFinished } from 'vitest';
import { type MailCatcher, startMailCatcher } from '../../embedded/mail-catcher.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A mail catcher of the running test's own; it is closed, and its mails deleted, when the test ends. */
export async function mailCatcher(): Promise<MailCatcher> {
  const catcher = await startMailCatcher({ folder: temporaryFolder(), port: 0 });
  onTestFinished(() => catcher.close());
  return catcher;
}
