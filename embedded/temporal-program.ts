import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

// Written by scripts/setup.mjs, which finds or builds the server; here nothing is searched a second time.
const noteFile = resolve(import.meta.dirname, '../node_modules/.cache/duban/temporal-server.path');

/** The Temporal server's program that set-up found or built. */
export function temporalProgram(file: string = noteFile): string {
  const program = existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
  if (program === '' || (program.includes('/') && !existsSync(program))) {
    throw new Error('尚未准备好 Temporal 服务端：请先执行 npm run setup，或用 TEMPORAL_ADDRESS 指定现有服务。');
  }
  return program;
}
