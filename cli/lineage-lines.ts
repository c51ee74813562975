import { endingNames } from '../domain/task/ending/row-ending.ts';
import { carryNames } from '../domain/plan/roll-over/earlier-row.ts';
import type { Lineage } from '../store/plan/lineage.ts';
import { print, printTable } from './print.ts';

/** Prints the earlier years of a task and its items; nothing where there are none. */
export function printLineages(lineages: readonly Lineage[]): void {
  for (const { itemId, title, years } of lineages) {
    print();
    print(`历年沿革　${itemId === null ? '任务' : `具体事项 ${itemId}`}：“${title}”`);
    printTable(
      ['年度', '任务', '事项', '目标', '完成值', '时限', '办理结果', '承接依据'],
      years.map(({ planYear, taskNumber, title: row, target, value, due, ending, why }) => [
        planYear,
        `第${taskNumber}项`,
        row,
        target === null ? '' : `${target.value}${target.unit}`,
        value ?? '',
        due,
        ending === null ? '' : endingNames[ending],
        carryNames[why],
      ]),
    );
  }
}
