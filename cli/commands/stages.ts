import { readFile } from 'node:fs/promises';
import { type Command, InvalidArgumentError } from 'commander';
import { RuleViolation } from '../../domain/errors.ts';
import { type PlainDate, isPlainDate } from '../../domain/plain-date.ts';
import { type Settlement, parseSettlement } from '../../domain/plan/settlement.ts';
import { atHour, dayOf } from '../../domain/instant.ts';
import { progressLines } from '../../embedded/watch-rehearsal.ts';
import { advancePlanClock } from '../../store/plan/plan-clock.ts';
import { planCounts } from '../../store/plan/plan-counts.ts';
import { type PlanLine, readPlan } from '../../store/plan/plans.ts';
import { actorFor } from '../actors.ts';
import type { Connection } from '../connection.ts';
import { UsageError } from '../exit-codes.ts';
import { parseJson } from '../parse-json.ts';
import { perform, settle } from '../perform.ts';
import { play } from '../play.ts';
import { output, print } from '../print.ts';
import { connected } from '../run-command.ts';
import { nowOf, whichPlan } from '../which-plan.ts';
import { localTime, phaseNames } from '../words.ts';

interface Json {
  readonly json?: boolean;
}

/** `duban settle`, `consult`, `issue`, `advance`: the steps by which the office takes a plan on. */
export function addStages(program: Command): void {
  program
    .command('settle')
    .description('确定分解稿的待定事项：按处理记录，或全部按系统建议')
    .argument('[plan]', '工作要点编号（可只写开头几位）')
    .option('--file <file>', '处理记录（JSON）；不写则全部按系统建议')
    .option('--json', '输出一行 JSON')
    .action(
      connected(async (connection, named: string | undefined, options: Json & { readonly file?: string }) => {
        const plan = await whichPlan(connection.store, named);
        const settlement = options.file === undefined ? null : await settlementFile(options.file);
        const by = await actorFor(connection.store, plan, { seat: 'office' });
        const settled = await settle(connection, { plan, by, settlement });
        output(options, { planId: plan.planId, settled }, () => print(`已确定待定事项 ${settled} 项`));
      }),
    );
  addOfficeAct(program, {
    name: 'consult',
    type: 'beginConsultation',
    description: '就分解稿向各单位征求意见',
    before: refuseOpenPoints,
  });
  addOfficeAct(program, { name: 'issue', type: 'issuePlan', description: '印发交办已审定的工作要点' });
  addAdvance(program);
}

interface OfficeAct {
  readonly name: string;
  readonly type: 'beginConsultation' | 'issuePlan';
  readonly description: string;
  readonly before?: (connection: Connection, plan: PlanLine) => Promise<void>;
}

function addOfficeAct(program: Command, { name, type, description, before }: OfficeAct): void {
  program
    .command(name)
    .description(description)
    .argument('[plan]', '工作要点编号（可只写开头几位）')
    .option('--json', '输出一行 JSON')
    .action(
      connected(async (connection, named: string | undefined, options: Json) => {
        const plan = await whichPlan(connection.store, named);
        const by = await actorFor(connection.store, plan, { seat: 'office' });
        await before?.(connection, plan);
        await perform(connection, { plan, by, act: { type } });
        const { planId, phase } = await readPlan(connection.store, plan.planId);
        output(options, { planId, phase }, () => print(`已办理，${plan.title}：${phaseNames[phase]}`));
      }),
    );
}

// The rules let open points stay open here, to be settled by what the units say; this command line settles them only before.
async function refuseOpenPoints({ store }: Connection, { planId, phase }: PlanLine): Promise<void> {
  const { openPoints } = await planCounts(store, planId);
  if (phase !== 'draft' || openPoints === 0) return;
  throw new RuleViolation(
    'points-open',
    `还有 ${openPoints} 个待定事项未确定，命令行只能在征求意见前确定，请先执行 duban settle。`,
  );
}

const endOfOfficeHours = 17;

function addAdvance(program: Command): void {
  program
    .command('advance')
    .description('把演练工作要点的时钟推进到某日（只有时间流逝，无人办理）')
    .argument('<plan>', '工作要点编号（可只写开头几位）')
    .requiredOption('--to <day>', '推进到的日期（含），YYYY-MM-DD', day)
    .option('--json', '输出一行 JSON')
    .action(
      connected(async (connection, named: string, options: Json & { readonly to: PlainDate }) => {
        const plan = await whichPlan(connection.store, named);
        assertAhead(plan.clock, dayOf(nowOf(plan)), options.to);
        const onProgress = (progress: Parameters<typeof progressLines>[0]) => {
          process.stderr.write(`${progressLines(progress).join('\n')}\n`);
        };
        await play(connection, { planId: plan.planId, people: false, until: options.to, onProgress });
        // Everything of that day has happened: whoever acts now acts on it, also where nothing was due.
        const { planId } = plan;
        const instant = await advancePlanClock(connection.store, planId, atHour(options.to, endOfOfficeHours));
        output(options, { planId, instant }, () => print(`已推进到 ${localTime(instant)}`));
      }),
    );
}

function assertAhead(clock: 'real' | 'stepped', today: PlainDate, to: PlainDate): void {
  if (clock === 'real') throw new UsageError('该工作要点按真实时间运行，不能推进日期；只有演练可以推进。');
  if (to < today) throw new UsageError(`演练时钟已到 ${today}，不能退回到 ${to}。`);
}

async function settlementFile(path: string): Promise<Settlement> {
  const text = await readFile(path, 'utf8').catch((): null => null);
  if (text === null) throw new UsageError(`找不到文件“${path}”，请核对文件名和所在目录。`);
  const parsed = parseSettlement(parseJson(text, `文件“${path}”`));
  if (parsed.ok) return parsed.value;
  throw new UsageError(`处理记录“${path}”有误：\n${parsed.issues.join('\n')}`);
}

function day(text: string): PlainDate {
  if (!isPlainDate(text)) throw new InvalidArgumentError(`“${text}”不是存在的日期，应为 YYYY-MM-DD。`);
  return text;
}
