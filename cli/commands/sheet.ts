import type { Command } from 'commander';
import { actMatter } from '../../domain/sheet/act-matters.ts';
import { listSheets } from '../../store/sheet/read-sheets.ts';
import { output, print, printTable } from '../print.ts';
import { connected } from '../run-command.ts';
import { sheetPhaseNames } from '../../domain/sheet/phase-names.ts';
import { unitNamesOf, whichPlan } from '../which-plan.ts';
import { localTime } from '../words.ts';

/** `duban sheet`: the sheets of a plan, and what became of each. */
export function addSheet(program: Command): void {
  program
    .command('sheet')
    .description('查看审签单及其办理情况')
    .argument('[plan]', '工作要点编号（可只写开头几位）')
    .option('--json', '输出一行 JSON')
    .action(
      connected(async ({ store }, named: string | undefined, options: { readonly json?: boolean }) => {
        const plan = await whichPlan(store, named);
        const sheets = await listSheets(store, plan.planId);
        const nameOf = await unitNamesOf(store, plan);
        output(options, sheets, () => {
          print(`审签单 ${sheets.length} 件`);
          printTable(
            ['代码', '单位', '事项', '版本', '校验码', '状态', '审签时间', '审签方式', '未能办理的原因'],
            sheets.map((sheet) => [
              sheet.key,
              nameOf(sheet.unitId),
              actMatter(sheet.actType, sheet.approver),
              sheet.version,
              sheet.checkCode,
              sheetPhaseNames[sheet.phase],
              sheet.decidedAt === null ? null : localTime(sheet.decidedAt),
              wayOf(sheet),
              sheet.refusal?.message ?? null,
            ]),
          );
        });
      }),
    );
}

function wayOf({ phase, paper }: { readonly phase: string; readonly paper: unknown }): string | null {
  if (phase !== 'approved' && phase !== 'performed' && phase !== 'act-refused') return null;
  return paper === null ? '在线审签' : '纸质审签';
}
