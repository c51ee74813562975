import { type Command, Option } from 'commander';
import { lightNames } from '../../domain/task/light-sentence.ts';
import { type ExportRow, exportRows } from '../../store/plan/export-rows.ts';
import { realRegistry } from '../../store/registry/registry-chain.ts';
import { print, printJson } from '../print.ts';
import { connected } from '../run-command.ts';
import { viewOf, whichPlan } from '../which-plan.ts';

const columns: readonly (readonly [head: string, cell: (row: ExportRow) => string | number | null])[] = [
  ['序号', ({ number }) => number],
  ['任务组', ({ group }) => group],
  ['工作任务', ({ task }) => task],
  ['具体事项', ({ kind, title }) => (kind === 'whole' ? '' : title)],
  ['约束程度', ({ commitment }) => ({ binding: '刚性', striving: '力争', 'in-principle': '原则上' })[commitment]],
  ['牵头单位', ({ leads }) => leads.join('、')],
  ['责任单位', ({ unit }) => unit],
  ['配合单位', ({ supports }) => supports.join('、')],
  ['完成时限', ({ due }) => due],
  ['时限依据', ({ dueBasis }) => (dueBasis === 'stated' ? '明确' : '推定')],
  ['目标值', ({ target }) => target?.value ?? null],
  ['计量单位', ({ target }) => target?.unit ?? null],
  ['累计完成', ({ progress }) => progress?.value ?? null],
  ['亮灯', ({ light }) => (light === null ? '' : lightNames[light])],
  ['是否办结', ({ taskPhase }) => (taskPhase === 'ended' ? '已办结' : '办理中')],
];

/** `duban export`: the register as a file for spreadsheets or programs. */
export function addExport(program: Command): void {
  program
    .command('export')
    .description('导出台账（CSV 或 JSON），写到标准输出')
    .argument('[plan]', '工作要点编号（可只写开头几位）')
    .addOption(new Option('--format <format>', '格式').choices(['csv', 'json']).default('csv'))
    .action(
      connected(async ({ store }, named: string | undefined, options: { readonly format: string }) => {
        const plan = await whichPlan(store, named);
        const view = viewOf(plan);
        const registry = view.planId === null ? realRegistry : `registry/${view.planId}`;
        const rows = await exportRows(store, plan.planId, { registry, day: view.day });
        if (options.format === 'json') return printJson(rows);
        // The mark tells spreadsheets that the file is UTF-8; without it Chinese comes out as noise.
        print(`\uFEFF${columns.map(([head]) => csvCell(head)).join(',')}`);
        for (const row of rows) print(columns.map(([, cell]) => csvCell(cell(row))).join(','));
      }),
    );
}

/** A cell as RFC 4180 has it; a text that a spreadsheet would run as a formula gets an apostrophe before it. */
export function csvCell(value: string | number | null): string {
  if (typeof value === 'number') return String(value);
  const text = value ?? '';
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
