import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { say } from './run.mjs';

/** Runs `work` while no other set-up of the same checkout runs: two installations at once would spoil each other. */
export async function withSetupLock(root, work) {
  const file = join(tmpdir(), `duban-setup-${createHash('sha256').update(root).digest('hex').slice(0, 16)}`);
  for (let round = 0; !taken(file); round++) {
    if (isStale(file)) rmSync(file, { force: true });
    else if (round === 0) say('另一个准备过程正在进行，等待其完成 ……');
    await sleep(200);
  }
  try {
    work();
  } finally {
    rmSync(file, { force: true });
  }
}

function taken(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function isStale(file) {
  try {
    process.kill(Number(readFileSync(file, 'utf8')), 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}
