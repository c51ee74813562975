/** Makes the machine ready for the tests: what every command needs, and the programs with which papers and pages are looked at. */
import { SetupFailure } from './setup/run.mjs';
import { ensureSystemPrograms } from './setup/system-programs.mjs';

await import('./setup.mjs');

try {
  if (process.exitCode === undefined || process.exitCode === 0) ensureSystemPrograms();
} catch (error) {
  if (!(error instanceof SetupFailure)) throw error;
  process.stderr.write(`[准备] ${error.message}\n`);
  process.exitCode = 1;
}
