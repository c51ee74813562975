import { existsSync } from 'node:fs';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { type PlainDate, isPlainDate } from '../../domain/plain-date.ts';
import { progressLines } from '../../embedded/watch-rehearsal.ts';
import { readScenario, scenarioNames } from '../../seeds/scenario-files.ts';
import { rehearsalSummary } from '../../store/rehearsal/rehearsal-summary.ts';
import type { Connection } from '../connection.ts';
import { UsageError } from '../exit-codes.ts';
import { noticeText } from '../notice-file.ts';
import { importRehearsal, play } from '../play.ts';
import { print, printJson } from '../print.ts';
import { connected } from '../run-command.ts';
import { whichPlan } from '../which-plan.ts';

interface Options {
  readonly scenario: string;
  readonly seed?: number;
  readonly until?: PlainDate;
  readonly json?: boolean;
}

/** `duban rehearse`: plays a whole year on the real engine, from a file or from a plan on a stepped clock. */
export function addRehearse(program: Command): void {
  program
    .command('rehearse')
    .description('演练：在步进时钟上走完一年，由脚本中的人员办理')
    .argument('<source>', '通知文件，或演练工作要点的编号')
    .addOption(new Option('--scenario <name>', '演练脚本').choices([...scenarioNames]).default('ordinary'))
    .option('--seed <n>', '随机种子（默认用脚本的）', wholeNumber)
    .option('--until <day>', '只走到哪一天，YYYY-MM-DD；不写则走到脚本的最后一天', lastDay)
    .option('--json', '最后输出一行 JSON')
    .action(
      connected(async (connection, source: string, options: Options) => {
        const scenario = readScenario(options.scenario);
        const seed = options.seed ?? scenario.seed;
        const planId = await planOf(connection, source, { ...scenario, seed });
        const onProgress = (progress: Parameters<typeof progressLines>[0]) => {
          process.stderr.write(`${progressLines(progress).join('\n')}\n`);
        };
        const elapsedMs = await play(connection, { planId, people: true, until: options.until ?? null, onProgress });
        const summary = { ...(await rehearsalSummary(connection.store, planId)), elapsedMs };
        if (options.json === true) return printJson(summary);
        print(`演练结束：${planId}`);
        for (const [name, value] of Object.entries(summary)) print(`${name}　${JSON.stringify(value)}`);
      }),
    );
}

async function planOf(
  { store }: Connection,
  source: string,
  scenario: Parameters<typeof importRehearsal>[2],
): Promise<string> {
  if (existsSync(source)) return (await importRehearsal(store, await noticeText(source), scenario)).planId;
  if (!/^[0-9a-f-]{4,36}$/i.test(source)) throw new UsageError(`找不到文件“${source}”，请核对文件名和所在目录。`);
  const { planId, clock } = await whichPlan(store, source);
  if (clock === 'real') throw new UsageError('该工作要点按真实时间运行，不能演练；请用通知文件新建演练。');
  return planId;
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new InvalidArgumentError('应为整数。');
  return value;
}

function lastDay(text: string): PlainDate {
  if (!isPlainDate(text)) throw new InvalidArgumentError(`“${text}”不是存在的日期，应为 YYYY-MM-DD。`);
  return text;
}
