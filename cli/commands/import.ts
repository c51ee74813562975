import { type Command, InvalidArgumentError, Option } from 'commander';
import { atHour, dayOf, instantOfEpoch } from '../../domain/instant.ts';
import { type PlainDate, isPlainDate } from '../../domain/plain-date.ts';
import { knownUntil } from '../../domain/calendar/working-calendar.ts';
import type { OpenPointKind } from '../../domain/plan/task-draft.ts';
import { type ImportedPlan, type NoticeImport, importNotice } from '../../store/plan/import-notice.ts';
import { calendarOf } from '../../store/registry/decision-data.ts';
import type { Connection } from '../connection.ts';
import { UsageError } from '../exit-codes.ts';
import { noticeText } from '../notice-file.ts';
import { firstOfOffice } from '../play.ts';
import { type SheetOptions, sheetCorrections, sheetOptions } from '../sheet-corrections.ts';
import { output, print } from '../print.ts';
import { connected } from '../run-command.ts';
import { wordsOf } from '../vocabulary-file.ts';

interface Options extends SheetOptions {
  readonly clock: 'real' | 'stepped';
  readonly from?: PlainDate;
  readonly json?: boolean;
  readonly vocabulary?: string;
}

/** `duban import`: a notice becomes the draft of a plan, with what people have to decide. */
export function addImport(program: Command): void {
  const command = program
    .command('import')
    .description('导入通知，生成分解稿和待定事项')
    .argument('<file>', '通知文件')
    .addOption(new Option('--clock <clock>', '时钟：真实或步进（演练）').choices(['real', 'stepped']).default('real'))
    .option('--from <day>', '步进时钟的起始日期，YYYY-MM-DD', day)
    .option('--vocabulary <file>', '用词文件（JSON），补充本地的称谓、单位、计量等用词')
    .option('--json', '输出一行 JSON');
  for (const option of sheetOptions()) command.addOption(option);
  command.action(
    connected(async (connection, file: string, options: Options) => {
      const from = clockOf(options);
      const words = await wordsOf(options.vocabulary);
      const notice = await noticeText(file, sheetCorrections(options));
      const terms = await importTerms(connection, from);
      const imported = await importNotice(connection.store, { notice, words, ...terms });
      const { planId, heading, drafts, points } = imported;
      output(options, { planId, ...heading, tasks: drafts.length, points }, () => printImported(imported));
    }),
  );
}

/** The first day of the stepped clock that the options ask for; null for real time. Refuses one without the other. */
export function clockOf({ clock, from }: Pick<Options, 'clock' | 'from'>): PlainDate | null {
  if ((clock === 'stepped') === (from !== undefined)) return from ?? null;
  throw new UsageError('步进时钟（--clock stepped）须同时用 --from 指明起始日期；真实时钟不能指明日期。');
}

/** By whom, when and on which clock a command imports. */
export async function importTerms(
  { store }: Connection,
  from: PlainDate | null,
): Promise<Pick<NoticeImport, 'clock' | 'by' | 'recordedAt' | 'transport'>> {
  const now = instantOfEpoch(Date.now());
  if (from !== null) await assertKnown(store, from);
  const startsAt = from === null ? now : atHour(from, 8);
  return {
    clock: from === null ? null : { startsAt, seed: '1', scenario: null },
    by: await firstOfOffice(store, dayOf(startsAt)),
    recordedAt: startsAt,
    transport: 'command line',
  };
}

async function assertKnown(store: Connection['store'], from: PlainDate): Promise<void> {
  const calendar = await calendarOf(store, null);
  const [first] = calendar;
  const until = knownUntil(calendar);
  if (first === undefined || until === null || from > until || from < `${first.year}-01-01`) {
    throw new UsageError(
      `起始日期 ${from} 不在已知的放假安排内（${first?.year ?? '无'}年至${until ?? '无'}），请先导入该年的放假通知。`,
    );
  }
}

const pointNames: Readonly<Record<OpenPointKind, string>> = {
  'open-list': '“等”未列全的配合单位',
  following: '“下同”条款',
  'orphan-target': '没有责任单位的目标',
  'several-leads': '有多个牵头单位的任务',
  item: '没有唯一责任单位的具体事项',
  'unknown-unit': '登记簿中没有的单位名称',
  'roll-over': '上年事项的承接',
};

/** What an import tells people. */
export function printImported({ planId, heading, drafts, points, reading }: ImportedPlan): void {
  print(`已导入《${heading.title}》（${heading.documentNumber ?? '无文号'}），编号 ${planId}`);
  print(`任务 ${drafts.length} 项，具体事项 ${drafts.reduce((sum, { items }) => sum + items.length, 0)} 项（建议）`);
  print(`待定事项 ${points.length} 项，须逐项确定后方可印发：`);
  for (const [kind, all] of Map.groupBy(points, (point) => point.kind)) {
    print(`  ${pointNames[kind]} ${all.length} 项`);
    for (const { taskNumber, quote } of all)
      print(`    ${taskNumber === null ? '' : `第${taskNumber}项　`}${quote.slice(0, 60)}`);
  }
  if (reading.unread.length > 0) print(`未能读出的段落 ${reading.unread.length} 处，请人工核对`);
}

/** A day as an option says it. */
export function day(text: string): PlainDate {
  if (!isPlainDate(text)) throw new InvalidArgumentError(`“${text}”不是存在的日期，应为 YYYY-MM-DD。`);
  return text;
}
