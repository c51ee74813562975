import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from '../../config/env.ts';
import { startDuban } from '../../embedded/start-duban.ts';
import { type Ended, duban } from './run-duban.ts';

/** A whole duban on a state directory of its own, which commands of the real program work on; `close` ends it and leaves nothing. */
export async function embeddedDuban() {
  const home = mkdtempSync(join(tmpdir(), 'duban-cli-'));
  const env = parseEnv({}, []);
  if (!env.ok) throw new Error(env.issues.join());
  const running = await startDuban({ home, env: env.value, onCrash: () => {}, onStage: () => {}, isKept: false });
  const run = (...args: readonly string[]): Promise<Ended> => duban(home, ...args);
  /** What a command says that is expected to succeed. */
  const done = async (...args: readonly string[]): Promise<string> => {
    const { status, stdout, stderr } = await run(...args);
    if (status !== 0) throw new Error(`duban ${args.join(' ')} ended with ${status}: ${stderr}`);
    return stdout;
  };
  const close = async (): Promise<void> => {
    await running.stop();
    rmSync(home, { recursive: true, force: true });
  };
  return { home, parts: running.parts, run, done, close };
}

export type EmbeddedDuban = Awaited<ReturnType<typeof embeddedDuban>>;
