import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { inheritedEnv } from '../../config/inherited-env.ts';

const program = resolve(import.meta.dirname, '../../bin/duban');

/** What a command of the real program ended with. */
export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The environment of a duban on `home` alone: parts that this machine's own settings give are taken away. */
export function settingsFor(home: string): NodeJS.ProcessEnv {
  const none = {
    DATABASE_URL: '',
    DATABASE_MIGRATION_URL: '',
    TEMPORAL_ADDRESS: '',
    SMTP_URL: '',
    SANDBOX_SMTP_URL: '',
  };
  return inheritedEnv({ ...none, DUBAN_HOME: home });
}

/**
 * Runs `duban` on the state directory `home`, and waits without holding up this process, which may be the one that catches the mail
 * that the command waits for.
 */
export async function duban(home: string, ...args: readonly string[]): Promise<Ended> {
  const child = spawn(program, args, { env: settingsFor(home), stdio: ['ignore', 'pipe', 'pipe'] });
  const [closed, stdout, stderr] = await Promise.all([once(child, 'close'), text(child.stdout), text(child.stderr)]);
  return { status: closed[0] as number | null, stdout, stderr };
}
