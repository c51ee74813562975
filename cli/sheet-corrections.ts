import { Option } from 'commander';
import type { SheetCorrection } from '../documents/sheet-mapping.ts';
import { UsageError } from './exit-codes.ts';

/** What the options about a workbook's sheets said. */
export interface SheetOptions {
  readonly column: readonly string[];
  readonly headRow: readonly string[];
}

/** The options by which a person corrects how the columns of a workbook were understood. */
export function sheetOptions(): readonly Option[] {
  const collected = (value: string, before: readonly string[]) => [...before, value];
  return [
    new Option('--column <表!列=栏目>', '更正工作簿中一列的含义，如“任务表!D=牵头单位”，可多次使用')
      .argParser(collected)
      .default([]),
    new Option('--head-row <表!行>', '指定工作簿中表头所在的行，如“任务表!3”，可多次使用')
      .argParser(collected)
      .default([]),
  ];
}

/**
 * What `--column 表!D=牵头单位` and `--head-row 表!3` say, put together by sheet. A sheet's name may hold an exclamation mark: the
 * last one parts it from what follows.
 */
export function sheetCorrections({ column: columns, headRow: headRows }: SheetOptions): SheetCorrection[] {
  const headings = new Map<string, Record<string, string>>();
  const rows = new Map<string, number>();
  for (const said of columns) {
    const [, sheet = '', column = '', heading = ''] = /^(.+)!([A-Za-z]{1,3})=(.+)$/.exec(said) ?? [];
    if (sheet === '')
      throw new UsageError(`选项 --column “${said}”有误，应写作“工作表名!列号=栏目”，如“任务表!D=牵头单位”。`);
    headings.set(sheet, { ...headings.get(sheet), [column]: heading });
  }
  for (const said of headRows) {
    const [, sheet = '', row = ''] = /^(.+)!(\d{1,7})$/.exec(said) ?? [];
    if (sheet === '') throw new UsageError(`选项 --head-row “${said}”有误，应写作“工作表名!行号”，如“任务表!3”。`);
    rows.set(sheet, Number(row));
  }
  return [...new Set([...headings.keys(), ...rows.keys()])].map((sheet) => {
    const headRow = rows.get(sheet);
    return { sheet, headings: headings.get(sheet) ?? {}, ...(headRow === undefined ? {} : { headRow }) };
  });
}
