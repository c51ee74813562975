import { quarterLabel } from '../../domain/calendar/quarter.ts';
import { RuleViolation } from '../../domain/errors.ts';
import type { RegisterData } from '../../domain/papers/register-data.ts';
import { chineseDay } from '../../domain/plain-date.ts';
import { sheetBytes } from '../sheet/sheet-bytes.ts';
import { planName } from '../words.ts';
import { type RegisterColumn, registerColumns } from './register-columns.ts';

/** The register 台账 as xlsx, A3 on its side; `chosen` names the columns that are wanted, in their order, and null all of them. */
export async function registerPaper(data: RegisterData, chosen: readonly string[] | null = null): Promise<Uint8Array> {
  const { head, period, rows } = data;
  const columns = chosenColumns(registerColumns(data), chosen);
  const firstFree = columns.findIndex(({ merging }) => merging === undefined);
  const tasks = new Set(rows.map(({ number }) => number)).size;
  return sheetBytes({
    name: '台账',
    isRehearsal: head.isRehearsal,
    paper: 'A3',
    title: `《${head.planTitle}》任务推进台账`,
    remark: `填报单位：${head.issuer}　　依据：${planName(head)}　　统计时期：${quarterLabel(period)}　　截至：${chineseDay(head.day, true)}　　工作任务${tasks}项、报送事项${rows.length}个`,
    columns,
    rows: rows.map((row) => columns.map(({ cell }) => cell(row, data))),
    hasFilter: true,
    frozenColumns: firstFree === -1 ? 0 : firstFree,
    closing: [],
    footer: `打印日期：${chineseDay(head.day, true)}`,
  });
}

function chosenColumns(all: readonly RegisterColumn[], chosen: readonly string[] | null): readonly RegisterColumn[] {
  if (chosen === null) return all;
  const found = chosen.map((name) => {
    const column = all.find((each) => each.name === name || each.head === name);
    if (column !== undefined) return column;
    throw new RuleViolation(
      'column-unknown',
      `台账没有“${name}”一列，可用：${all.map((each) => each.name).join('、')}。`,
    );
  });
  if (found.length === 0) throw new RuleViolation('column-unknown', '请至少写出台账的一列。');
  if (new Set(found).size < found.length) throw new RuleViolation('column-unknown', '台账的列写重复了，请各写一次。');
  return found;
}
