import { Argument, Command } from 'commander';
import { type BenchDuban, startBenchDuban } from './bench-duban.ts';
import { letterFigures } from './letter-claims.ts';
import { noticeReaderFigures } from './notice-reader.ts';
import { quietRuntime } from './quiet-runtime.ts';
import { rehearsalFigures } from './rehearsal-speed.ts';
import { historyFigures } from './task-year.ts';
import { latencyFigures } from './update-latency.ts';

const benchmarks = {
  history: historyFigures,
  updates: latencyFigures,
  rehearsal: rehearsalFigures,
  letters: letterFigures,
} as const satisfies Readonly<Record<string, (duban: BenchDuban) => Promise<object>>>;

const names = [...Object.keys(benchmarks), 'reader'] as const;

/** The figures of one benchmark alone, of all of them by their names. */
async function measure(name: string | undefined): Promise<object> {
  if (name === 'reader') return noticeReaderFigures();
  quietRuntime();
  const duban = await startBenchDuban();
  try {
    const [, one] = Object.entries(benchmarks).find(([key]) => key === name) ?? [];
    if (one !== undefined) return await one(duban);
    const all: Record<string, object> = {};
    for (const [key, run] of Object.entries(benchmarks)) all[key] = await run(duban);
    return { ...all, reader: noticeReaderFigures() };
  } finally {
    await duban.close();
  }
}

await new Command('bench')
  .description('性能测量')
  .addArgument(new Argument('[name]', '只测一项').choices(names))
  .option('--json', '输出一行 JSON')
  .action(async (name: string | undefined, { json = false }: { readonly json?: boolean }) => {
    const figures = await measure(name);
    console.log(json ? JSON.stringify(figures) : JSON.stringify(figures, null, 2));
  })
  .parseAsync();
