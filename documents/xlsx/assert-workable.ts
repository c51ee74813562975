import type { DocumentLimits } from '../document-limits.ts';
import { documentRefusal } from '../document-refusal.ts';
import type { ZipParts } from '../zip-parts.ts';

/** Refuses, before it is loaded, a workbook that would unfold to more cells than a table of tasks can have. */
export async function assertWorkable(parts: ZipParts, { mostCells }: DocumentLimits): Promise<void> {
  let cells = 0;
  let covered = 0;
  for (const name of parts.names) {
    // Every part is unpacked once here, under the bounds that the loading library does not keep.
    const part = await parts.part(name);
    if (part === null || !/^xl\/(?:workbook|worksheets\/[^/]+)\.xml$/.test(name)) continue;
    const text = part.toString('latin1');
    cells += countUpTo(text, /<(?:\w+:)?c[\s/>]/g, mostCells);
    covered += coveredCells(text);
    if (cells > mostCells) throw tooManyCells(`单元格超过 ${mostCells} 个（多为带格式的空行空列）`);
    if (covered > mostCells * 5) throw tooManyCells('合并单元格或名称覆盖的范围过大');
  }
}

function countUpTo(text: string, form: RegExp, most: number): number {
  let count = 0;
  for (const _ of text.matchAll(form)) {
    count += 1;
    if (count > most) break;
  }
  return count;
}

/** The cells in merged ranges and in named ones, which the loading library makes one by one. */
function coveredCells(text: string): number {
  let covered = 0;
  const range = /\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})/g;
  for (const [block] of text.matchAll(/<(?:\w+:)?mergeCell\s[^>]*>|<(?:\w+:)?definedName\s[^<]*/g)) {
    for (const [, left = '', top, right = '', bottom] of block.matchAll(range)) {
      covered += (columnNumber(right) - columnNumber(left) + 1) * (Number(bottom) - Number(top) + 1);
    }
  }
  return covered;
}

function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function tooManyCells(what: string): Error {
  return documentRefusal(
    'document-too-large',
    `的${what}，已停止读取；请在 Excel 或 WPS 中删除多余的行、列和名称，或者只把任务表复制到新工作簿后再导入。`,
  );
}
