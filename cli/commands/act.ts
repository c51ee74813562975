import { readFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import type { Seat } from '../../domain/actor.ts';
import { seatNames, seats } from '../../domain/actor.ts';
import { actNames, personAct } from '../act-data.ts';
import { actorFor } from '../actors.ts';
import { UsageError } from '../exit-codes.ts';
import { parseJson } from '../parse-json.ts';
import { type PaperWish, paperFor } from '../paper.ts';
import { perform } from '../perform.ts';
import { output, print } from '../print.ts';
import { connected } from '../run-command.ts';
import { whichPlan } from '../which-plan.ts';

interface Options extends PaperWish {
  readonly plan?: string;
  readonly seat: Seat;
  readonly unit?: string;
  readonly person?: string;
  readonly as?: string;
  readonly data: string;
  readonly id?: string;
  readonly json?: boolean;
}

/** `duban act`: any act of any seat, with its content as JSON. */
export function addAct(program: Command): void {
  program
    .command('act')
    .description(`以某一岗位办理一项操作：${actNames.join('、')}`)
    .argument('<action>', '操作名称')
    .addOption(
      new Option(
        '--seat <seat>',
        Object.entries(seatNames)
          .map((each) => each.join(' '))
          .join('，'),
      )
        .choices([...seats])
        .makeOptionMandatory(),
    )
    .option('--plan <plan>', '工作要点编号（可只写开头几位）')
    .option('--unit <unit>', '岗位所在单位（名称或代码）')
    .option('--person <key>', '人员代码；不写则为该岗位的第一人')
    .option('--as <key>', '代行时被代行人的人员代码')
    .option('--data <json>', '操作内容（JSON），或 @文件名', '{}')
    .option('--id <id>', '操作编号：同一编号只记录一次')
    .option('--paper <file>', '纸质审签：已签批审签单的扫描件（PDF、JPEG、PNG）')
    .option('--signed-by <person>', '纸质审签：签批人的姓名或者人员代码')
    .option('--signed-on <day>', '纸质审签：签批日期')
    .option('--check-code <code>', '纸质审签：审签单上打印的校验码')
    .option('--json', '输出一行 JSON')
    .action(
      connected(async (connection, action: string, options: Options) => {
        const { store } = connection;
        const plan = await whichPlan(store, options.plan);
        const by = await actorFor(store, plan, options);
        const act = await personAct(store, plan, action, await jsonData(options.data));
        const paper = await paperFor(store, { plan, by }, options);
        const id = await perform(connection, { plan, by, act, paper, id: options.id });
        output(options, { planId: plan.planId, id, action }, () => print(`已办理 ${action}，编号 ${id}`));
      }),
    );
}

async function jsonData(data: string): Promise<unknown> {
  const text = data.startsWith('@') ? await readFile(data.slice(1), 'utf8').catch((): null => null) : data;
  if (text === null) throw new UsageError(`找不到文件“${data.slice(1)}”，请核对文件名和所在目录。`);
  return parseJson(text, data.startsWith('@') ? `文件“${data.slice(1)}”` : '--data ');
}
