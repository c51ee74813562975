import { rename, rm, writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { type PlainDate, isPlainDate } from '../../domain/plain-date.ts';
import type { PlanLine } from '../../store/plan/plans.ts';
import type { Store } from '../../store/store.ts';
import { UsageError } from '../exit-codes.ts';
import { output, print } from '../print.ts';
import { connected } from '../run-command.ts';
import { viewOf, whichPlan } from '../which-plan.ts';

/** The kinds of file that papers are written as. */
export type PaperFormat = 'xlsx' | 'docx' | 'pdf';

/** What every paper is asked with. */
export interface PaperOptions {
  readonly out: string;
  readonly day?: PlainDate;
  readonly json?: boolean;
}

/** What a paper is made from. */
export interface PaperRequest<O> {
  readonly store: Store;
  readonly plan: PlanLine;
  /** Which plan, and the day of print. */
  readonly question: { readonly planId: string; readonly day: PlainDate };
  readonly format: PaperFormat;
  readonly options: O;
}

interface PaperCommand<O> {
  readonly name: string;
  readonly description: string;
  readonly formats: readonly PaperFormat[];
  readonly make: (request: PaperRequest<O>) => Promise<Uint8Array>;
}

/** Adds one paper to the command line; its own options are added by the caller. */
export function paperCommand<O extends PaperOptions>(parent: Command, paper: PaperCommand<O>): Command {
  return parent
    .command(paper.name)
    .description(`${paper.description}（${paper.formats.join('、')}）`)
    .argument('[plan]', '工作要点编号（可只写开头几位）')
    .requiredOption(
      '--out <file>',
      `写到哪个文件，按扩展名决定格式：${paper.formats.map((each) => `.${each}`).join('、')}`,
    )
    .option('--day <day>', '打印日期，YYYY-MM-DD；不写则为当天（演练为演练时刻）', day)
    .option('--json', '输出一行 JSON')
    .action(
      connected(async ({ store }, named: string | undefined, options: O) => {
        const format = formatOf(options.out, paper.formats);
        const plan = await whichPlan(store, named);
        const question = { planId: plan.planId, day: options.day ?? viewOf(plan).day };
        const bytes = await paper.make({ store, plan, question, format, options });
        await writeWhole(options.out, bytes);
        const written = { paper: paper.name, planId: plan.planId, file: options.out, bytes: bytes.length };
        output(options, written, () => print(`已写入 ${options.out}（${Math.ceil(bytes.length / 1024)} KB）`));
      }),
    );
}

function formatOf(file: string, formats: readonly PaperFormat[]): PaperFormat {
  const extension = extname(file).slice(1).toLowerCase();
  const format = formats.find((each) => each === extension);
  if (format !== undefined) return format;
  throw new UsageError(`文件“${file}”的扩展名应为 ${formats.map((each) => `.${each}`).join(' 或 ')}。`);
}

// A file that is there is either the old one or the whole new one, also where the disk fills up in the middle.
async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const draft = `${file}.${process.pid}.tmp`;
  try {
    await writeFile(draft, bytes);
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new UsageError(`无法写入文件“${file}”（${code}），请检查目录是否存在、是否可写、磁盘是否已满。`);
  }
}

function day(text: string): PlainDate {
  if (!isPlainDate(text)) throw new InvalidArgumentError(`“${text}”不是存在的日期，应为 YYYY-MM-DD。`);
  return text;
}
