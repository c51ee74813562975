import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { takeLock } from './state-lock.ts';

// What a state directory holds; a directory without any of it, and with something else in it, is not one.
const marks = ['postgres', 'secrets.json', 'ports.json', 'lock', 'logs'];

/** Deletes everything in the state directory; refuses while a start is using it, and a directory that is none of ours. */
export async function resetState(home: string): Promise<'emptied' | 'nothing-there'> {
  if (!existsSync(home) || readdirSync(home).length === 0) return 'nothing-there';
  if (!readdirSync(home).some((name) => marks.includes(name))) {
    throw new Error(`${home} 不像是 duban 的状态目录，没有删除任何内容：请检查 DUBAN_HOME。`);
  }
  const release = await takeLock(home);
  try {
    for (const name of readdirSync(home)) {
      if (name !== 'lock') rmSync(join(home, name), { recursive: true, force: true });
    }
  } finally {
    release();
  }
  return 'emptied';
}
