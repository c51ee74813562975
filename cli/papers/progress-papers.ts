import { type Command, InvalidArgumentError, Option } from 'commander';
import { type Period, isPeriod } from '../../domain/calendar/quarter.ts';
import type { ObligationKind } from '../../domain/task/task-state.ts';
import { bulletinPaper } from '../../papers/quarter/bulletin-paper.ts';
import { summaryPaper } from '../../papers/quarter/summary-paper.ts';
import { registerPaper } from '../../papers/register/register-paper.ts';
import { returnLetter } from '../../papers/return/return-letter.ts';
import { returnSheet } from '../../papers/return/return-sheet.ts';
import { yearEndPaper } from '../../papers/year-end/year-end-paper.ts';
import { readQuarter } from '../../store/papers/quarter.ts';
import { readRegister } from '../../store/papers/register.ts';
import { readReturnSheet } from '../../store/papers/return-sheet.ts';
import { readYearEnd } from '../../store/papers/year-end.ts';
import { unitNamed } from '../actors.ts';
import { type PaperOptions, paperCommand } from './paper-command.ts';

interface RegisterOptions extends PaperOptions {
  readonly period?: Period;
  readonly columns?: readonly string[];
}

interface ReturnOptions extends PaperOptions {
  readonly unit: string;
  readonly kind: ObligationKind;
  readonly period?: Period;
}

interface SummaryOptions extends PaperOptions {
  readonly period?: Period;
}

interface BulletinOptions extends PaperOptions {
  readonly period: Period;
  readonly issue: number;
  readonly to: string;
  readonly copies?: string;
}

/** Papers of the running year: register, returns for signature, quarterly summary, bulletin. */
export function addProgressPapers(paper: Command): void {
  paperCommand<RegisterOptions>(paper, {
    name: 'register',
    description: '台账，A3 横向，可筛选',
    formats: ['xlsx'],
    make: async ({ store, question, options: { period, columns } }) => {
      const data = await readRegister(store, { ...question, ...(period === undefined ? {} : { period }) });
      return registerPaper(data, columns ?? null);
    },
  })
    .option('--period <quarter>', '阶段目标看哪个季度，如 2022Q3；不写则为打印日期所在季度', quarter)
    .option('--columns <names>', '只要哪些列，按先后写列名，用逗号分开，如 序号,工作任务,亮灯及原因', names);
  addReturn(paper);
  paperCommand<SummaryOptions>(paper, {
    name: 'summary',
    description:
      '季度汇总（写 --period）：总体情况、分组分单位统计、问题清单、各项任务进展；不写则为年终总结呈批单，印有校验码',
    formats: ['docx'],
    make: async ({ store, question, options: { period } }) =>
      period === undefined
        ? yearEndPaper(await readYearEnd(store, question))
        : summaryPaper(await readQuarter(store, { ...question, period })),
  }).option('--period <quarter>', '哪个季度，如 2022Q3；不写则为全年', quarter);
  paperCommand<BulletinOptions>(paper, {
    name: 'bulletin',
    description: '通报：总体情况、点名问题及原因、要求、时限',
    formats: ['docx'],
    make: async ({ store, question, options: { period, issue, to, copies } }) =>
      bulletinPaper(await readQuarter(store, { ...question, period }), {
        issue,
        recipients: to,
        copies: copies ?? null,
      }),
  })
    .requiredOption('--period <quarter>', '哪个季度，如 2022Q3', quarter)
    .requiredOption('--issue <n>', '期号', issueNumber)
    .option('--to <recipients>', '主送', '市各有关部门和单位，各市、区')
    .option('--copies <recipients>', '抄送');
}

function addReturn(paper: Command): void {
  paperCommand<ReturnOptions>(paper, {
    name: 'return',
    description: '单位的报送表（审签用），印有编号、版次和校验码',
    formats: ['xlsx', 'docx'],
    make: async ({ store, plan, question, format, options: { unit, kind, period } }) => {
      const { unitId } = await unitNamed(store, plan, unit);
      const of = { ...question, unitId, kind, period: period ?? ('plan' as const) };
      const data = await readReturnSheet(store, of);
      return format === 'xlsx' ? returnSheet(data) : returnLetter(data);
    },
  })
    .requiredOption('--unit <unit>', '哪个单位（名称或代码）')
    .option('--period <quarter>', '哪个季度，如 2022Q3；阶段计划不写', quarter)
    .addOption(
      new Option('--kind <kind>', '哪种表')
        .choices(['progress', 'stage-plan', 'contribution', 'district-figures'])
        .default('progress'),
    );
}

function quarter(text: string): Period {
  if (!isPeriod(text)) throw new InvalidArgumentError(`“${text}”不是季度，应写作 2022Q3。`);
  return text;
}

function issueNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('期号应为 1 以上的整数。');
  return value;
}

function names(text: string): readonly string[] {
  return text
    .split(/[,，]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
