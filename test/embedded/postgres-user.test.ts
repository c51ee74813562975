import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { postgresUser, runAs } from '../../embedded/postgres-user.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** Whether a program, run as PostgreSQL is, finds that it may run a file, asked as PostgreSQL asks: by access(2). */
function findsExecutable(file: string): string {
  const code = `
    const { accessSync, constants } = require('node:fs');
    accessSync(${JSON.stringify(file)}, constants.X_OK);
    process.stdout.write(String(process.getuid()));`;
  const { command, args, user } = runAs(postgresUser(), process.execPath, ['--eval', code], [process.execPath, file]);
  return execFileSync(command, args, { encoding: 'utf8', ...user });
}

describe('the user that PostgreSQL runs as', () => {
  it.runIf(process.getuid?.() === 0)(
    'is not root, and finds the programs of a clone in a folder closed to others',
    () => {
      const folder = temporaryFolder();
      chmodSync(folder, 0o700);
      const program = join(folder, 'initdb');
      copyFileSync('/bin/true', program);
      expect(findsExecutable(program)).toBe(String(postgresUser()?.uid));
    },
  );

  it('is another than that of the process only where that is root', () => {
    expect(postgresUser() === null).toBe(process.getuid?.() !== 0);
    expect(runAs(null, 'initdb', ['-D', 'data'], ['/root/clone'])).toEqual({ command: 'initdb', args: ['-D', 'data'] });
  });
});
