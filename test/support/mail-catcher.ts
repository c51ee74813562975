import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type MailCatcher, startMailCatcher } from '../../embedded/mail-catcher.ts';

/** A mail catcher of the running test's own; it is closed, and its mails deleted, when the test ends. */
export async function mailCatcher(): Promise<MailCatcher> {
  const folder = mkdtempSync(join(tmpdir(), 'duban-mail-'));
  const catcher = await startMailCatcher({ folder, port: 0 });
  onTestFinished(async () => {
    await catcher.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return catcher;
}
