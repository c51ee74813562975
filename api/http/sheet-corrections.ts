import * as z from 'zod';
import type { SheetCorrection } from '../../documents/sheet-mapping.ts';
import { sheetCorrection } from '../schemas/notice-preview.ts';
import { InvalidRequest } from './refusals.ts';

const corrections = z.array(sheetCorrection).max(50);

/** The corrections of a workbook's columns, which stand as JSON in the query because the body is the file. */
export function sheetCorrectionsIn(text: string | undefined): readonly SheetCorrection[] {
  if (text === undefined) return [];
  const read = corrections.safeParse(jsonIn(text));
  if (read.success)
    return read.data.map(({ headRow, ...said }) => (headRow === undefined ? said : { ...said, headRow }));
  throw new InvalidRequest([{ path: '查询.corrections', message: '应为工作表各列更正的 JSON 列表' }]);
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
