import * as z from 'zod';
import { id, line, listOf } from './values.ts';

const cell = z.union([z.string().max(10_000), z.number(), z.null()]);

/** A table as it stands on a screen, to be made into a workbook. */
export const tableFile = z.strictObject({
  title: line,
  /** Whose table it is: a rehearsal's bears its mark. */
  planId: id.nullable().default(null),
  columns: listOf(line).refine((columns) => columns.length >= 1 && columns.length <= 60, '应有 1 至 60 列'),
  rows: listOf(listOf(cell)).refine((rows) => rows.length <= 5_000, '至多 5000 行，请先筛选'),
});

export type TableFile = z.infer<typeof tableFile>;
