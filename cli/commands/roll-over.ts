import { type Command, Option } from 'commander';
import type { PlainDate } from '../../domain/plain-date.ts';
import type { OpenPoint } from '../../domain/plan/task-draft.ts';
import { importNotice } from '../../store/plan/import-notice.ts';
import { previewNotice } from '../../store/plan/preview-notice.ts';
import { noticeText } from '../notice-file.ts';
import { output, print } from '../print.ts';
import { connected } from '../run-command.ts';
import { wordsOf } from '../vocabulary-file.ts';
import { nowOf, whichPlan } from '../which-plan.ts';
import { clockOf, day, importTerms, printImported } from './import.ts';

interface Options {
  readonly import?: true;
  readonly clock: 'real' | 'stepped';
  readonly from?: PlainDate;
  readonly vocabulary?: string;
  readonly json?: boolean;
}

/** `duban roll-over PLAN FILE`: what an earlier year's plan leaves to the next notice, and, on demand, that notice imported with it. */
export function addRollOver(program: Command): void {
  program
    .command('roll-over')
    .description('以上年工作要点为起点读取新文件：结转、持续推进、待统计和跨年度的事项逐项提出由谁承接')
    .argument('<plan>', '上年工作要点编号（可只写开头几位）')
    .argument('<file>', '新一年的文件')
    .option('--import', '导入新文件，承接事项列为待定事项，逐项确定后方可印发')
    .addOption(new Option('--clock <clock>', '时钟：真实或步进（演练）').choices(['real', 'stepped']).default('real'))
    .option('--from <day>', '步进时钟的起始日期，YYYY-MM-DD', day)
    .option('--vocabulary <file>', '用词文件（JSON），补充本地的称谓、单位、计量等用词')
    .option('--json', '输出一行 JSON')
    .action(
      connected(async (connection, named: string, file: string, options: Options) => {
        const { store } = connection;
        const clock = clockOf(options);
        const earlier = await whichPlan(store, named);
        const words = await wordsOf(options.vocabulary);
        const notice = await noticeText(file);
        if (options.import !== true) {
          const basis = { at: nowOf(earlier), words, follows: earlier.planId };
          const points = rollOvers((await previewNotice(store, notice, basis)).points);
          output(options, { follows: earlier.planId, points }, () => printRollOvers(points));
          return;
        }
        const terms = await importTerms(connection, clock);
        const imported = await importNotice(store, { notice, words, ...terms, follows: earlier.planId });
        const { planId, heading, drafts } = imported;
        const points = rollOvers(imported.points);
        const result = { planId, ...heading, follows: earlier.planId, tasks: drafts.length, points: imported.points };
        output(options, result, () => {
          printImported(imported);
          printRollOvers(points);
        });
      }),
    );
}

function rollOvers(points: readonly OpenPoint[]): readonly OpenPoint[] {
  return points.filter(({ kind }) => kind === 'roll-over');
}

function printRollOvers(points: readonly OpenPoint[]): void {
  if (points.length === 0) return print('上年工作要点没有需要承接的事项');
  print(`上年工作要点有 ${points.length} 个事项须确定由谁承接：`);
  for (const { quote, proposal } of points) {
    print(`  “${quote}”`);
    print(`    ${proposal}`);
  }
}
