import { cellLinesTable } from './cell-lines-table.ts';
import { flatTable } from './flat-table.ts';
import { markdownTable } from './markdown-table.ts';
import type { SourceText } from './source-text.ts';
import type { Span } from './span.ts';
import type { Table } from './table.ts';

/** The tables of tasks among the lines of a notice, and the lines that are in none. */
export interface TableSearch {
  readonly tables: readonly Table[];
  readonly lines: readonly Span[];
}

/** Finds tables in each form in which they are printed. */
export function findTables(source: SourceText, lines: readonly Span[]): TableSearch {
  const tables: Table[] = [];
  const rest: Span[] = [];
  let index = 0;
  for (let line = lines[index]; line !== undefined; line = lines[index]) {
    const found = mayBeHead(source, line)
      ? (markdownTable(source, lines, index) ?? flatTable(source, lines, index) ?? cellLinesTable(source, lines, index))
      : null;
    if (found === null) {
      rest.push(line);
      index += 1;
    } else {
      tables.push(found.table);
      index = found.next;
    }
  }
  return { tables, lines: rest };
}

/** A cheap first look, so that most lines are looked at once. */
function mayBeHead(source: SourceText, [start, end]: Span): boolean {
  if (end - start > 400) return false;
  const text = source.folded.slice(start, end);
  return text.includes('|') || / .* /.test(text) || source.words.columns.columnOf(text) !== null;
}
