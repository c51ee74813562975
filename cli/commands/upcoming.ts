import { type Command, InvalidArgumentError } from 'commander';
import { seatNames } from '../../domain/actor.ts';
import { instantOfEpoch, epochOf } from '../../domain/instant.ts';
import { letterTexts } from '../../domain/letters/letter-text.ts';
import { type UpcomingLetter, upcoming } from '../../store/plan/upcoming.ts';
import { output, print, printTable } from '../print.ts';
import { connected } from '../run-command.ts';
import { nowOf, unitNamesOf, whichPlan } from '../which-plan.ts';
import { localTime } from '../words.ts';

/** `duban upcoming`: what time will do to a plan, from the next wakes and letters that are recorded. */
export function addUpcoming(program: Command): void {
  program
    .command('upcoming')
    .description('查看今后若干天将到期的时点和将发出的消息')
    .argument('[plan]', '工作要点编号（可只写开头几位）')
    .option('--days <n>', '今后多少天', days, 30)
    .option('--json', '输出一行 JSON')
    .action(
      connected(
        async ({ store }, named: string | undefined, options: { readonly days: number; readonly json?: boolean }) => {
          const plan = await whichPlan(store, named);
          const after = nowOf(plan);
          const until = instantOfEpoch(epochOf(after) + options.days * 86_400_000);
          const ahead = await upcoming(store, plan.planId, { after, until });
          const nameOf = await unitNamesOf(store, plan);
          output(options, { planId: plan.planId, after, until, ...ahead }, ({ wakes, letters }) => {
            print(`${localTime(after)} 起 ${options.days} 天：到期时点 ${wakes.length} 个，消息 ${letters.length} 条`);
            const wakeDays = Map.groupBy(wakes, ({ at }) => at);
            printTable(
              ['时刻', '到期的任务'],
              [...wakeDays].map(([at, all]) => [
                localTime(at),
                all.map(({ taskNumber }) => taskNumber ?? '工作要点').join('、'),
              ]),
            );
            print();
            printLetters(letters, nameOf);
          });
        },
      ),
    );
}

/** One line for what one seat will be told of one matter at one moment; letters about several tasks are counted. */
function printLetters(letters: readonly UpcomingLetter[], nameOf: (unitId: string) => string): void {
  const groups = Map.groupBy(letters, ({ at, unitId, seat, kind, about, facts }) =>
    [at, unitId, seat, letterTexts[kind].name(facts), about].join('/'),
  );
  printTable(
    ['发出时刻', '收件单位', '岗位', '事由', '日期', '条数'],
    [...groups.values()].flatMap((all) =>
      all
        .slice(0, 1)
        .map(({ at, unitId, seat, kind, about, facts }) => [
          localTime(at),
          nameOf(unitId),
          seatNames[seat],
          letterTexts[kind].name(facts),
          about,
          all.length,
        ]),
    ),
  );
}

function days(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 400)
    throw new InvalidArgumentError('天数应为 1 至 400 的整数。');
  return value;
}
