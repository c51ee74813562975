import { spawnSync } from 'node:child_process';

/** What set-up can neither do nor work around; the message says in Chinese what the person can do. */
export class SetupFailure extends Error {
  name = 'SetupFailure';
}

/** Prints one line of progress: set-up is silent where nothing is to be done. */
export function say(text) {
  process.stdout.write(`[准备] ${text}\n`);
}

/** Runs a command with its output shown; true when it ended with code 0. */
export function succeeds(command, args, options = {}) {
  return spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], ...options }).status === 0;
}

/** What a command prints, or null when it is not there or fails. */
export function outputOf(command, args, options = {}) {
  const { status, stdout } = spawnSync(command, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    ...options,
  });
  return status === 0 ? stdout.trim() : null;
}
