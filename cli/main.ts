import { Command, CommanderError } from 'commander';
import { speakChinese } from './chinese-usage.ts';
import { exitCodes } from './exit-codes.ts';

const program = speakChinese(new Command('duban'))
  .description('督办：年度工作要点的分解、交办、报送、审核与留痕')
  .exitOverride();

type Add = (program: Command) => void;

const stages = async (): Promise<Add> => (await import('./commands/stages.ts')).addStages;

// Each command loads what it needs when it is named: reading a notice needs no engine and no database.
const commands: Readonly<Record<string, () => Promise<Add>>> = {
  parse: async () => (await import('./commands/parse.ts')).addParse,
  import: async () => (await import('./commands/import.ts')).addImport,
  amend: async () => (await import('./commands/amend.ts')).addAmend,
  'roll-over': async () => (await import('./commands/roll-over.ts')).addRollOver,
  settle: stages,
  consult: stages,
  issue: stages,
  advance: stages,
  act: async () => (await import('./commands/act.ts')).addAct,
  rehearse: async () => (await import('./commands/rehearse.ts')).addRehearse,
  status: async () => (await import('./commands/status.ts')).addStatus,
  inspect: async () => (await import('./commands/inspect.ts')).addInspect,
  findings: async () => (await import('./commands/findings.ts')).addFindings,
  upcoming: async () => (await import('./commands/upcoming.ts')).addUpcoming,
  export: async () => (await import('./commands/export.ts')).addExport,
  verify: async () => (await import('./commands/verify.ts')).addVerify,
  rebuild: async () => (await import('./commands/rebuild.ts')).addRebuild,
  register: async () => (await import('./commands/register.ts')).addRegister,
  handover: async () => (await import('./commands/handover.ts')).addHandover,
  sheet: async () => (await import('./commands/sheet.ts')).addSheet,
  resume: async () => (await import('./commands/resume.ts')).addResume,
  paper: async () => (await import('./commands/paper.ts')).addPaper,
};

const named = commands[process.argv[2] ?? ''];
const needed = named === undefined ? [...new Set(Object.values(commands))] : [named];
for (const load of needed) (await load())(program);

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
