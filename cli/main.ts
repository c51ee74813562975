import { Command, CommanderError } from 'commander';
import { addAct } from './commands/act.ts';
import { addExport } from './commands/export.ts';
import { addImport } from './commands/import.ts';
import { addInspect } from './commands/inspect.ts';
import { addParse } from './commands/parse.ts';
import { addRebuild } from './commands/rebuild.ts';
import { addRehearse } from './commands/rehearse.ts';
import { addStages } from './commands/stages.ts';
import { addStatus } from './commands/status.ts';
import { addUpcoming } from './commands/upcoming.ts';
import { addVerify } from './commands/verify.ts';
import { speakChinese } from './chinese-usage.ts';
import { exitCodes } from './exit-codes.ts';

const program = speakChinese(new Command('duban'))
  .description('督办：年度工作要点的分解、交办、报送、审核与留痕')
  .exitOverride();

const commands = [
  addParse,
  addImport,
  addStages,
  addAct,
  addRehearse,
  addStatus,
  addInspect,
  addUpcoming,
  addExport,
  addVerify,
  addRebuild,
];
for (const add of commands) add(program);

// Whoever reads only the beginning (`| head`) has what they wanted.
process.stdout.on('error', (error) => {
  if (!('code' in error) || error.code !== 'EPIPE') throw error;
  process.exit(exitCodes.done);
});

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
}
